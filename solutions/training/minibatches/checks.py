"""Hidden checks of minibatches."""

import numpy as np

from grader.checks import check, close, unpack


def compare(submission, reference, x, y, batch_size, order):
    """Every batch against the reference."""
    right = reference.splits.minibatches(x, y, batch_size, order)
    pairs = unpack(submission.minibatches(x, y, batch_size, order), *(f"batch {i}" for i in range(len(right))))
    for pair, (right_xb, right_yb) in zip(pairs, right):
        xb, yb = unpack(pair, "xb", "yb")
        close(xb, right_xb, what="xb")
        close(yb, right_yb, what="yb")


def order_of(rng, n):
    """A permutation that is neither its own inverse nor the identity."""
    while True:
        order = rng.permutation(n)
        if n < 3 or not np.array_equal(order[order], np.arange(n)):
            return order


@check(
    "takes the samples in the given order, inputs together with their targets",
    zh="按给定次序取样，输入与目标始终配对",
    points=2,
)
def test_order(submission, reference, rng):
    for n, batch_size, x_shape, y_shape in [(6, 3, (2,), ()), (12, 4, (), (3,)), (8, 2, (2, 3), (1,))]:
        x, y = rng.normal(size=(n, *x_shape)), rng.normal(size=(n, *y_shape))
        compare(submission, reference, x, y, batch_size, order_of(rng, n))


@check(
    "puts what is left into a last, smaller batch, and makes no empty one",
    zh="剩下的样本归入较小的最后一批，不产生空批次",
    points=2,
)
def test_last_batch(submission, reference, rng):
    for n, batch_size in [(7, 3), (11, 4), (9, 3), (10, 4), (13, 5)]:
        x, y = rng.normal(size=(n, 2)), rng.integers(0, 5, size=n)
        compare(submission, reference, x, y, batch_size, order_of(rng, n))


@check(
    "holds for batches of one, one batch for all, and a single sample",
    zh="每批一个样本、一批装下全部、总共只有一个样本时都成立",
    points=1,
)
def test_sizes(submission, reference, rng):
    for n, batch_size in [(5, 1), (5, 5), (5, 9), (6, 5), (1, 1), (1, 4)]:
        x, y = rng.normal(size=(n, 3)), rng.normal(size=n)
        compare(submission, reference, x, y, batch_size, order_of(rng, n))


@check("keeps the dtypes of x and y, and takes strided arrays", zh="保持 x 和 y 的 dtype，内存不连续也成立", points=1)
def test_dtypes(submission, reference, rng):
    images, classes = rng.integers(0, 256, size=(7, 2, 3), dtype=np.uint8), rng.integers(0, 10, size=7)
    compare(submission, reference, images, classes, 3, order_of(rng, 7).astype(np.int32))
    x, y = rng.normal(size=(7, 4)).astype(np.float32), np.asfortranarray(rng.normal(size=(7, 2)))
    compare(submission, reference, x[:, ::2], y, 3, np.repeat(order_of(rng, 7), 2)[::2])
