"""Wrong answers to scale_images that people really give."""

import numpy as np

from grader.checks import misconception


def with_channel(x):
    """As float32, with the channel axis."""
    return np.asarray(x, dtype=np.float32)[..., None]


@misconception(
    "becomes-float64",
    entry="",
    en="Your result is float64: that is what NumPy makes of bytes divided by a Python number. float32 is asked for.",
    zh="你的结果是 float64：字节数组除以 Python 数，NumPy 得到的就是它。题目要求 float32。",
)
def scale_images(x):
    return x[..., None] / 255.0


@misconception(
    "divided-by-256",
    entry="",
    en="Your white is 0.996 and not 1: you divided by 256, the number of values, and not by 255, the largest of them.",
    zh="你的白色是 0.996 而不是 1：你除以的是 256（取值的个数），而不是 255（最大的取值）。",
)
def scale_images(x):
    return with_channel(x) / 256


@misconception(
    "divided-by-the-largest-pixel",
    entry="",
    en="You divided by the largest pixel of the batch, so that the brightest always becomes 1. The divisor is 255.",
    zh="你除以的是批次中最大的像素值，于是最亮的像素总变成 1。除数应为 255。",
)
def scale_images(x):
    return with_channel(x) / max(int(np.max(x)), 1)


@misconception(
    "divided-by-the-largest-of-each-image",
    entry="T02",
    en="You divided each image by its own largest pixel: dark images become as bright as others. The divisor is 255.",
    zh="你让每张图像除以它自己的最大像素值：暗的图像变得和别的一样亮。除数应为 255。",
)
def scale_images(x):
    return with_channel(x) / np.maximum(x.max(axis=(1, 2)), 1).astype(np.float32)[:, None, None, None]


@misconception(
    "stretched-from-least-to-largest",
    entry="T07",
    en="You stretched the pixels so that the smallest becomes 0 and the largest 1. Here 0 stays 0 and 255 becomes 1, "
    "whatever else occurs.",
    zh="你把像素值拉伸到最小为 0、最大为 1。本题中 0 仍是 0，255 变成 1，与数据中出现哪些值无关。",
)
def scale_images(x):
    low, high = int(np.min(x)), int(np.max(x))
    return (with_channel(x) - low) / max(high - low, 1)


@misconception(
    "mean-0-and-variance-1",
    entry="T02",
    en="You standardised the pixels: your result has negative values. Only the division by 255 is asked for.",
    zh="你对像素做了标准化：结果中出现了负数。题目只要求除以 255。",
)
def scale_images(x):
    pixels = with_channel(x)
    return (pixels - pixels.mean()) / np.maximum(pixels.std(), np.float32(1e-6))


@misconception(
    "from-minus-1-to-1",
    entry="T07",
    en="Your result goes from -1 to 1. It should go from 0 to 1.",
    zh="你的结果取值从 -1 到 1，应为 0 到 1。",
)
def scale_images(x):
    return with_channel(x) / 127.5 - 1


@misconception(
    "not-scaled",
    entry="",
    en="Your result still goes up to 255: dtype and shape are right, the division is missing.",
    zh="你的结果仍然大到 255：dtype 和形状都对，但没有做除法。",
)
def scale_images(x):
    return with_channel(x)


@misconception(
    "integer-division",
    entry="X03",
    en="Your pixels are all 0 except where they were 255: the fractions were cut off before the conversion to float32.",
    zh="除了原来是 255 的像素，你的结果全是 0：在转成 float32 之前，小数部分就已经被截掉了。",
)
def scale_images(x):
    return with_channel(x // 255)


@misconception(
    "stays-bytes",
    entry="X03",
    en="Your result is still uint8, which cannot hold fractions. float32 is asked for.",
    zh="你的结果仍是 uint8，存不了小数。题目要求 float32。",
)
def scale_images(x):
    return (x[..., None] / 255).astype(x.dtype)


@misconception(
    "signed-bytes",
    entry="T08",
    en="Your bright pixels are negative: the bytes were read as signed ones, where 128 and above wrap around.",
    zh="你的亮像素成了负数：字节被当成了有符号数，128 及以上的值发生了回绕。",
)
def scale_images(x):
    return with_channel(x.astype(np.int8)) / 255


@misconception(
    "inverted",
    entry="",
    en="Your black and white are exchanged: 0 stays 0, and 255 becomes 1.",
    zh="你的黑白颠倒了：0 应仍为 0，255 应变成 1。",
)
def scale_images(x):
    return 1 - with_channel(x) / 255


@misconception(
    "rounded",
    entry="X14",
    en="Your result is rounded to two decimals. Return it as it is.",
    zh="你的结果四舍五入到了两位小数，应原样返回。",
)
def scale_images(x):
    return np.round(with_channel(x) / 255, 2)


@misconception(
    "no-channel-axis",
    entry="",
    en="Your numbers are scaled, but the channel axis is missing: the shape is still that of x.",
    zh="数值缩放了，但没有添加通道轴：形状仍与 x 相同。",
)
def scale_images(x):
    return x.astype(np.float32) / 255


@misconception(
    "channel-axis-before-height",
    entry="V10",
    en="Your channel axis stands before height and width, as PyTorch has it. Here it is the last one.",
    zh="你的通道轴放在高和宽之前（PyTorch 的排法）。本题中它是最后一个轴。",
)
def scale_images(x):
    return x[:, None].astype(np.float32) / 255


@misconception(
    "axis-in-front",
    entry="",
    en="Your new axis is the first one. It belongs at the end: the batch comes first, the channels last.",
    zh="你的新轴加在了最前面。它应在末尾：批次在最前，通道在最后。",
)
def scale_images(x):
    return x[None].astype(np.float32) / 255


@misconception(
    "28-by-28",
    entry="X04",
    en="Your result has images of 28 × 28, whatever came in; other sizes are cut up wrongly or end in an error.",
    zh="无论输入多大，你都按 28 × 28 处理；别的尺寸要么被错误地切开，要么报错。",
)
def scale_images(x):
    return x.reshape(-1, 28, 28, 1).astype(np.float32) / 255


@misconception(
    "height-and-width-exchanged",
    entry="V07",
    en="Height and width are exchanged in your result.",
    zh="你的结果把高和宽对调了。",
)
def scale_images(x):
    return with_channel(x.swapaxes(1, 2)) / 255


@misconception(
    "flattened",
    entry="",
    en="Each of your images is one long row. It keeps its height and width, and gets a channel axis.",
    zh="你把每张图像展平成了一长行。应保留高和宽，再加上通道轴。",
)
def scale_images(x):
    return x.reshape(len(x), -1).astype(np.float32) / 255


@misconception(
    "three-channels",
    entry="X04",
    en="Your result has three equal channels. A grey image has one.",
    zh="你的结果有三个相同的通道。灰度图像只有一个通道。",
)
def scale_images(x):
    return np.repeat(with_channel(x), 3, axis=-1) / 255


@misconception(
    "divides-in-place",
    entry="X02",
    en="`/=` wants to write fractions into the caller's bytes, which is an error. Make a new array.",
    zh="`/=` 想把小数写回调用者的字节数组，因此报错。应当生成新的数组。",
)
def scale_images(x):
    x /= 255
    return with_channel(x)


@misconception(
    "lists",
    entry="X17",
    en="You returned nested lists. An array is asked for.",
    zh="你返回的是嵌套列表。题目要求返回数组。",
)
def scale_images(x):
    return (with_channel(x) / 255).tolist()
