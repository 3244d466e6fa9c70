"""Hidden checks of reparameterise."""

import numpy as np

from grader.checks import check, close


def encoded(rng, *shape):
    """Means, logarithms of variances and noise of one shape."""
    return rng.normal(size=shape) + 1, 1.5 * rng.normal(size=shape), rng.normal(size=shape)


def compare(submission, reference, *arguments):
    close(submission.reparameterise(*arguments), reference.vae.reparameterise(*arguments))


@check(
    "scales the noise by the standard deviation, then adds the mean",
    zh="噪声先乘标准差，再加上均值",
    points=2,
)
def test_scale_and_shift(submission, reference, rng):
    for shape in [(4, 3), (5,), (2, 3, 4)]:
        compare(submission, reference, *encoded(rng, *shape))


@check(
    "takes the scale from log_var alone and the noise from its argument",
    zh="尺度只由 log_var 决定，噪声只取自参数",
    points=1,
)
def test_each_argument(submission, reference, rng):
    mean, log_var, noise = encoded(rng, 3, 5)
    compare(submission, reference, 0 * mean, log_var, noise)
    compare(submission, reference, mean, 0 * log_var, noise)
    compare(submission, reference, mean, log_var, 100 * noise)


@check(
    "does not overflow where log_var is very large or very small",
    zh="log_var 很大或很小时都不溢出",
    points=1,
)
def test_extremes(submission, reference, rng, backend):
    # a Keras layer computes in float32, where the standard deviation itself leaves the range above 177
    far = 1000.0 if backend == "numpy" else 150.0
    mean, _, noise = encoded(rng, 2, 4)
    log_var = np.array([[-far, far, 3.0, -1000.0], [far, -3.0, -1000.0, -far]])
    compare(submission, reference, mean, log_var, noise)
    single = (a.astype(np.float32) for a in (mean, np.clip(log_var, -150, 150), noise))
    compare(submission, reference, *single)


@check(
    "computes integers as float64, keeps float32, and holds for one element and strided arrays",
    zh="整数按 float64 计算，float32 保持不变；单个元素、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    _, _, noise = encoded(rng, 3, 4)
    mean, log_var = rng.integers(-5, 6, size=(3, 4)), np.array([[1, -3, 5, -1], [3, 2, -5, 1], [-2, 1, 0, 3]])
    compare(submission, reference, mean, log_var, noise)
    compare(submission, reference, mean, log_var, rng.integers(1, 4, size=(3, 4)))
    compare(submission, reference, *(a.astype(np.float32) for a in encoded(rng, 2, 3)))
    compare(submission, reference, *encoded(rng, 1, 1))
    mean, log_var, noise = encoded(rng, 4, 6)
    compare(submission, reference, mean[:, ::2], np.asfortranarray(log_var[:, :3]), noise.T[:3].T)
