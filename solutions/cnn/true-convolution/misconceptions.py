"""Wrong answers to convolve2d that people really give."""

import numpy as np

from grader.checks import misconception

right_answer = convolve2d


@misconception(
    "kernel-not-flipped",
    entry="V03",
    en="Your result is the cross-correlation that CNN layers compute: the kernel was laid on the image unflipped.",
    zh="你的结果是 CNN 卷积层所算的互相关：卷积核没有翻转。",
)
def convolve2d(image, kernel):
    return right_answer(image, kernel[::-1, ::-1])


@misconception(
    "flipped-upside-down-only",
    entry="V04",
    en="Your kernel is flipped upside down only; left and right have to change places as well.",
    zh="你只把卷积核上下翻转了，左右也要翻转。",
)
def convolve2d(image, kernel):
    return right_answer(image, kernel[:, ::-1])


@misconception(
    "flipped-left-right-only",
    entry="V04",
    en="Your kernel is flipped left to right only; top and bottom have to change places as well.",
    zh="你只把卷积核左右翻转了，上下也要翻转。",
)
def convolve2d(image, kernel):
    return right_answer(image, kernel[::-1])


@misconception(
    "transposed-instead-of-turned",
    entry="V04",
    en="Your kernel is transposed where it should be turned by 180°.",
    zh="你把卷积核转置了，而这里要的是旋转 180°。",
)
def convolve2d(image, kernel):
    return right_answer(image, kernel.T[::-1, ::-1])


@misconception(
    "turned-by-a-quarter",
    entry="V04",
    en="Your kernel is turned by 90° (`np.rot90` once). A flip along both axes is a turn by 180°.",
    zh="你的卷积核只旋转了 90°（`np.rot90` 只用了一次）。沿两个轴翻转相当于旋转 180°。",
)
def convolve2d(image, kernel):
    return right_answer(image, np.rot90(kernel, 3))


@misconception(
    "valid-size",
    entry="V15",
    en='Your result holds only the places where the kernel lies inside the image entirely ("valid"). The full size '
    "includes the border, where they overlap in part.",
    zh="你只算了卷积核完全落在图像内的位置（“valid”）。“full” 还包括边缘上只有部分重叠的位置。",
)
def convolve2d(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    return right_answer(image, kernel)[kh - 1 : h, kw - 1 : w]


@misconception(
    "same-size",
    entry="V15",
    en='Your result was cut to the size of the image ("same"). The full one is larger by the kernel minus one.',
    zh="你的结果被裁成了图像的大小（“same”）。“full” 在每个方向上都要多出“核长 - 1”个像素。",
)
def convolve2d(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    top, left = (kh - 1) // 2, (kw - 1) // 2
    return right_answer(image, kernel)[top : top + h, left : left + w]


@misconception(
    "padded-by-the-whole-kernel",
    entry="V15",
    en="There is a border of zeros around your result: the image was padded by the kernel's size, which is one pixel "
    "too many on each side.",
    zh="你的结果四周多了一圈零：图像两侧补的零等于核的大小，每一侧都多补了一个。",
)
def convolve2d(image, kernel):
    return np.pad(right_answer(image, kernel), 1)


@misconception(
    "padding-swapped",
    entry="V07",
    en="Your padding is that of the other axis: rows were padded by the kernel's width, columns by its height.",
    zh="你的填充弄反了：行方向按核的宽度补零，列方向按核的高度补零。",
)
def convolve2d(image, kernel):
    kh, kw = kernel.shape
    padded = np.pad(image, ((kw - 1, kw - 1), (kh - 1, kh - 1)))
    return right_answer(padded, kernel)[kh - 1 : padded.shape[0], kw - 1 : padded.shape[1]]


@misconception(
    "index-from-one",
    entry="V15",
    en="Your result is moved by one pixel, up and to the left: the +1 of the source's indices, which begin at 1, was "
    "kept for indices that begin at 0.",
    zh="你的结果向左上错开了一个像素：原文下标从 1 开始才有那个 +1，下标从 0 开始时不应保留。",
)
def convolve2d(image, kernel):
    return np.pad(right_answer(image, kernel)[1:, 1:], ((0, 1), (0, 1)))


@misconception(
    "negative-indices-wrap",
    entry="V15",
    en="Pixels from the opposite side of the image are in your first rows and columns: a negative index does not leave "
    "an array, it counts from its end.",
    zh="你结果的前几行、前几列混入了图像另一侧的像素：负下标并不越界，而是从数组末尾往前数。",
)
def convolve2d(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    y = np.zeros_like(right_answer(image, kernel))
    for i, j in np.ndindex(*y.shape):
        for m in range(kh):
            for n in range(kw):
                if i - m < h and j - n < w:
                    y[i, j] += float(kernel[m, n]) * image[i - m, j - n]
    return y


@misconception(
    "overwritten",
    entry="V12",
    en="In your result later products replaced earlier ones in the same place. Overlapping contributions add up.",
    zh="在你的结果里，同一位置上后来的乘积覆盖了先前的。重叠的贡献应当相加。",
)
def convolve2d(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    y = np.zeros_like(right_answer(image, kernel))
    for m in range(kh):
        for n in range(kw):
            y[m : m + h, n : n + w] = kernel[m, n] * image.astype(y.dtype)
    return y


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your result has the dtype of an integer image, and so every number lost its decimals. Make it float64.",
    zh="你的结果沿用了整数图像的 dtype，小数部分都被截掉了。应使用 float64。",
)
def convolve2d(image, kernel):
    return right_answer(image, kernel).astype(image.dtype)


@misconception(
    "bytes-wrap",
    entry="T08",
    en="Your products of bytes wrapped around at 256. Convert to floating point before you multiply.",
    zh="你的 uint8 乘积超过 255 后回绕了。先转换成浮点数再相乘。",
)
def convolve2d(image, kernel):
    (h, w), (kh, kw) = image.shape, kernel.shape
    y = np.zeros_like(right_answer(image, kernel))
    for m in range(kh):
        for n in range(kw):
            y[m : m + h, n : n + w] += kernel[m, n] * image
    return y


@misconception(
    "always-float64",
    entry="X16",
    en="Your result is float64 where both arguments are float32.",
    zh="两个参数都是 float32 时，你的结果却是 float64。",
)
def convolve2d(image, kernel):
    return right_answer(image, kernel).astype(np.float64)
