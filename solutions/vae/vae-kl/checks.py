"""Hidden checks of kl_divergence."""

import numpy as np

from grader.checks import check, close


def encoded(rng, n, d):
    """Means and logarithms of variances of which neither is nearly that of N(0, 1)."""
    return rng.normal(size=(n, d)) + 1, rng.normal(size=(n, d)) - 0.5


def compare(submission, reference, mean, log_var, **tolerance):
    expected = reference.vae.kl_divergence(mean, log_var)
    close(submission.kl_divergence(mean, log_var), expected, **tolerance)


@check("sums over the latents and averages over the batch", zh="对隐变量求和，对批次取平均", points=3)
def test_reduction(submission, reference, rng):
    for n, d in [(4, 3), (2, 5), (6, 1), (1, 4)]:
        compare(submission, reference, *encoded(rng, n, d))


@check(
    "measures mean and variance, each in the right place and with the right sign",
    zh="均值项和方差项各就各位，符号正确",
    points=3,
)
def test_each_argument(submission, reference, rng):
    mean, log_var = encoded(rng, 3, 4)
    compare(submission, reference, 2 * mean, 0 * log_var)
    compare(submission, reference, 0 * mean, 1 + np.abs(log_var))
    compare(submission, reference, 0 * mean, -1 - np.abs(log_var))


@check(
    "stays finite for variances that vanish or are huge, and for large means",
    zh="方差小到为零、方差或均值很大时，结果仍然有限且正确",
    points=2,
)
def test_extremes(submission, reference, rng, backend):
    mean, _ = encoded(rng, 2, 4)
    compare(submission, reference, mean, np.array([[-1000.0, 2.0, -800.0, 0.5], [1.0, -1000.0, -0.5, -900.0]]))
    # a Keras submission may compute in float32, where squares and exponentials end at 1e38
    largest, highest = (1e30, 650.0) if backend == "numpy" else (1e15, 80.0)
    compare(submission, reference, largest * mean, np.array([[-1.0, 10.0, 3.0, 0.5], [1.0, -2.0, 12.0, 5.0]]))
    compare(submission, reference, mean, highest + np.array([[-1.0, 0.0, 3.0, 0.5], [1.0, -2.0, 1.5, 2.0]]))


@check(
    "computes integers as float64, bytes included, and takes float32 and strided arrays",
    zh="整数（包括 uint8）按 float64 计算；float32 输入、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    whole = rng.integers(-4, 5, size=(3, 4))
    compare(submission, reference, whole, np.array([[1, -2, 0, 2], [-3, 1, 2, -1], [0, 3, -1, 1]]))
    wrapping, short = np.array([[20, 155, 99], [200, 31, 47]], np.uint8), np.array([[1, 10, 3], [7, 2, 9]], np.uint8)
    compare(submission, reference, wrapping, short)
    compare(submission, reference, short, short)
    single = [a.astype(np.float32) for a in encoded(rng, 3, 5)]
    compare(submission, reference, *single, rtol=1e-5)  # a Python float does not show its float32 origin
    mean, log_var = encoded(rng, 5, 8)
    compare(submission, reference, mean[:, ::2], np.asfortranarray(log_var[:, 4:]))
