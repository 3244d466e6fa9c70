"""Wrong answers to max_pool that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = max_pool


def both(size, stride):
    return pair(size), pair(size if stride is None else stride)


@misconception(
    "begins-at-zero",
    entry="Q06",
    en="Your maximum begins at 0, so that a window of negative numbers gives 0.",
    zh="你的最大值是从 0 开始比较的，全是负数的窗口因此得到 0。",
)
def max_pool(x, size=2, stride=None):
    return np.maximum(right_answer(x, size, stride), x.dtype.type(0))


@misconception(
    "average-instead-of-maximum",
    entry="",
    en="Your result is the mean of each window, not its largest value.",
    zh="你的结果是每个窗口的平均值，不是最大值。",
)
def max_pool(x, size=2, stride=None):
    (h, w), (down, right) = both(size, stride)
    windows = np.lib.stride_tricks.sliding_window_view(x, (h, w), axis=(1, 2))
    return windows[:, ::down, ::right].mean(axis=(4, 5)).astype(x.dtype)


@misconception(
    "stride-is-always-the-size",
    entry="Q03",
    en="Your windows stand side by side whatever the stride is: they moved by their own size.",
    zh="无论步幅是多少，你的窗口都一个挨着一个：每次移动的距离等于窗口自身的大小。",
)
def max_pool(x, size=2, stride=None):
    return right_answer(x, size)


@misconception(
    "stride-one-by-default",
    entry="Q03",
    en="Your windows move by one pixel where no stride is given. None means: as far as the window is large.",
    zh="没有给步幅时，你的窗口每次只移动一个像素。None 表示步幅与窗口大小相同。",
)
def max_pool(x, size=2, stride=None):
    return right_answer(x, size, 1 if stride is None else stride)


@misconception(
    "stride-along-rows-only",
    entry="Q05",
    en="Your windows move by the stride from row to row, but by one pixel from column to column.",
    zh="你的窗口在行方向按步幅移动，在列方向却每次只移一个像素。",
)
def max_pool(x, size=2, stride=None):
    _, (down, _) = both(size, stride)
    return right_answer(x, size, (down, 1))


@misconception(
    "steps-swapped",
    entry="Q05",
    en="Your two steps are swapped: the first is the one downwards, the second the one to the right.",
    zh="你把两个步幅弄反了：第一个是向下的，第二个是向右的。",
)
def max_pool(x, size=2, stride=None):
    _, (down, right) = both(size, stride)
    return right_answer(x, size, (right, down))


@misconception(
    "height-used-for-width",
    entry="Q04",
    en="Your window is a square: its height was used for its width as well.",
    zh="你的窗口是正方形：把高也当成了宽。",
)
def max_pool(x, size=2, stride=None):
    (h, _), steps = both(size, stride)
    return right_answer(x, (h, h), steps)


@misconception(
    "height-and-width-swapped",
    entry="Q04",
    en="Height and width of your window are swapped: `size` is (height, width).",
    zh="你的窗口高宽颠倒了：`size` 是 (高, 宽)。",
)
def max_pool(x, size=2, stride=None):
    (h, w), steps = both(size, stride)
    return right_answer(x, (w, h), steps)


@misconception(
    "channels-mixed",
    entry="Q09",
    en="Your maximum runs over the channels as well, so that all channels of the result are equal.",
    zh="你取最大值时连通道也算进去了，结果的所有通道都相同。",
)
def max_pool(x, size=2, stride=None):
    y = right_answer(x, size, stride)
    return np.broadcast_to(y.max(axis=3, keepdims=True), y.shape).copy()


@misconception(
    "batch-mixed",
    entry="X05",
    en="Your maximum runs over the batch as well, so that all images of the result are equal.",
    zh="你取最大值时连批次也算进去了，结果的所有图像都相同。",
)
def max_pool(x, size=2, stride=None):
    y = right_answer(x, size, stride)
    return np.broadcast_to(y.max(axis=0), y.shape).copy()


@misconception(
    "channels-first",
    entry="V10",
    en="Your windows lie in the last two axes, as if the layout were (n, channels, height, width). Channels are last.",
    zh="你的窗口取在最后两个轴上，仿佛布局是 (n, 通道, 高, 宽)。本题通道在最后。",
)
def max_pool(x, size=2, stride=None):
    return right_answer(x.transpose(0, 2, 3, 1), size, stride).transpose(0, 3, 1, 2)


@misconception(
    "partial-windows-kept",
    entry="V05",
    en="Your result has further rows or columns from windows that leave the image. Those are dropped.",
    zh="你的结果多出了几行或几列，它们来自超出图像边界的窗口。这样的窗口应舍去。",
)
def max_pool(x, size=2, stride=None):
    _, (down, right) = both(size, stride)
    padded = np.pad(x, ((0, 0), (0, down - 1), (0, right - 1), (0, 0)), constant_values=x.min())
    return right_answer(padded, size, (down, right))


@misconception(
    "output-one-short",
    entry="V05",
    en="Your result lacks its last row and column: the window that begins at 0 counts as well.",
    zh="你的结果少了最后一行和最后一列：从 0 开始的那个窗口也要算上。",
)
def max_pool(x, size=2, stride=None):
    return right_answer(x, size, stride)[:, :-1, :-1]


@misconception(
    "always-float64",
    entry="X16",
    en="Your result is float64 whatever came in: it was collected in an array without a dtype.",
    zh="无论输入是什么类型，你的结果都是 float64：创建结果数组时没有指定 dtype。",
)
def max_pool(x, size=2, stride=None):
    return right_answer(x, size, stride).astype(np.float64)
