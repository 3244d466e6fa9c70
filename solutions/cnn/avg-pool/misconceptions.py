"""Wrong answers to avg_pool that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = avg_pool


def both(size, stride):
    return pair(size), pair(size if stride is None else stride)


@misconception(
    "sum-instead-of-mean",
    entry="Q07",
    en="Your result is the sum of each window: it was not divided by the number of pixels.",
    zh="你的结果是每个窗口的总和，没有除以像素个数。",
)
def avg_pool(x, size=2, stride=None):
    (h, w), _ = both(size, stride)
    return right_answer(x, size, stride) * (h * w)


@misconception(
    "divided-by-the-height-squared",
    entry="Q04",
    en="Your sums are divided by height · height. A window has height · width pixels.",
    zh="你用总和除以了高的平方。窗口的像素个数是高乘宽。",
)
def avg_pool(x, size=2, stride=None):
    (h, w), _ = both(size, stride)
    return right_answer(x, size, stride) * w / h


@misconception(
    "divided-by-the-stride",
    entry="Q03",
    en="Your sums are divided by the product of the steps. What counts is the number of pixels in the window.",
    zh="你用总和除以了两个步幅之积。应当除以窗口的像素个数。",
)
def avg_pool(x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    return right_answer(x, size, stride) * (h * w) / (down * right)


@misconception(
    "maximum-instead-of-mean",
    entry="",
    en="Your result is the largest value of each window, not its mean.",
    zh="你的结果是每个窗口的最大值，不是平均值。",
)
def avg_pool(x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    windows = np.lib.stride_tricks.sliding_window_view(x, (h, w), axis=(1, 2))
    return windows[:, ::down, ::right].max(axis=(4, 5)).astype(right_answer(x, size, stride).dtype)


@misconception(
    "stride-is-always-the-size",
    entry="Q03",
    en="Your windows stand side by side whatever the stride is: they moved by their own size.",
    zh="无论步幅是多少，你的窗口都一个挨着一个：每次移动的距离等于窗口自身的大小。",
)
def avg_pool(x, size=2, stride=None):
    return right_answer(x, size)


@misconception(
    "stride-one-by-default",
    entry="Q03",
    en="Your windows move by one pixel where no stride is given. None means: as far as the window is large.",
    zh="没有给步幅时，你的窗口每次只移动一个像素。None 表示步幅与窗口大小相同。",
)
def avg_pool(x, size=2, stride=None):
    return right_answer(x, size, 1 if stride is None else stride)


@misconception(
    "stride-along-rows-only",
    entry="Q05",
    en="Your windows move by the stride from row to row, but by one pixel from column to column.",
    zh="你的窗口在行方向按步幅移动，在列方向却每次只移一个像素。",
)
def avg_pool(x, size=2, stride=None):
    _, (down, _) = both(size, stride)
    return right_answer(x, size, (down, 1))


@misconception(
    "steps-swapped",
    entry="Q05",
    en="Your two steps are swapped: the first is the one downwards, the second the one to the right.",
    zh="你把两个步幅弄反了：第一个是向下的，第二个是向右的。",
)
def avg_pool(x, size=2, stride=None):
    _, (down, right) = both(size, stride)
    return right_answer(x, size, (right, down))


@misconception(
    "height-used-for-width",
    entry="Q04",
    en="Your window is a square: its height was used for its width as well.",
    zh="你的窗口是正方形：把高也当成了宽。",
)
def avg_pool(x, size=2, stride=None):
    (h, _), steps = both(size, stride)
    return right_answer(x, (h, h), steps)


@misconception(
    "height-and-width-swapped",
    entry="Q04",
    en="Height and width of your window are swapped: `size` is (height, width).",
    zh="你的窗口高宽颠倒了：`size` 是 (高, 宽)。",
)
def avg_pool(x, size=2, stride=None):
    (h, w), steps = both(size, stride)
    return right_answer(x, (w, h), steps)


@misconception(
    "channels-mixed",
    entry="Q09",
    en="Your mean runs over the channels as well, so that all channels of the result are equal.",
    zh="你求平均时连通道也算进去了，结果的所有通道都相同。",
)
def avg_pool(x, size=2, stride=None):
    y = right_answer(x, size, stride)
    return np.broadcast_to(y.mean(axis=3, keepdims=True), y.shape).copy()


@misconception(
    "channels-first",
    entry="V10",
    en="Your windows lie in the last two axes, as if the layout were (n, channels, height, width). Channels are last.",
    zh="你的窗口取在最后两个轴上，仿佛布局是 (n, 通道, 高, 宽)。本题通道在最后。",
)
def avg_pool(x, size=2, stride=None):
    return right_answer(x.transpose(0, 2, 3, 1), size, stride).transpose(0, 3, 1, 2)


@misconception(
    "partial-windows-filled-with-zeros",
    entry="Q07",
    en="Your result has further rows or columns from windows that leave the image, filled up with zeros. Those windows "
    "are dropped.",
    zh="你的结果多出了几行或几列，它们来自超出图像边界、用零补齐的窗口。这样的窗口应舍去。",
)
def avg_pool(x, size=2, stride=None):
    _, (down, right) = both(size, stride)
    return right_answer(np.pad(x, ((0, 0), (0, down - 1), (0, right - 1), (0, 0))), size, (down, right))


@misconception(
    "partial-windows-averaged",
    entry="Q07",
    en="Your result has further rows or columns: the means of what is left of windows that leave the image. Those "
    "windows are dropped.",
    zh="你的结果多出了几行或几列，它们是超出图像边界的窗口中剩余像素的平均值。这样的窗口应舍去。",
)
def avg_pool(x, size=2, stride=None):
    _, (down, right) = both(size, stride)
    margin = ((0, 0), (0, down - 1), (0, right - 1), (0, 0))
    inside = right_answer(np.pad(np.ones(x.shape), margin), size, (down, right))
    y = right_answer(np.pad(x, margin), size, (down, right))
    return (y / np.maximum(inside, 1e-9)).astype(y.dtype)


@misconception(
    "output-one-short",
    entry="V05",
    en="Your result lacks its last row and column: the window that begins at 0 counts as well.",
    zh="你的结果少了最后一行和最后一列：从 0 开始的那个窗口也要算上。",
)
def avg_pool(x, size=2, stride=None):
    return right_answer(x, size, stride)[:, :-1, :-1]


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the dtype of an integer image, and so the means lost their decimals. Make it float64.",
    zh="你的结果沿用了整数图像的 dtype，平均值的小数部分都被截掉了。应使用 float64。",
)
def avg_pool(x, size=2, stride=None):
    return right_answer(x, size, stride).astype(x.dtype)


@misconception(
    "bytes-wrap",
    entry="T08",
    en="Your sums of bytes wrapped around at 256. Convert to floating point before you add.",
    zh="你的 uint8 求和超过 255 后回绕了。先转换成浮点数再相加。",
)
def avg_pool(x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    windows = np.lib.stride_tricks.sliding_window_view(x, (h, w), axis=(1, 2))[:, ::down, ::right]
    return (windows.sum(axis=(4, 5), dtype=x.dtype) / (h * w)).astype(right_answer(x, size, stride).dtype)


@misconception(
    "always-float64",
    entry="X16",
    en="Your result is float64 where x is float32: it was collected in an array without a dtype.",
    zh="x 是 float32 时，你的结果却是 float64：创建结果数组时没有指定 dtype。",
)
def avg_pool(x, size=2, stride=None):
    return right_answer(x, size, stride).astype(np.float64)
