"""Hidden checks of private_gradient."""

import numpy as np

from grader.checks import check, close


def gradients(rng, shape, lengths):
    """One gradient of this shape for each length."""
    grads = rng.normal(size=(len(lengths), *shape))
    norms = np.sqrt(np.sum(grads**2, axis=tuple(range(1, grads.ndim)), keepdims=True))
    return grads / norms * np.reshape(lengths, norms.shape)


def same(submission, reference, *arguments):
    """Hold the private gradient."""
    close(submission.private_gradient(*arguments), reference.privacy.private_gradient(*arguments))


@check(
    "shortens each example's gradient to clip by its norm over all axes but the first, then averages",
    zh="按除第一个轴之外所有轴上的范数，把每个样本的梯度缩短到 clip，再取平均",
    points=4,
)
def test_clipping(submission, reference, rng):
    for shape, clip in [((3,), 1.5), ((2, 4), 0.7), ((3, 1, 5), 4.0)]:
        lengths = clip * np.concatenate([rng.uniform(1.5, 6, size=3), rng.uniform(0.2, 0.8, size=2), [30.0]])
        same(submission, reference, gradients(rng, shape, lengths), clip, 0.0, rng.normal(size=shape))


@check(
    "adds noise_multiplier · clip · noise once, to the sum, before dividing by n",
    zh="在除以 n 之前，给和加一次 noise_multiplier · clip · noise",
    points=3,
)
def test_noise(submission, reference, rng):
    for shape, n, clip, multiplier in [((4,), 3, 2.5, 0.6), ((2, 3), 7, 0.3, 1.7), ((5, 2), 4, 1.4, 3.0)]:
        grads = gradients(rng, shape, clip * rng.uniform(0.3, 3, size=n))
        same(submission, reference, grads, clip, multiplier, rng.normal(size=shape))


@check(
    "leaves gradients within clip as they are, zeros and tiny ones included",
    zh="没有超过 clip 的梯度保持原样，全零和极小的也不例外",
    points=2,
)
def test_within_clip(submission, reference, rng):
    # together they are longer than clip, and so are the sums of the absolute values; each alone is not
    grads = gradients(rng, (3, 2), rng.uniform(0.8, 0.95, size=5))
    same(submission, reference, grads, 1.0, 0.0, np.zeros((3, 2)))
    grads[[1, 3]] = 0
    same(submission, reference, 3 * grads, 1.5, 0.5, rng.normal(size=(3, 2)))
    same(submission, reference, np.zeros((3, 4)), 2.0, 0.5, rng.normal(size=4))
    same(submission, reference, gradients(rng, (4,), 1e-7 * np.array([3.0, 0.2, 7.0])), 1e-7, 0.5, rng.normal(size=4))


@check(
    "holds for one example, integers and int8, float32, large values and strided arrays",
    zh="只有一个样本、整数与 int8、float32、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same(submission, reference, rng.uniform(2, 3, size=(1, 1)), 1.25, 0.5, rng.normal(size=1))
    same(submission, reference, rng.uniform(2, 3, size=(1, 3, 2)), 2, 1, rng.normal(size=(3, 2)))
    same(submission, reference, rng.integers(1, 10, size=(4, 3)), 6.5, 0.7, rng.normal(size=3))
    opposite = np.outer([1, -1], 10**9 + rng.integers(10, 90, size=3)) + rng.integers(-9, 9, size=(2, 3))
    same(submission, reference, opposite, 1e12, 0.0, rng.normal(size=3))  # float32 would lose what is left of the sum
    small = rng.integers(50, 120, size=(5, 2, 2), dtype=np.int8)
    same(submission, reference, small, 150.5, 0.25, rng.normal(size=(2, 2)))
    single = rng.normal(size=(6, 2, 5)).astype(np.float32)
    same(submission, reference, single, 2.0, 0.5, rng.normal(size=(2, 5)).astype(np.float32))
    same(submission, reference, 1e12 * rng.normal(size=(3, 4)), 3.0, 0.5, rng.normal(size=4))
    grads = np.asfortranarray(rng.normal(size=(5, 3, 8)))[:, :, ::2]
    same(submission, reference, grads, 2.5, 0.5, rng.normal(size=(4, 3)).T)
