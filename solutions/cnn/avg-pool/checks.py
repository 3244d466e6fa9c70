"""Hidden checks of avg_pool."""

import numpy as np

from grader.checks import check, close


@check(
    "averages each window, channel by channel, and drops windows that do not fit",
    zh="每个通道分别对窗口求平均，放不下的窗口舍去",
    points=2,
)
def test_square_windows(submission, reference, rng):
    x = rng.normal(size=(2, 7, 9, 4)) + 1
    close(submission.avg_pool(x), reference.pooling.avg_pool(x))
    x = rng.normal(size=(4, 11, 7, 5))
    close(submission.avg_pool(x, 3), reference.pooling.avg_pool(x, 3))


@check(
    "moves rectangular windows by the stride, one number or two, and divides by their own size",
    zh="长方形窗口按步幅（一个数或两个数）移动，除数是窗口自身的大小",
    points=2,
)
def test_size_and_stride(submission, reference, rng):
    avg_pool = reference.pooling.avg_pool
    x = rng.normal(size=(2, 9, 13, 5)) + 1
    for size, stride in [((2, 4), None), (3, 2), ((4, 2), 3), ((2, 3), (1, 4)), (2, 1), (4, (2, 3))]:
        close(submission.avg_pool(x, size=size, stride=stride), avg_pool(x, size, stride))
    close(submission.avg_pool(x, (3, 2), (2, 1)), avg_pool(x, (3, 2), (2, 1)))


@check(
    "computes integers as float64, bytes included, and keeps float32",
    zh="整数（包括 uint8）按 float64 计算，float32 保持不变",
    points=1,
)
def test_dtypes(submission, reference, rng):
    for x in [
        rng.integers(-90, 91, size=(2, 4, 7, 3)),
        rng.integers(100, 256, size=(3, 6, 5, 2), dtype=np.uint8),
        rng.normal(size=(2, 5, 6, 3)).astype(np.float32),
    ]:
        close(submission.avg_pool(x), reference.pooling.avg_pool(x))


@check(
    "holds for one pixel, windows of one pixel or of the whole image, large numbers and strided arrays",
    zh="单个像素、窗口只含一个像素或覆盖整张图像、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    avg_pool = reference.pooling.avg_pool
    x = 1000 * rng.normal(size=(1, 4, 5, 3))
    for size, stride in [(1, None), ((4, 5), None), (1, 2), ((4, 1), (7, 3)), ((1, 5), 1)]:
        close(submission.avg_pool(x, size, stride), avg_pool(x, size, stride))
    one = rng.normal(size=(1, 1, 1, 1))
    close(submission.avg_pool(one, 1), one)
    x = np.asfortranarray(rng.normal(size=(2, 6, 14, 3)))[:, :, ::2]
    close(submission.avg_pool(x, (2, 3)), avg_pool(x, (2, 3)))
