"""Hidden checks of resize_bilinear."""

import numpy as np

from grader.checks import check, close


@check("enlarges between the centres of the pixels", zh="放大时以像素中心为准插值", points=4)
def test_enlarged(submission, reference, rng):
    for shape, size in [((3, 4), (7, 9)), ((5, 2), (6, 8)), ((4, 3), (12, 5))]:
        image = 3 * rng.normal(size=shape) + 2
        close(submission.resize_bilinear(image, *size), reference.image.resize_bilinear(image, *size))


@check(
    "shrinks without averaging the pixels between, and along one axis while the other grows",
    zh="缩小时不对中间的像素取平均；一个轴缩小、另一个轴放大也成立",
    points=3,
)
def test_shrunk(submission, reference, rng):
    for shape, size in [((9, 11), (4, 3)), ((8, 3), (3, 7)), ((2, 9), (5, 2)), ((7, 10), (1, 5))]:
        image = 3 * rng.normal(size=shape) + 2
        close(submission.resize_bilinear(image, *size), reference.image.resize_bilinear(image, *size))


@check("treats every channel by itself", zh="各通道分别处理", points=3)
def test_channels(submission, reference, rng):
    for shape, size in [((4, 5, 3), (6, 3)), ((5, 3, 2), (3, 8)), ((3, 4, 1), (5, 5))]:
        image = rng.normal(size=shape) + np.arange(shape[2])
        close(submission.resize_bilinear(image, *size), reference.image.resize_bilinear(image, *size))
    image = rng.normal(size=(4, 5, 3))
    close(submission.resize_bilinear(width=3, height=7, image=image), reference.image.resize_bilinear(image, 7, 3))


@check(
    "computes integers and bytes as float64, and keeps float32",
    zh="整数和字节按 float64 计算，float32 保持不变",
    points=2,
)
def test_dtypes(submission, reference, rng):
    for channels in ((), (3,)):
        values = rng.integers(0, 256, size=(4, 5, *channels))
        for image in (values.astype(np.uint8), values - 128, (values / 64).astype(np.float32)):
            close(submission.resize_bilinear(image, 6, 3), reference.image.resize_bilinear(image, 6, 3))


@check(
    "holds for the same size, one pixel, large values and strided arrays",
    zh="尺寸不变、只有一个像素、数值很大、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    one, line = rng.normal(size=(1, 1)), rng.normal(size=(1, 6))
    fortran, strided = np.asfortranarray(rng.normal(size=(4, 6))), rng.normal(size=(5, 8, 3))[::-1, ::2]
    for image in (one, line, line.T, 1e6 * rng.normal(size=(3, 4, 2)), fortran, strided):
        for size in [image.shape[:2], (3, 5), (1, 1)]:
            close(submission.resize_bilinear(image, *size), reference.image.resize_bilinear(image, *size))
