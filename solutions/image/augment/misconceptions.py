"""Wrong answers to the augmentations that people really give."""

import numpy as np

from grader.checks import misconception


def padded(x, pad, mode):
    """Rows and columns continued in one of NumPy's ways."""
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode=mode)


@misconception(
    "flipped-upside-down",
    entry="V04",
    en="Your images are upside down: their rows were reversed. A horizontal flip reverses the columns.",
    zh="你的图像上下颠倒了：反转的是行。左右翻转应反转列。",
)
def horizontal_flip(x):
    return x[:, ::-1]


@misconception(
    "rotated-by-half-a-turn",
    entry="V04",
    en="Your images are turned by 180°: rows and columns were both reversed.",
    zh="你的图像转了 180°：行和列都被反转了。",
)
def horizontal_flip(x):
    return x[:, ::-1, ::-1]


@misconception(
    "channels-reversed",
    entry="V04",
    en="Your channels are reversed, red for blue: that is the last axis. The columns are the third of the four.",
    zh="你反转了通道（红蓝互换）：那是最后一个轴。列是四个轴中的第三个。",
)
def horizontal_flip(x):
    return x[..., ::-1]


@misconception(
    "columns-and-channels-reversed",
    entry="V04",
    en="Your columns are reversed, and the channels as well. The colours of a pixel stay in their order.",
    zh="你反转了列，同时也反转了通道。像素的颜色顺序不应改变。",
)
def horizontal_flip(x):
    return x[:, :, ::-1, ::-1]


@misconception(
    "images-in-reverse-order",
    entry="X05",
    en="Your images are unchanged but in reverse order: the first axis is the batch.",
    zh="你的每张图像都没有变，只是次序颠倒了：第一个轴是批次。",
)
def horizontal_flip(x):
    return x[::-1]


@misconception(
    "flipped-by-transposing",
    entry="",
    en="Your images are transposed, rows for columns: that mirrors them along the diagonal.",
    zh="你的图像被转置了（行列互换）：那是沿对角线翻转。",
)
def horizontal_flip(x):
    return x.swapaxes(1, 2)


@misconception(
    "flipped-in-place",
    entry="X02",
    en="You wrote the mirrored image into the caller's array. Return another one and leave the argument as it is.",
    zh="你把翻转后的图像写回了调用者的数组。请返回新数组，不要改动参数。",
)
def horizontal_flip(x):
    x[...] = x[:, :, ::-1].copy()
    return x


@misconception(
    "size-taken-for-end",
    entry="W05",
    en="Your crop ends at row `height` and column `width` of the image: these are sizes, "
    "to be counted from the corner.",
    zh="你的裁剪在图像的第 `height` 行、第 `width` 列处结束：它们是大小，应从左上角算起。",
)
def random_crop(x, top, left, height, width):
    return x[:, top:height, left:width]


@misconception(
    "one-too-many",
    entry="W05",
    en="Your crop is one row and one column too large: the end of a slice is not part of it, so "
    "nothing is to be added.",
    zh="你的裁剪多了一行一列：切片本来就不含终点，不用再加 1。",
)
def random_crop(x, top, left, height, width):
    return x[:, top : top + height + 1, left : left + width + 1]


@misconception(
    "one-too-few",
    entry="W05",
    en="Your crop lacks its last row and its last column.",
    zh="你的裁剪少了最后一行和最后一列。",
)
def random_crop(x, top, left, height, width):
    return x[:, top : top + height - 1, left : left + width - 1]


@misconception(
    "negative-end",
    entry="W05",
    en="Your crop removes `height` rows and `width` columns from the far end: a negative end of a slice counts from "
    "behind.",
    zh="你的裁剪从末尾去掉了 `height` 行和 `width` 列：切片的终点为负数时，是从后往前数的。",
)
def random_crop(x, top, left, height, width):
    return x[:, top:-height, left:-width]


@misconception(
    "corner-swapped",
    entry="",
    en="Your crop begins at row `left` and column `top`: the two are swapped.",
    zh="你的裁剪从第 `left` 行、第 `top` 列开始：两者弄反了。",
)
def random_crop(x, top, left, height, width):
    return x[:, left : left + height, top : top + width]


@misconception(
    "crop-size-swapped",
    entry="",
    en="Your crop has `width` rows and `height` columns: the two are swapped.",
    zh="你的裁剪有 `width` 行、`height` 列：两者弄反了。",
)
def random_crop(x, top, left, height, width):
    return x[:, top : top + width, left : left + height]


@misconception(
    "x-before-y",
    entry="",
    en="Your crop is laid out as (x, y): rows and columns are swapped, the corner as well as the size. "
    "Rows come first.",
    zh="你按 (x, y) 的次序裁剪：起点和大小的行列都弄反了。应当行在前。",
)
def random_crop(x, top, left, height, width):
    return x[:, left : left + width, top : top + height]


@misconception(
    "crop-of-the-first-axes",
    entry="W01",
    en="You cropped the first two axes, as if there were one image only. The first axis is the batch.",
    zh="你裁剪的是前两个轴，好像只有一张图像。第一个轴是批次。",
)
def random_crop(x, top, left, height, width):
    return x[top : top + height, left : left + width]


@misconception(
    "crop-of-the-last-axes",
    entry="W01",
    en="You cropped the last two axes, as if the channels came before the rows (NCHW). Here they come last.",
    zh="你裁剪的是后两个轴，好像通道排在行的前面（NCHW）。本题的通道在最后。",
)
def random_crop(x, top, left, height, width):
    return x[:, :, top : top + height, left : left + width]


@misconception(
    "centre-crop",
    entry="",
    en="Your crop has the right size but always lies in the centre: `top` and `left` have no part in it.",
    zh="你的裁剪大小是对的，但总在图像中央：`top` 和 `left` 没有起作用。",
)
def random_crop(x, top, left, height, width):
    top, left = (x.shape[1] - height) // 2, (x.shape[2] - width) // 2
    return x[:, top : top + height, left : left + width]


@misconception(
    "rest-blackened",
    entry="",
    en="Your images keep their size, and are black outside the crop. Return the part alone.",
    zh="你的图像大小没变，只是裁剪区域以外涂成了黑色。应只返回裁下的部分。",
)
def random_crop(x, top, left, height, width):
    result = np.zeros_like(x)
    result[:, top : top + height, left : left + width] = x[:, top : top + height, left : left + width]
    return result


@misconception(
    "border-repeated",
    entry="",
    en='Your mirror stands at the edge of the border pixel, which appears twice (NumPy\'s "symmetric"). Here it stands '
    "at the pixel's centre.",
    zh='你的镜面在边界像素的外侧，边界像素出现了两次（NumPy 的 "symmetric"）。本题的镜面在边界像素的中心。',
)
def pad_reflect(x, pad):
    return padded(x, pad, "symmetric")


@misconception(
    "border-stretched",
    entry="",
    en="Your padding repeats the border pixel outwards. Here the image is mirrored.",
    zh="你的填充把边界像素一直向外重复。本题要的是镜像。",
)
def pad_reflect(x, pad):
    return padded(x, pad, "edge")


@misconception(
    "zeros-around",
    entry="V02",
    en="Your padding is zeros, as in a convolution. Here the image is mirrored.",
    zh="你的填充是 0，像卷积那样。本题要的是镜像。",
)
def pad_reflect(x, pad):
    return padded(x, pad, "constant")


@misconception(
    "wrapped-around",
    entry="",
    en="Your padding continues with the opposite side of the image, like tiles. Here the image is mirrored.",
    zh="你的填充接上了图像的另一侧，像铺瓷砖一样。本题要的是镜像。",
)
def pad_reflect(x, pad):
    return padded(x, pad, "wrap")


@misconception(
    "every-axis-padded",
    entry="",
    en="Your padding also adds images and channels: a single width pads all four axes. Only rows and columns grow.",
    zh="你的填充连图像张数和通道数也增加了：只给一个宽度时，四个轴都会填充。只应填充行和列。",
)
def pad_reflect(x, pad):
    return np.pad(x, pad, mode="reflect")


@misconception(
    "channels-padded-too",
    entry="",
    en="Your padding also adds channels. Only rows and columns grow.",
    zh="你的填充连通道数也增加了。只应填充行和列。",
)
def pad_reflect(x, pad):
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad), (pad, pad)), mode="reflect")


@misconception(
    "padded-at-the-end-only",
    entry="",
    en="Your padding is at the bottom and on the right only. All four sides get it.",
    zh="你只在下方和右侧填充。四边都要填充。",
)
def pad_reflect(x, pad):
    return np.pad(x, ((0, 0), (0, pad), (0, pad), (0, 0)), mode="reflect")


@misconception(
    "total-taken-for-each-side",
    entry="",
    en="Your padding is half as wide as asked for: `pad` counts for each side, not for both together.",
    zh="你的填充只有要求的一半宽：`pad` 是每一边的宽度，不是两边之和。",
)
def pad_reflect(x, pad):
    one, other = pad // 2, pad - pad // 2
    return np.pad(x, ((0, 0), (one, other), (one, other), (0, 0)), mode="reflect")


@misconception(
    "padding-not-mirrored",
    entry="",
    en="The strips beside your image hold the right pixels in the wrong order: they were copied without "
    "reversing them.",
    zh="你在两边补的像素没错，但次序反了：复制时没有倒过来。",
)
def pad_reflect(x, pad):
    def places(n):
        return np.r_[1 : pad + 1, 0:n, n - 1 - pad : n - 1]

    return x[:, places(x.shape[1])][:, :, places(x.shape[2])]


@misconception(
    "pixels-as-floats",
    entry="X16",
    en="Your padded images are float64 whatever came in: they were put into an array of the default dtype.",
    zh="无论输入是什么 dtype，你填充后的图像都成了 float64：它们被放进了默认 dtype 的数组。",
)
def pad_reflect(x, pad):
    return padded(x.astype(float), pad, "reflect")


@misconception(
    "whole-numbers-widened",
    entry="X16",
    en="Your padded bytes became int64: the values are right but take eight times the memory.",
    zh="你填充后的字节变成了 int64：数值是对的，却占了八倍的内存。",
)
def pad_reflect(x, pad):
    return padded(x.astype(np.int64) if x.dtype.kind in "iu" else x, pad, "reflect")
