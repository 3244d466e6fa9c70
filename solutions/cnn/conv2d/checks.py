"""Hidden checks of conv2d."""

import numpy as np

from grader.checks import check, close


@check(
    "slides the unflipped kernel over all channels and adds each filter's bias once",
    zh="卷积核不翻转，对全部通道求和，每个卷积核的偏置只加一次",
    points=3,
)
def test_valid(submission, reference, rng):
    for (n, h, w, c), (kh, kw, f) in [((2, 7, 9, 3), (3, 2, 4)), ((3, 6, 8, 2), (2, 4, 5))]:
        x, kernel = rng.normal(size=(n, h, w, c)), rng.normal(size=(kh, kw, c, f))
        bias = rng.normal(size=f) + 3
        close(submission.conv2d(x, kernel, bias), reference.convolution.conv2d(x, kernel, bias))


@check(
    "moves by the stride in both directions and drops windows that do not fit",
    zh="两个方向都按步幅移动，放不下的窗口舍去",
    points=2,
)
def test_stride(submission, reference, rng):
    x, kernel, bias = rng.normal(size=(2, 9, 12, 3)), rng.normal(size=(2, 3, 3, 4)), rng.normal(size=4)
    for stride in [2, 3]:
        close(
            submission.conv2d(x, kernel, bias, stride=stride),
            reference.convolution.conv2d(x, kernel, bias, stride=stride),
        )


@check(
    "pads with zeros for 'same', the odd extra pixel at the end, whatever the stride",
    zh="“same” 用零填充，多出的一个像素放在末端，任何步幅都如此",
    points=3,
)
def test_same(submission, reference, rng):
    x, kernel = rng.normal(size=(2, 7, 10, 3)) + 1, rng.normal(size=(4, 3, 3, 5))
    bias = rng.normal(size=5)
    for stride in [2, 1, 3]:
        close(
            submission.conv2d(x, kernel, bias, stride=stride, padding="same"),
            reference.convolution.conv2d(x, kernel, bias, stride=stride, padding="same"),
        )


@check(
    "computes integers as float64, bytes included, and keeps float32",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    x = rng.integers(-9, 10, size=(2, 5, 6, 2))
    kernel, bias = rng.normal(size=(3, 2, 2, 3)), rng.normal(size=3)
    expected = reference.convolution.conv2d(x.astype(np.float64), kernel, bias)
    close(submission.conv2d(x, kernel, bias), expected)
    whole, offset = rng.integers(-9, 10, size=(3, 2, 2, 3)), rng.integers(1, 10, size=3)
    expected = reference.convolution.conv2d(*(a.astype(np.float64) for a in (x, whole, offset)))
    close(submission.conv2d(x, whole, offset), expected)
    small = [rng.integers(20, 120, size=a.shape, dtype=np.int8) for a in (x, kernel, bias)]
    expected = reference.convolution.conv2d(*(a.astype(np.float64) for a in small))
    close(submission.conv2d(*small), expected)
    single = [a.astype(np.float32) for a in (x + 0.5, kernel, bias)]
    close(submission.conv2d(*single), reference.convolution.conv2d(*single))


@check(
    "holds for 1×1 kernels, kernels as large as the image or larger, steps beyond the kernel, strided arrays",
    zh="1×1 卷积核、与图像一样大或更大的卷积核、步幅大于卷积核、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    conv2d = reference.convolution.conv2d
    x, bias = rng.normal(size=(1, 5, 4, 3)), rng.normal(size=2)
    for (kh, kw), stride, padding in [
        ((1, 1), 1, "valid"), ((5, 4), 2, "valid"), ((1, 2), 3, "same"), ((1, 1), 2, "same"), ((7, 6), 2, "same"),
    ]:  # fmt: skip
        kernel = rng.normal(size=(kh, kw, 3, 2))
        given = (x, kernel, bias, stride, padding)
        close(submission.conv2d(*given), conv2d(*given))
    x = np.asfortranarray(rng.normal(size=(2, 6, 14, 3)))[:, :, ::2]
    kernel = rng.normal(size=(2, 3, 2, 3)).transpose(0, 1, 3, 2)
    close(submission.conv2d(x, kernel, bias), conv2d(x, kernel, bias))
