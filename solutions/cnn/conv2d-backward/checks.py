"""Hidden checks of conv2d_backward."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("dx", "dkernel", "dbias")


def layer(rng, shape, size, filters, stride=1):
    """Upstream gradient, images and kernel; the size of the output follows from those of image and kernel."""
    n, *sides, channels = shape
    positions = [(side - k) // stride + 1 for side, k in zip(sides, size)]
    dy = rng.normal(size=(n, *positions, filters)) + 0.5
    return dy, rng.normal(size=shape) + 0.5, rng.normal(size=(*size, channels, filters)) + 0.3


def compare(submission, reference, arguments, names=("dbias", "dkernel", "dx")):
    """The gradients of these names against the reference's."""
    actual = dict(zip(NAMES, unpack(submission.conv2d_backward(*arguments), *NAMES)))
    expected = dict(zip(NAMES, reference.convolution.conv2d_backward(*arguments)))
    for name in names:
        close(actual[name], expected[name], what=name)


@check(
    "sums the gradients of kernel and bias over all windows and all images",
    zh="卷积核和偏置的梯度对所有窗口、所有图像求和",
    points=4,
)
def test_parameters(submission, reference, rng):
    for shape, size, filters in [((3, 6, 8, 2), (2, 3), 4), ((2, 9, 5, 4), (3, 2), 3), ((4, 5, 9, 3), (3, 2), 2)]:
        compare(submission, reference, layer(rng, shape, size, filters), ("dbias", "dkernel"))


@check(
    "adds up in each pixel what all windows over it send back, through the unflipped kernel",
    zh="每个像素把盖住它的所有窗口传回的梯度加起来，卷积核不翻转",
    points=4,
)
def test_images(submission, reference, rng):
    for shape, size, filters in [((3, 6, 8, 2), (2, 3), 4), ((2, 9, 5, 4), (3, 2), 3), ((2, 7, 8, 3), (3, 3), 5)]:
        compare(submission, reference, layer(rng, shape, size, filters), ("dx",))


@check(
    "steps by the stride in both directions, and leaves 0 where no window reaches",
    zh="两个方向都按步幅移动，窗口到不了的像素梯度为 0",
    points=4,
)
def test_stride(submission, reference, rng):
    for shape, size, filters, stride in [((2, 8, 11, 3), (3, 2), 4, 2), ((3, 9, 12, 2), (4, 5), 3, 3)]:
        dy, x, kernel = layer(rng, shape, size, filters, stride)
        compare(submission, reference, (dy, x, kernel, stride))
    dy, x, kernel = layer(rng, (2, 7, 9, 3), (2, 3), 4, 2)
    dx, dkernel, dbias = unpack(submission.conv2d_backward(dy, x, kernel, stride=2), *NAMES)
    expected = reference.convolution.conv2d_backward(dy, x, kernel, 2)
    for name, actual, right in zip(NAMES, (dx, dkernel, dbias), expected):
        close(actual, right, what=name)


@check(
    "holds for 1×1 kernels, kernels as large as the image, gaps between windows, single sizes and strided arrays",
    zh="1×1 卷积核、与图像一样大的卷积核、窗口之间有空隙、各维度为 1、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for shape, size, filters, stride in [
        ((1, 5, 4, 3), (1, 1), 2, 1), ((2, 5, 4, 3), (5, 4), 2, 1), ((2, 8, 9, 3), (2, 1), 4, 3),
        ((3, 6, 7, 1), (1, 3), 1, 2), ((1, 1, 1, 1), (1, 1), 1, 1),
    ]:  # fmt: skip
        dy, x, kernel = layer(rng, shape, size, filters, stride)
        compare(submission, reference, (1000 * dy, x, 1000 * kernel, stride))
    dy, x, kernel = layer(rng, (2, 6, 14, 3), (2, 3), 4)
    dy = rng.normal(size=(4, 2, 5, 5)).transpose(1, 2, 3, 0)
    compare(submission, reference, (dy, np.asfortranarray(x)[:, :, ::2], kernel[:, ::-1]))


@check("computes integers as float64 and keeps float32", zh="整数按 float64 计算，float32 保持不变", points=2)
def test_dtypes(submission, reference, rng):
    dy, x, kernel = layer(rng, (2, 5, 6, 3), (3, 2), 4)
    compare(submission, reference, [a.astype(np.float32) for a in (dy, x, kernel)])
    whole = [np.rint(3 * a).astype(np.int64) for a in (dy, x, kernel)]
    compare(submission, reference, (dy, whole[1], kernel))
    compare(submission, reference, (dy, x, whole[2]))
    compare(submission, reference, whole)
    wrapping = rng.integers(100, 256, size=x.shape).astype(np.uint8)
    compare(submission, reference, (dy, wrapping, kernel))
