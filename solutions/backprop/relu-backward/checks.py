"""Hidden checks of relu_backward."""

import numpy as np

from grader.checks import check, close


def away_from_zero(rng, shape):
    """Numbers of both signs, none of them near the corner."""
    return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.1, 3, size=shape)


def compare(submission, reference, dy, x):
    close(submission.relu_backward(dy, x), reference.dense.relu_backward(dy, x), "dx")


@check(
    "lets dy through where x is positive and stops it where x is negative",
    zh="x 为正处让 dy 通过，x 为负处把它挡住",
    points=2,
)
def test_gate(submission, reference, rng):
    for shape in [(4, 3), (7,), (2, 3, 5, 4)]:
        compare(submission, reference, away_from_zero(rng, shape), away_from_zero(rng, shape))


@check("has slope 0 where x is exactly 0", zh="x 恰好为 0 处，斜率取 0", points=1)
def test_corner(submission, reference, rng):
    x = away_from_zero(rng, (3, 5))
    x[:, 1] = [0.0, -0.0, 0.0]
    x[1, 3] = 0.0
    compare(submission, reference, away_from_zero(rng, (3, 5)), x)


@check(
    "decides by x at any magnitude: tiny, and as large as ±1000",
    zh="无论 x 多小或多大（到 ±1000），都由 x 的正负决定",
    points=1,
)
def test_magnitudes(submission, reference, rng):
    dy = away_from_zero(rng, (2, 6))
    x = np.array([1000.0, -1000.0, 1e-9, -1e-9, 1.0, -1.0])
    compare(submission, reference, dy, np.stack([x, x[::-1]]))
    dy[0, :3] = 0.0
    compare(submission, reference, 1e3 * dy, np.stack([-x, x]))


@check("computes integers as float64 and keeps float32", zh="整数按 float64 计算，float32 保持不变", points=1)
def test_dtypes(submission, reference, rng):
    dy, x = 3 * away_from_zero(rng, (2, 4, 3)), 3 * away_from_zero(rng, (2, 4, 3))
    compare(submission, reference, np.rint(dy).astype(np.int64), np.rint(x).astype(np.int64))
    compare(submission, reference, dy, np.rint(x).astype(np.int64))
    compare(submission, reference, dy.astype(np.float32), x.astype(np.float32))


@check("holds for one element and for strided arrays", zh="只有一个元素、内存不连续时都成立", points=1)
def test_edges(submission, reference, rng):
    for sign in (1.0, -1.0):
        compare(submission, reference, away_from_zero(rng, (1, 1)), sign * rng.uniform(0.1, 3, size=(1, 1)))
    strided, column_major = away_from_zero(rng, (3, 8))[:, ::2], np.asfortranarray(away_from_zero(rng, (3, 4)))
    compare(submission, reference, strided, column_major)
