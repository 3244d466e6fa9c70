"""Wrong answers to conv2d that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = conv2d


@misconception(
    "flipped-kernel",
    entry="V03",
    en="Your result is what the kernel gives when it is turned by 180°: the convolution of mathematics, as "
    "the source's formula has it. CNN layers lay the kernel on the window as it is.",
    zh="你的结果等于把卷积核旋转 180° 后得到的值：那是数学意义上的卷积，原文的公式正是如此。CNN 的卷积层不翻转卷积核。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel[::-1, ::-1], bias, stride, padding)


@misconception(
    "flipped-along-rows-only",
    entry="V04",
    en="Your kernel is upside down: it is flipped along its first axis. No axis is flipped here.",
    zh="你的卷积核上下颠倒了：它沿第一个轴翻转过。本题任何轴都不翻转。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel[::-1], bias, stride, padding)


@misconception(
    "kernel-height-and-width-swapped",
    entry="V07",
    en="Your kernel is transposed: its first axis moved along the width. The layout is (kh, kw, c_in, c_out).",
    zh="你把卷积核的高和宽弄反了，第一个轴被用在了宽度方向。布局是 (kh, kw, c_in, c_out)。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel.transpose(1, 0, 2, 3), bias, stride, padding)


@misconception(
    "output-height-and-width-swapped",
    entry="V07",
    en="Your result is right but transposed: height and width of the output are swapped.",
    zh="数值是对的，但输出的高和宽对调了。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel, bias, stride, padding).swapaxes(1, 2)


@misconception(
    "bias-for-each-input-channel",
    entry="V08",
    en="The bias is in your result once for every input channel. Add it once, after the sum over the channels.",
    zh="你的结果里，每个输入通道都加了一次偏置。应在对通道求和之后只加一次。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel, bias * kernel.shape[2], stride, padding)


@misconception(
    "no-bias",
    entry="V08",
    en="Your result lacks the bias.",
    zh="你的结果没有加偏置。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel, np.zeros_like(bias), stride, padding)


@misconception(
    "last-channel-only",
    entry="V09",
    en="Your result holds the contribution of the last input channel only: each channel overwrote the one "
    "before. Accumulate with `+=`.",
    zh="你的结果只含最后一个输入通道的贡献：后一个通道覆盖了前一个。应当累加（`+=`）。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x[..., -1:], kernel[:, :, -1:], bias, stride, padding)


@misconception(
    "kernel-reshaped-from-oihw",
    entry="V10",
    en="Your kernel was brought to (c_out, c_in, kh, kw) with `reshape`, which mixes up its numbers. The "
    "axes are (kh, kw, c_in, c_out); reorder them with `transpose` if at all.",
    zh="你用 `reshape` 把卷积核变成 (c_out, c_in, kh, kw)，数的位置全乱了。各轴依次是 (kh, kw, c_in, c_out)，"
    "真要换序应当用 `transpose`。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    kh, kw, channels, filters = kernel.shape
    mixed = kernel.reshape(filters, channels, kh, kw).transpose(2, 3, 1, 0)
    return right_answer(x, mixed, bias, stride, padding)


@misconception(
    "output-one-short",
    entry="V05",
    en="Your output lacks its last row and column: the size is (n - k) // stride + 1, and the + 1 is missing.",
    zh="你的输出少了最后一行和最后一列：大小是 (n - k) // stride + 1，漏了加 1。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel, bias, stride, padding)[:, :-1, :-1]


@misconception(
    "stride-along-rows-only",
    entry="V06",
    en="Your window moves by the stride from row to row, but by one pixel from column to column.",
    zh="你的窗口在行方向按步幅移动，在列方向却每次只移一个像素。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    kh, kw, _, _ = kernel.shape
    return right_answer(pad_images(x, kh, kw, stride, padding), kernel, bias)[:, ::stride]


@misconception(
    "stride-ignored",
    entry="V06",
    en="Your window moves by one pixel whatever the stride is.",
    zh="无论步幅是多少，你的窗口每次都只移动一个像素。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel, bias, 1, padding)


@misconception(
    "padding-ignored",
    entry="V14",
    en='Your result for padding="same" is the one without padding.',
    zh='padding="same" 时，你的结果等于不填充的结果。',
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel, bias, stride)


@misconception(
    "extra-pixel-in-front",
    entry="V14",
    en="Where the padding is odd, your extra pixel is on top and on the left. It belongs below and on the right.",
    zh="填充总数为奇数时，你把多出的一个像素放在了上方和左边，应放在下方和右边。",
)
def same_padding(size, kernel_size, stride):
    total = max((-(-size // stride) - 1) * stride + kernel_size - size, 0)
    return total - total // 2, total // 2


@misconception(
    "half-a-kernel-on-both-sides",
    entry="V14",
    en="You pad k // 2 pixels on both sides. That fits odd kernels with stride 1 only; the formula for P "
    "says how many pixels there are in all.",
    zh="你在两侧各填充 k // 2 个像素，这只适合步幅为 1 的奇数卷积核。总共要填充多少，请看 P 的公式。",
)
def same_padding(size, kernel_size, stride):
    return kernel_size // 2, kernel_size // 2


@misconception(
    "padding-for-stride-one",
    entry="V14",
    en="You pad k - 1 pixels in all, which is right for stride 1. With a larger stride fewer are needed, "
    "and the windows begin elsewhere.",
    zh="你一共填充了 k - 1 个像素，这是步幅为 1 时的做法。步幅更大时需要的更少，窗口的起点也随之不同。",
)
def same_padding(size, kernel_size, stride):
    return (kernel_size - 1) // 2, kernel_size // 2


@misconception(
    "edge-values-as-padding",
    entry="V14",
    en='Your padding repeats the pixels at the border. "same" pads with zeros.',
    zh="你的填充重复了图像边缘的像素，“same” 应当补零。",
)
def pad_images(x, kh, kw, stride, padding):
    if padding == "valid":
        return x
    rows, columns = same_padding(x.shape[1], kh, stride), same_padding(x.shape[2], kw, stride)
    return np.pad(x, ((0, 0), rows, columns, (0, 0)), mode="edge")


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your output array has the dtype of an integer image, and so every result lost its decimals. Make it float64.",
    zh="你的输出数组沿用了整数图像的 dtype，小数部分都被截掉了。应使用 float64。",
)
def result_dtype(x, *others):
    return x.dtype
