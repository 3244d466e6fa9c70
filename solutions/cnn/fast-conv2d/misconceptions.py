"""Wrong answers to fast-conv2d that people really give."""

import numpy as np
from numpy.lib.stride_tricks import as_strided

from grader.checks import misconception

right_answer = conv2d


@misconception(
    "loop-over-pixels",
    entry="",
    verdict="too_slow",
    en="Your values are right, but Python still loops over the output's pixels: thousands of NumPy calls "
    "for a few multiplications each. Collect all windows in one array and multiply once.",
    zh="数值是对的，但 Python 仍在逐个遍历输出像素：成千上万次 NumPy 调用，每次只做几个乘法。请把所有窗口"
    "收集到一个数组里，只乘一次。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    kh, kw, _, filters = kernel.shape
    x = pad_images(x if x.dtype.kind == "f" else x.astype(float), kh, kw, stride, padding)
    height, width = (x.shape[1] - kh) // stride + 1, (x.shape[2] - kw) // stride + 1
    dtype = np.result_type(x, kernel, bias)
    y = np.empty((len(x), height, width, filters), dtype=dtype if dtype.kind == "f" else float)
    for b in range(len(x)):
        for i in range(height):
            for j in range(width):
                window = x[b, i * stride : i * stride + kh, j * stride : j * stride + kw]
                y[b, i, j] = np.sum(window[..., None] * kernel, axis=(0, 1, 2)) + bias
    return y


@misconception(
    "window-order-differs-from-kernel-order",
    entry="V17",
    en="Your windows are flattened in the order (c, kh, kw), the kernel in the order (kh, kw, c), and so "
    "the wrong numbers meet. Bring the channels to the end before you reshape.",
    zh="你的窗口按 (c, kh, kw) 的顺序展平，卷积核却是 (kh, kw, c)，相乘的数对不上。reshape 之前先把通道移到最后。",
)
def multiply(windows, kernel):
    rows = windows.reshape(*windows.shape[:3], -1)
    return rows @ kernel.reshape(-1, kernel.shape[3])


@misconception(
    "pixels-in-column-order",
    entry="V17",
    en="The rows of your matrix run down the columns of the image, but you reshape them as if they ran "
    "along its rows: the pixels are right and in the wrong place.",
    zh="你的矩阵的各行是沿图像的列排列的，reshape 时却当成了沿行排列：像素值都对，位置不对。",
)
def multiply(windows, kernel):
    y = np.tensordot(windows, kernel, axes=([4, 5, 3], [0, 1, 2]))
    return y.swapaxes(1, 2).reshape(y.shape)


@misconception(
    "filters-and-pixels-mixed",
    entry="V17",
    en="Your product has the axes (filters, pixels), and a reshape alone does not bring the filters to "
    "the end. Transpose it first.",
    zh="你的乘积的轴是（卷积核，像素），只靠 reshape 不能把卷积核这个轴移到最后，要先转置。",
)
def multiply(windows, kernel):
    y = np.tensordot(windows, kernel, axes=([4, 5, 3], [0, 1, 2]))
    return np.moveaxis(y, 3, 0).reshape(y.shape)


@misconception(
    "assumes-contiguous-memory",
    entry="",
    en="You computed the strides of the windows from the shape of x. They are right for contiguous arrays "
    "only; start from `x.strides`.",
    zh="你根据 x 的形状推算窗口的 strides，这只对内存连续的数组成立。应当从 `x.strides` 出发。",
)
def all_windows(x, kh, kw, stride):
    n, h, w, c = x.shape
    flat = x.ravel(order="K")
    item = x.itemsize
    shape = (n, (h - kh) // stride + 1, (w - kw) // stride + 1, c, kh, kw)
    row, column = item * w * c, item * c
    return as_strided(flat, shape, (h * row, stride * row, stride * column, item, row, column))


@misconception(
    "stride-along-rows-only",
    entry="V06",
    en="Your windows move by the stride from row to row, but by one pixel from column to column.",
    zh="你的窗口在行方向按步幅移动，在列方向却每次只移一个像素。",
)
def all_windows(x, kh, kw, stride):
    return sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::stride]


@misconception(
    "flipped-kernel",
    entry="V03",
    en="Your result is what the kernel gives when it is turned by 180°, as convolution routines and the "
    "source's formula have it. CNN layers do not flip it.",
    zh="你的结果等于把卷积核旋转 180° 后得到的值，现成的卷积函数和原文的公式都是如此。CNN 的卷积层不翻转卷积核。",
)
def conv2d(x, kernel, bias, stride=1, padding="valid"):
    return right_answer(x, kernel[::-1, ::-1], bias, stride, padding)


@misconception(
    "extra-pixel-in-front",
    entry="V14",
    en="Where the padding is odd, your extra pixel is on top and on the left. It belongs below and on the right.",
    zh="填充总数为奇数时，你把多出的一个像素放在了上方和左边，应放在下方和右边。",
)
def same_padding(size, kernel_size, stride):
    total = max((-(-size // stride) - 1) * stride + kernel_size - size, 0)
    return total - total // 2, total // 2
