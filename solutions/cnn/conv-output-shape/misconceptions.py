"""Wrong answers to conv_output_size that people really give."""

import math

from grader.checks import misconception

right_answer = conv_output_size


def span(kernel, dilation):
    return (kernel - 1) * dilation + 1


def room(size, padding):
    return size + 2 * (0 if padding == "valid" else padding)


@misconception(
    "one-too-few",
    entry="V05",
    en="Your result counts the steps of the kernel, not its positions: the window that begins at 0 is missing.",
    zh="你数的是卷积核移动的次数，而不是它停留的位置：漏掉了从 0 开始的那个窗口。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return right_answer(size, kernel, stride, padding, dilation)
    return (room(size, padding) - span(kernel, dilation)) // stride


@misconception(
    "not-rounded",
    entry="V05",
    en="Your result has decimals where the stride does not divide evenly. There are no fractions of a window.",
    zh="步幅除不尽时，你的结果带小数。窗口不可能有零点几个。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return size / stride
    return (room(size, padding) - span(kernel, dilation)) / stride + 1


@misconception(
    "rounded-up",
    entry="V05",
    en="Your result counts a last window that leaves the axis: where the division leaves a rest, it was rounded up.",
    zh="除不尽时你向上取整，多算了一个超出边界的窗口。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return right_answer(size, kernel, stride, padding, dilation)
    return math.ceil((room(size, padding) - span(kernel, dilation)) / stride) + 1


@misconception(
    "one-added-before-the-division",
    entry="V05",
    en="Your + 1 went into the division by the stride. That is right for stride 1 only.",
    zh="你先加了 1，再除以步幅，只有步幅为 1 时才对。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return right_answer(size, kernel, stride, padding, dilation)
    return (room(size, padding) - span(kernel, dilation) + 1) // stride


@misconception(
    "stride-ignored",
    entry="V06",
    en="Your result is the one for stride 1.",
    zh="你的结果是步幅为 1 时的结果，步幅没有起作用。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return right_answer(size, kernel, 1, padding, dilation)


@misconception(
    "padding-on-one-side",
    entry="V05",
    en="Your axis is longer by the padding once. The zeros stand on each of its two sides.",
    zh="你只加了一次填充。零是补在两侧的，每一侧都有这么多。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    if padding == "same":
        return right_answer(size, kernel, stride, padding, dilation)
    return (size + (0 if padding == "valid" else padding) - span(kernel, dilation)) // stride + 1


@misconception(
    "padding-ignored",
    entry="V05",
    en="Your result is the one without padding where an int is given for it.",
    zh="padding 为整数时，你的结果等于不填充的结果。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return right_answer(size, kernel, stride, padding if padding == "same" else "valid", dilation)


@misconception(
    "dilation-ignored",
    entry="V18",
    en="Your result is the one for dilation 1: it takes the kernel's number of weights for the pixels it spans.",
    zh="你的结果是空洞率为 1 时的结果：把卷积核的权重数当成了它跨过的像素数。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return right_answer(size, kernel, stride, padding)


@misconception(
    "dilation-after-the-last-weight",
    entry="V18",
    en="Your kernel spans kernel · dilation pixels. Gaps lie between weights only, not behind the last one.",
    zh="你的卷积核跨度是 kernel · dilation。空隙只在权重之间，最后一个权重后面没有。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return right_answer(size, kernel * dilation, stride, padding)


@misconception(
    "dilation-as-number-of-gaps",
    entry="V18",
    en="You left `dilation` pixels free between neighbouring weights. It is the step from one to the next, so that 1 "
    "means no gap.",
    zh="你在相邻权重之间空出了 dilation 个像素。dilation 是相邻权重之间的步长，为 1 时没有空隙。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return right_answer(size, kernel, stride, padding, dilation + 1)


@misconception(
    "same-keeps-the-size",
    entry="V14",
    en='Your "same" returns the size of the input. That is so for stride 1 only.',
    zh="你的 “same” 直接返回输入的长度，只有步幅为 1 时才对。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return size if padding == "same" else right_answer(size, kernel, stride, padding, dilation)


@misconception(
    "same-rounded-down",
    entry="V14",
    en='Your "same" rounds size / stride down. Its padding completes the last window, so the size is rounded up.',
    zh="你的 “same” 把长度除以步幅后向下取整。它的填充会补全最后一个窗口，应当向上取整。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return size // stride if padding == "same" else right_answer(size, kernel, stride, padding, dilation)


@misconception(
    "same-as-half-a-kernel",
    entry="V14",
    en='Your "same" pads kernel // 2 zeros on each side. For even kernels that is one zero too many in all.',
    zh="你的 “same” 在两侧各补 kernel // 2 个零。卷积核长度为偶数时，总共就多补了一个。",
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    zeros = span(kernel, dilation) // 2 if padding == "same" else padding
    return right_answer(size, kernel, stride, zeros, dilation)


@misconception(
    "same-ignored",
    entry="V14",
    en='Your result for padding="same" is the one without padding.',
    zh='padding="same" 时，你的结果等于不填充的结果。',
)
def conv_output_size(size, kernel, stride=1, padding="valid", dilation=1):
    return right_answer(size, kernel, stride, "valid" if padding == "same" else padding, dilation)
