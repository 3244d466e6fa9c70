"""Hidden checks of clip_by_global_norm."""

import numpy as np

from grader.checks import check, close, unpack


def same(submission, reference, grads, max_norm):
    """Hold that the norm is right, and then every gradient in its place."""
    expected, right = reference.clipping.clip_by_global_norm(grads, max_norm)
    clipped, norm = unpack(submission.clip_by_global_norm(grads, max_norm), "clipped", "norm")
    close(norm, right, "norm")
    names = [f"gradient {i}" for i in range(len(grads))]
    for part, gradient, name in zip(unpack(clipped, *names), expected, names):
        close(part, gradient, name)


def normal(rng, *shapes):
    """Gradients of these shapes."""
    return [rng.normal(size=shape) for shape in shapes]


@check(
    "shortens all gradients by one factor, to max_norm together, and gives the norm from before",
    zh="所有梯度乘同一个系数，合起来缩短到 max_norm；返回裁剪之前的范数",
    points=4,
)
def test_clipped(submission, reference, rng):
    same(submission, reference, normal(rng, (4, 3), (3,), (2, 5)), 1.5)
    same(submission, reference, normal(rng, (2, 3, 4), (7,)), 0.3)
    large_and_small = [30 * rng.normal(size=(3, 2)), 0.2 * rng.normal(size=2), rng.normal(size=(2, 4, 1))]
    same(submission, reference, large_and_small, 4.0)


@check(
    "acts where every gradient alone is within the limit, but all together are not",
    zh="每个梯度单独看都没有超过上限、合起来却超过时，也要裁剪",
    points=2,
)
def test_together(submission, reference, rng):
    units = [g / np.linalg.norm(g) for g in normal(rng, (3,), (2, 2), (5, 1), (4,))]
    lengths = rng.uniform(1.5, 1.9, size=4)
    same(submission, reference, [length * unit for length, unit in zip(lengths, units)], 2.0)


@check(
    "leaves gradients within the limit alone, zeros included",
    zh="没有超过上限的梯度保持原样，全零也不例外",
    points=2,
)
def test_within_limit(submission, reference, rng):
    units = [g / np.linalg.norm(g) for g in normal(rng, (3, 2), (4,))]
    # the sum of the norms (3.5) and the sum of the squares (6.25) are above the limit, the norm (2.5) is not
    same(submission, reference, [1.5 * units[0], 2 * units[1]], 2.8)
    same(submission, reference, [0.15 * units[0], 0.2 * units[1]], 0.5)
    same(submission, reference, [np.zeros((2, 3)), np.zeros(4)], 0.7)


@check(
    "holds for one gradient, integers, float32, large values and strided arrays",
    zh="只有一个梯度、整数、float32、数值很大、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    same(submission, reference, [rng.uniform(2, 3, size=1)], 1.25)
    same(submission, reference, [rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))], 0.8)
    same(submission, reference, [g.astype(np.float32) for g in normal(rng, (2, 5), (3,))], 0.6)
    same(submission, reference, [1e12 * g for g in normal(rng, (2, 3), (4, 1))], 3.0)
    same(submission, reference, [rng.integers(1, 10, size=(2, 3)), rng.integers(-9, 0, size=4)], 2.5)
    same(submission, reference, [rng.integers(50, 120, size=shape, dtype=np.int8) for shape in [(2, 3), (4,)]], 2.5)
