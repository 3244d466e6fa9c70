"""Hidden checks of robust-losses."""

import numpy as np

from grader.checks import check, close


@check("mae averages the absolute errors of all elements", zh="mae 对所有元素的绝对误差取平均", points=2)
def test_mae(submission, reference, rng):
    for shape in [(4, 3), (5,), (2, 3, 4)]:
        y, y_hat = rng.normal(size=shape), 3 * rng.normal(size=shape) + 1
        close(submission.mae(y, y_hat), reference.losses.mae(y, y_hat), "mae")


@check(
    "huber is a parabola up to delta and a line beyond it, on both sides",
    zh="huber 在 delta 以内是抛物线，以外是直线，正负两侧都是如此",
    points=2,
)
def test_huber(submission, reference, rng):
    for shape, delta in [((4, 3), 1.5), ((7,), 0.6), ((2, 3, 4), 2.5)]:
        y = rng.normal(size=shape)
        signs = np.where(np.arange(y.size) % 2, -1, 1).reshape(shape)
        y_hat = y + signs * np.linspace(0.1, 5, y.size).reshape(shape)
        close(submission.huber(y, y_hat, delta=delta), reference.losses.huber(y, y_hat, delta), "huber")


@check(
    "huber uses its delta, 1 if none is given, and is continuous at |e| = delta",
    zh="huber 使用给定的 delta，不给时为 1，在 |e| = delta 处连续",
    points=1,
)
def test_delta(submission, reference, rng):
    y, y_hat = rng.normal(size=(3, 4)), 4 * rng.normal(size=(3, 4))
    close(submission.huber(y, y_hat), reference.losses.huber(y, y_hat), "huber")
    for delta in (0.05, 1.7, 3, 40.0):
        close(submission.huber(y, y_hat, delta), reference.losses.huber(y, y_hat, delta), "huber")
    corner = rng.permutation([0.0, 2.5, -2.5, 2.5, 1.0])
    close(submission.huber(corner, np.zeros(5), 2.5), reference.losses.huber(corner, np.zeros(5), 2.5), "huber")


@check("computes integers as float64, bytes included", zh="整数（包括 uint8）按 float64 计算", points=1)
def test_integer_input(submission, reference, rng):
    low = rng.integers(0, 100, size=(3, 4), dtype=np.uint8)
    high = rng.integers(100, 256, size=(3, 4), dtype=np.uint8)
    for y, y_hat in [(low, high), (high.astype(np.int64), low.astype(np.int64))]:
        close(submission.mae(y, y_hat), reference.losses.mae(y, y_hat), "mae")
        close(submission.huber(y, y_hat, 90.5), reference.losses.huber(y, y_hat, 90.5), "huber")


@check(
    "holds for one element, a perfect prediction, large values, float32 and strided arrays",
    zh="单个元素、完全预测正确、数值很大、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one, same = rng.normal(size=(1,)), rng.normal(size=(2, 3))
    large = 1e6 * rng.normal(size=(3, 2))
    strided = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    single = rng.normal(size=(4, 2)).astype(np.float32), 4 * rng.normal(size=(4, 2)).astype(np.float32)
    for y, y_hat in [(one, one - 1.5), (same, same.copy()), (large, -large), strided, single]:
        rtol = 1e-5 if y.dtype == np.float32 else None  # a Python float does not show its float32 origin
        close(submission.mae(y, y_hat), reference.losses.mae(y, y_hat), "mae", rtol=rtol)
        close(submission.huber(y, y_hat), reference.losses.huber(y, y_hat), "huber", rtol=rtol)
