"""Hidden checks of max_pool."""

import numpy as np

from grader.checks import check, close


@check(
    "takes the largest value of each window, channel by channel, and drops windows that do not fit",
    zh="每个通道分别取窗口内的最大值，放不下的窗口舍去",
    points=2,
)
def test_square_windows(submission, reference, rng):
    x = rng.normal(size=(2, 7, 9, 4))
    close(submission.max_pool(x), reference.pooling.max_pool(x))
    x = rng.normal(size=(4, 11, 7, 5))
    close(submission.max_pool(x, 3), reference.pooling.max_pool(x, 3))


@check(
    "moves rectangular windows by the stride, one number or two, overlapping or with gaps",
    zh="长方形窗口按步幅移动：步幅可以是一个数或两个数，窗口可以重叠，也可以有间隔",
    points=2,
)
def test_size_and_stride(submission, reference, rng):
    max_pool = reference.pooling.max_pool
    x = rng.normal(size=(2, 9, 13, 5))
    for size, stride in [((2, 4), None), (3, 2), ((4, 2), 3), ((2, 3), (1, 4)), (2, 1), (4, (2, 3))]:
        close(submission.max_pool(x, size=size, stride=stride), max_pool(x, size, stride))
    close(submission.max_pool(x, (3, 2), (2, 1)), max_pool(x, (3, 2), (2, 1)))


@check(
    "keeps float32 and integers as they are, negative numbers included",
    zh="float32 与整数保持不变，负数也不例外",
    points=1,
)
def test_dtypes(submission, reference, rng):
    negative = -rng.uniform(1.0, 9.0, size=(2, 5, 6, 3))
    close(submission.max_pool(negative), reference.pooling.max_pool(negative))
    for x in [
        (negative - 0.5).astype(np.float32),
        rng.integers(-90, -10, size=(2, 4, 7, 3)),
        rng.integers(0, 256, size=(3, 6, 5, 2), dtype=np.uint8),
    ]:
        close(submission.max_pool(x), reference.pooling.max_pool(x))


@check(
    "holds for one pixel, windows of one pixel or of the whole image, ties and strided arrays",
    zh="单个像素、窗口只含一个像素或覆盖整张图像、数值相同、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    max_pool = reference.pooling.max_pool
    x = 1000 * rng.normal(size=(1, 4, 5, 3))
    for size, stride in [(1, None), ((4, 5), None), (1, 2), ((4, 1), (7, 3)), ((1, 5), 1)]:
        close(submission.max_pool(x, size, stride), max_pool(x, size, stride))
    one = rng.normal(size=(1, 1, 1, 1))
    close(submission.max_pool(one, 1), one)
    ties = rng.integers(-2, 0, size=(2, 5, 4, 3)).astype(np.float64)
    close(submission.max_pool(ties, 2, 1), max_pool(ties, 2, 1))
    x = np.asfortranarray(rng.normal(size=(2, 6, 14, 3)))[:, :, ::2]
    close(submission.max_pool(x, (2, 3)), max_pool(x, (2, 3)))
