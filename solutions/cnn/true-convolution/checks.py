"""Hidden checks of convolve2d."""

import numpy as np

from grader.checks import check, close


@check(
    "turns the kernel by 180° and sums every overlap, from the first pixel to the last",
    zh="卷积核旋转 180°，从第一个像素到最后一个像素，所有重叠处都求和",
    points=4,
)
def test_values(submission, reference, rng):
    for image, kernel in [((5, 7), (3, 2)), ((6, 4), (2, 5)), ((4, 6), (3, 3))]:
        x, w = rng.normal(size=image), rng.normal(size=kernel) + 0.5
        close(submission.convolve2d(x, w), reference.convolution.convolve2d(x, w))


@check(
    "takes a kernel that is larger than the image along one axis or both",
    zh="卷积核在一个或两个方向上大于图像时也成立",
    points=2,
)
def test_large_kernels(submission, reference, rng):
    for image, kernel in [((2, 3), (4, 5)), ((6, 2), (3, 4)), ((2, 7), (5, 3))]:
        x, w = rng.normal(size=image), rng.normal(size=kernel)
        close(submission.convolve2d(x, w), reference.convolution.convolve2d(x, w))


@check(
    "computes integers as float64, bytes included, and keeps float32",
    zh="整数（包括 uint8）按 float64 计算，float32 保持不变",
    points=2,
)
def test_dtypes(submission, reference, rng):
    whole, weights = rng.integers(-9, 10, size=(4, 5)), rng.normal(size=(2, 3))
    close(submission.convolve2d(whole, weights), reference.convolution.convolve2d(whole, weights))
    close(submission.convolve2d(weights, whole), reference.convolution.convolve2d(weights, whole))
    pixels = rng.integers(100, 256, size=(3, 5), dtype=np.uint8)
    edge = rng.integers(2, 7, size=(2, 4), dtype=np.uint8)
    close(submission.convolve2d(pixels, edge), reference.convolution.convolve2d(pixels, edge))
    single = [rng.normal(size=shape).astype(np.float32) for shape in [(5, 4), (2, 3)]]
    close(submission.convolve2d(*single), reference.convolution.convolve2d(*single))


@check(
    "holds for one pixel, one weight, single rows and columns, zeros and strided arrays",
    zh="单个像素、单个权重、单行单列、全零、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    convolve2d = reference.convolution.convolve2d
    for image, kernel in [((1, 1), (2, 3)), ((3, 4), (1, 1)), ((1, 5), (4, 1)), ((1, 6), (1, 3)), ((4, 1), (2, 1))]:
        x, w = rng.normal(size=image), rng.normal(size=kernel)
        close(submission.convolve2d(x, w), convolve2d(x, w))
    close(submission.convolve2d(np.zeros((2, 3)), rng.normal(size=(2, 2))), np.zeros((3, 4)))
    x, w = np.asfortranarray(1000 * rng.normal(size=(5, 8)))[:, ::2], rng.normal(size=(3, 2)).T
    close(submission.convolve2d(x, w), convolve2d(x, w))
