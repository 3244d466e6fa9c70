"""Wrong answers to max_pool_backward that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = max_pool_backward


def both(size, stride):
    return pair(size), pair(size if stride is None else stride)


def spread(dy, x, size, stride, share):
    """Each window's number times what `share` makes of the window, an array of its shape."""
    (h, w), (down, right) = both(size, stride)
    dx = np.zeros(x.shape, right_answer(dy, x, size, stride).dtype)
    for b, i, j, c in np.ndindex(*dy.shape):
        place = np.s_[b, i * down : i * down + h, j * right : j * right + w, c]
        dx[place] += (dy[b, i, j, c] * share(x[place])).astype(dx.dtype)
    return dx


@misconception(
    "overwritten-where-windows-overlap",
    entry="Q01",
    en="A pixel that is the maximum of several windows got the gradient of the last of them only. They add up.",
    zh="同时是几个窗口最大值的像素，只得到了最后那个窗口的梯度。这些梯度应当相加。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    dx = np.zeros_like(right_answer(dy, x, size, stride))
    for b, i, j, c in np.ndindex(*dy.shape):
        top, left = i * down, j * right
        window = x[b, top : top + h, left : left + w, c]
        p, q = np.unravel_index(window.argmax(), window.shape)
        dx[b, top + p, left + q, c] = dy[b, i, j, c]
    return dx


@misconception(
    "every-maximum",
    entry="Q02",
    en="Where a window holds its maximum more than once, each of them got the whole gradient. Only the first one does.",
    zh="窗口里有几个并列的最大值时，你让每一个都得到了全部梯度。只有第一个才有。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return spread(dy, x, size, stride, lambda window: window == window.max())


@misconception(
    "split-among-maxima",
    entry="Q02",
    en="Where a window holds its maximum more than once, you divided the gradient among them. The first gets all.",
    zh="窗口里有几个并列的最大值时，你把梯度平分给了它们。应当全部交给第一个。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return spread(dy, x, size, stride, lambda window: (window == window.max()) / np.sum(window == window.max()))


@misconception(
    "last-maximum",
    entry="Q02",
    en="Among equal maxima your gradient goes to the last one. It belongs to the first, row by row.",
    zh="最大值并列时，你把梯度交给了最后一个。应当交给逐行数的第一个。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    def last(window):
        return np.arange(window.size).reshape(window.shape) == window.size - 1 - window[::-1, ::-1].argmax()

    return spread(dy, x, size, stride, last)


@misconception(
    "first-maximum-column-by-column",
    entry="Q02",
    en="Among equal maxima your gradient goes to the first one column by column. Windows are read row by row.",
    zh="最大值并列时，你是逐列去数第一个的。应当逐行数。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    def first(window):
        places = np.arange(window.size).reshape(window.T.shape).T
        return places == window.T.argmax()

    return spread(dy, x, size, stride, first)


@misconception(
    "equal-pixels-of-other-windows",
    entry="Q08",
    en="Your mask compares a window's maximum with the whole image, so that equal pixels outside the window get its "
    "gradient as well.",
    zh="你的掩码拿窗口的最大值与整张图像比较，窗口外数值相同的像素也得到了梯度。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    dx = np.zeros_like(right_answer(dy, x, size, stride))
    for b, i, j, c in np.ndindex(*dy.shape):
        largest = x[b, i * down : i * down + h, j * right : j * right + w, c].max()
        dx[b, :, :, c] += dy[b, i, j, c] * (x[b, :, :, c] == largest)
    return dx


@misconception(
    "every-pixel-of-the-window",
    entry="",
    en="Each pixel of a window got the window's gradient. Only its maximum had a part in the result.",
    zh="窗口里的每个像素都得到了这个窗口的梯度。只有最大值才参与了结果。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return spread(dy, x, size, stride, lambda window: np.ones(window.shape))


@misconception(
    "shared-as-in-average-pooling",
    entry="",
    en="Your result is the gradient of average pooling: each pixel of a window got an equal share.",
    zh="你算的是平均池化的梯度：窗口里的每个像素各得一份。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return spread(dy, x, size, stride, lambda window: np.full(window.shape, 1 / window.size))


@misconception(
    "times-the-maximum",
    entry="",
    en="Your gradient is multiplied by the maximum itself. The derivative of a maximum in its pixel is 1.",
    zh="你的梯度多乘了最大值本身。最大值对它所在像素的导数是 1。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return right_answer(dy, x, size, stride) * x


@misconception(
    "upstream-gradient-ignored",
    entry="",
    en="Your result counts how often a pixel is a maximum: dy is not in it.",
    zh="你的结果只是每个像素当了几次最大值，没有用到 dy。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return right_answer(np.ones_like(dy), x, size, stride)


@misconception(
    "place-in-the-window-only",
    entry="",
    en="All gradients ended up in the upper left corner: the place of a maximum within its window was taken for its "
    "place in the image.",
    zh="所有梯度都堆在了左上角：你把最大值在窗口里的位置当成了它在图像里的位置。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    dx = np.zeros_like(right_answer(dy, x, size, stride))
    for b, i, j, c in np.ndindex(*dy.shape):
        window = x[b, i * down : i * down + h, j * right : j * right + w, c]
        dx[b, :h, :w, c].flat[window.argmax()] += dy[b, i, j, c]
    return dx


@misconception(
    "place-divided-by-the-height",
    entry="V17",
    en="In windows that are not square your gradient goes to the wrong pixel: the position in the flattened window was "
    "divided by the window's height. A row is as long as the window is wide.",
    zh="窗口不是正方形时，你的梯度落到了错误的像素上：把展平后的位置换算成行列时，你除以了窗口的高。一行的长度是窗口的宽。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    dx = np.zeros_like(right_answer(dy, x, size, stride))
    for b, i, j, c in np.ndindex(*dy.shape):
        window = x[b, i * down : i * down + h, j * right : j * right + w, c]
        p, q = divmod(int(window.argmax()), h)
        dx[b, i * down + p, j * right + q, c] += dy[b, i, j, c]
    return dx


@misconception(
    "begins-at-zero",
    entry="Q06",
    en="Windows without a positive number pass no gradient in your result: your search for the maximum begins at 0.",
    zh="窗口里没有正数时，你的结果里梯度就断了：你找最大值时是从 0 开始比较的。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return right_answer(dy, x, size, stride) * (x > 0)


@misconception(
    "largest-of-all-channels",
    entry="Q09",
    en="You searched for the maximum over the channels as well, so that one channel got the gradients of all.",
    zh="你找最大值时连通道也算进去了，于是一个通道得到了所有通道的梯度。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    dx = np.zeros_like(right_answer(dy, x, size, stride))
    for b, i, j in np.ndindex(*dy.shape[:3]):
        top, left = i * down, j * right
        window = x[b, top : top + h, left : left + w]
        p, q, k = np.unravel_index(window.argmax(), window.shape)
        dx[b, top + p, left + q, k] += dy[b, i, j].sum()
    return dx


@misconception(
    "stride-is-always-the-size",
    entry="Q03",
    en="Your windows stand side by side whatever the stride is: they moved by their own size.",
    zh="无论步幅是多少，你的窗口都一个挨着一个：每次移动的距离等于窗口自身的大小。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), _ = both(size, stride)
    return right_answer(dy[:, : x.shape[1] // h, : x.shape[2] // w], x, size)


@misconception(
    "stride-one-by-default",
    entry="Q03",
    en="Your windows move by one pixel where no stride is given. None means: as far as the window is large.",
    zh="没有给步幅时，你的窗口每次只移动一个像素。None 表示步幅与窗口大小相同。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return right_answer(dy, x, size, 1 if stride is None else stride)


@misconception(
    "stride-along-rows-only",
    entry="Q05",
    en="Your windows move by the stride from row to row, but by one pixel from column to column.",
    zh="你的窗口在行方向按步幅移动，在列方向却每次只移一个像素。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    _, (down, _) = both(size, stride)
    return right_answer(dy, x, size, (down, 1))


@misconception(
    "height-used-for-width",
    entry="Q04",
    en="Your window is a square: its height was used for its width as well.",
    zh="你的窗口是正方形：把高也当成了宽。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, _), steps = both(size, stride)
    return right_answer(dy, x, (h, h), steps)


@misconception(
    "height-and-width-swapped",
    entry="Q04",
    en="Height and width of your window are swapped: `size` is (height, width).",
    zh="你的窗口高宽颠倒了：`size` 是 (高, 宽)。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    (h, w), steps = both(size, stride)
    return right_answer(dy, x, (w, h), steps)


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your gradient has the dtype of an integer image, and so it lost its decimals. Make it float64.",
    zh="你的梯度沿用了整数图像的 dtype，小数部分都被截掉了。应使用 float64。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return right_answer(dy, x, size, stride).astype(x.dtype)


@misconception(
    "always-float64",
    entry="X16",
    en="Your gradient is float64 where dy and x are float32: it was collected in an array without a dtype.",
    zh="dy 和 x 都是 float32 时，你的梯度却是 float64：创建数组时没有指定 dtype。",
)
def max_pool_backward(dy, x, size=2, stride=None):
    return right_answer(dy, x, size, stride).astype(np.float64)
