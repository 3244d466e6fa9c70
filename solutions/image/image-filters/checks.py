"""Hidden checks of box_blur and sobel."""

import numpy as np

from grader.checks import check, close


@check(
    "averages the whole square around each pixel, whatever its size",
    zh="对每个像素周围的整个正方形取平均，任何大小都成立",
    points=3,
)
def test_box_blur(submission, reference, rng):
    for shape, size in [((7, 9), 3), ((8, 6), 5), ((4, 5), 1)]:
        image = 3 * rng.normal(size=shape) + 2
        close(submission.box_blur(image, size), reference.image.box_blur(image, size))
    image = rng.normal(size=(5, 6))
    close(submission.box_blur(size=3, image=image), reference.image.box_blur(image, 3))


@check(
    "joins the differences along both axes, weighted 1, 2, 1, by the root of their squares",
    zh="两个方向的差分都按 1、2、1 加权，再以平方和开方合成",
    points=4,
)
def test_sobel(submission, reference, rng):
    rows, columns = np.mgrid[0.0:5.0, 0.0:6.0]
    for image in (3 * rng.normal(size=(5, 7)) + 2, 2 * rng.normal(size=(8, 6)) - 3, rows - 3 * columns):
        close(submission.sobel(image), reference.image.sobel(image))


@check(
    "computes bytes, integers and float32 in float64",
    zh="字节、整数和 float32 都按 float64 计算",
    points=2,
)
def test_dtypes(submission, reference, rng):
    values = rng.integers(0, 256, size=(5, 6))
    for image in (values.astype(np.uint8), values - 128, (values / 255).astype(np.float32)):
        close(submission.box_blur(image, 3), reference.image.box_blur(image, 3))
        close(submission.sobel(image), reference.image.sobel(image))


@check(
    "holds for a single pixel, row or column, squares wider than the image, large values and strided arrays",
    zh="只有一个像素、一行或一列，正方形比图像大，数值很大，内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    fortran, strided = np.asfortranarray(rng.normal(size=(4, 6))), rng.normal(size=(5, 8))[::-1, ::2]
    for image in (rng.normal(size=(1, 1)), rng.normal(size=(1, 5)), 1e6 * rng.normal(size=(4, 1)), fortran, strided):
        close(submission.sobel(image), reference.image.sobel(image))
        for size in (3, 7):
            close(submission.box_blur(image, size), reference.image.box_blur(image, size))
