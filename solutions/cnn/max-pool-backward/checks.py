"""Hidden checks of max_pool_backward."""

import numpy as np

from grader.checks import check, close


@check(
    "gives each window's gradient to its maximum, image by image and channel by channel",
    zh="每张图像、每个通道分别把窗口的梯度交给最大值所在的像素",
    points=3,
)
def test_square_windows(submission, reference, rng):
    max_pool_backward = reference.pooling.max_pool_backward
    x, dy = rng.normal(size=(2, 5, 7, 4)), rng.normal(size=(2, 2, 3, 4))
    close(submission.max_pool_backward(dy, x), max_pool_backward(dy, x))
    x, dy = rng.normal(size=(3, 10, 7, 2)), rng.normal(size=(3, 3, 2, 2))
    close(submission.max_pool_backward(dy, x, 3), max_pool_backward(dy, x, 3))


@check(
    "adds up the gradients of overlapping windows, whatever their size and stride",
    zh="窗口重叠时梯度相加，窗口大小和步幅任意",
    points=4,
)
def test_size_and_stride(submission, reference, rng):
    pooling = reference.pooling
    x = rng.normal(size=(2, 8, 11, 3))
    for size, stride in [(3, 2), ((2, 4), (1, 2)), ((4, 2), 3), ((2, 3), None), (3, 1), (2, (4, 3))]:
        dy = rng.normal(size=pooling.max_pool(x, size, stride).shape) + 1
        close(
            submission.max_pool_backward(dy, x, size=size, stride=stride),
            pooling.max_pool_backward(dy, x, size, stride),
        )
    dy = rng.normal(size=pooling.max_pool(x, (3, 2), (2, 1)).shape)
    close(submission.max_pool_backward(dy, x, (3, 2), (2, 1)), pooling.max_pool_backward(dy, x, (3, 2), (2, 1)))


@check(
    "gives everything to the first of equal maxima, row by row, within the window only",
    zh="最大值并列时，只把梯度交给本窗口内逐行数的第一个",
    points=4,
)
def test_ties(submission, reference, rng):
    pooling = reference.pooling
    x = rng.integers(-1, 3, size=(2, 7, 8, 3)).astype(np.float64)
    for size, stride in [(2, None), (3, 2), ((3, 4), 1)]:
        dy = rng.normal(size=pooling.max_pool(x, size, stride).shape) + 2
        close(submission.max_pool_backward(dy, x, size, stride), pooling.max_pool_backward(dy, x, size, stride))
    x, dy = np.zeros((1, 6, 5, 2)), rng.normal(size=(1, 3, 2, 2))  # as after a ReLU
    close(submission.max_pool_backward(dy, x), pooling.max_pool_backward(dy, x))


@check(
    "holds for negative images; keeps float32, computes integers as float64",
    zh="全为负数的图像也成立；float32 保持不变，整数按 float64 计算",
    points=2,
)
def test_signs_and_dtypes(submission, reference, rng):
    max_pool_backward = reference.pooling.max_pool_backward
    x, dy = -rng.uniform(1.0, 9.0, size=(2, 4, 6, 3)), rng.normal(size=(2, 2, 3, 3))
    close(submission.max_pool_backward(dy, x), max_pool_backward(dy, x))
    whole = rng.integers(-90, 91, size=(2, 4, 6, 3))
    close(submission.max_pool_backward(dy, whole), max_pool_backward(dy, whole))
    counts = rng.integers(-9, 10, size=dy.shape)
    close(submission.max_pool_backward(counts, whole), max_pool_backward(counts, whole))
    single = [a.astype(np.float32) for a in (dy, x)]
    close(submission.max_pool_backward(*single), max_pool_backward(*single))


@check(
    "holds for one pixel, windows of one pixel or of the whole image, gaps and strided arrays",
    zh="单个像素、窗口只含一个像素或覆盖整张图像、窗口之间有空隙、内存不连续时都成立",
    points=3,
)
def test_edges(submission, reference, rng):
    pooling = reference.pooling
    x = 1000 * rng.normal(size=(1, 4, 5, 3))
    for size, stride in [(1, None), ((4, 5), None), (1, 2), ((3, 1), (7, 3)), ((1, 5), 1)]:
        dy = 1000 * rng.normal(size=pooling.max_pool(x, size, stride).shape)
        close(submission.max_pool_backward(dy, x, size, stride), pooling.max_pool_backward(dy, x, size, stride))
    one = rng.normal(size=(1, 1, 1, 1))
    close(submission.max_pool_backward(one, one + 2, 1), one)
    x = np.asfortranarray(rng.normal(size=(2, 6, 14, 3)))[:, :, ::2]
    dy = rng.normal(size=(3, 2, 3, 2)).transpose(3, 0, 1, 2)
    close(submission.max_pool_backward(dy, x, (2, 3)), pooling.max_pool_backward(dy, x, (2, 3)))
