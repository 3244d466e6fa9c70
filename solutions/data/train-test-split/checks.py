"""Hidden checks of train_test_split."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("x_train", "x_test", "y_train", "y_test")


def same(submission, reference, x, y, fraction, order):
    """Hold that all four parts are those of the reference."""
    right = reference.splits.train_test_split(x, y, fraction, order)
    parts = unpack(submission.train_test_split(x, y, fraction, order), *NAMES)
    for part, expected, name in zip(parts, right, NAMES):
        close(part, expected, name)


def samples(rng, n):
    """Inputs, targets that number them, and an order that begins with neither end."""
    return (
        rng.normal(size=(n, 3)),
        np.arange(n),
        np.concatenate([[2, n - 2], rng.permutation(np.r_[0:2, 3 : n - 2, n - 1])]),
    )


@check(
    "gives the first samples of order to the test set and the rest to the training set, in that order",
    zh="order 中靠前的样本归测试集，其余归训练集，先后顺序不变",
    points=2,
)
def test_values(submission, reference, rng):
    for n, fraction in [(8, 0.25), (12, 0.5), (15, 0.8)]:
        x, y, order = samples(rng, n)
        same(submission, reference, x, y, fraction, order)


@check(
    "gives the test set math.ceil(n * test_fraction) samples, float rounding included",
    zh="测试集有 math.ceil(n * test_fraction) 个样本，浮点舍入也照此处理",
    points=2,
)
def test_size(submission, reference, rng):
    for n, fraction in [(7, 0.3), (11, 0.2), (9, 0.65), (10, 0.1), (100, 0.07), (6, 0.01)]:
        x, y, order = samples(rng, n)
        same(submission, reference, x, y, fraction, order)


@check("leaves one set empty for the fractions 0 and 1", zh="比例为 0 或 1 时，其中一个集合为空", points=1)
def test_empty(submission, reference, rng):
    x, y, order = samples(rng, 6)
    same(submission, reference, x, y, 0.0, order)
    same(submission, reference, x, y, 1.0, order)
    same(submission, reference, x[:1], y[:1], 0.4, np.array([0]))


@check(
    "holds for images of bytes, targets of several columns, float32 and strided arrays",
    zh="uint8 图像、多列目标、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    images, order = rng.integers(0, 256, size=(7, 2, 5), dtype=np.uint8), rng.permutation(7)
    same(submission, reference, images, rng.normal(size=(7, 4)).astype(np.float32), 0.4, order)
    x = rng.normal(size=(10, 3))
    same(submission, reference, x[::2], np.asfortranarray(rng.normal(size=(5, 2))), 0.3, rng.permutation(5)[::-1])
