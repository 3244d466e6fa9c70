"""Hidden checks of neuron."""

import numpy as np

from grader.checks import check, close


def right(reference, x, w, b):
    """The neuron's output by the reference."""
    return reference.activations.sigmoid(np.dot(w.astype(float), x) + b)


@check("takes the sigmoid of the weighted sum plus the bias", zh="对“加权和加偏置”取 sigmoid", points=2)
def test_values(submission, reference, rng):
    for d, b in [(5, 0.8), (2, -1.3), (9, 0.6)]:
        x, w = rng.uniform(0.4, 1.6, size=d), rng.uniform(-0.9, 0.7, size=d)
        close(submission.neuron(x, w, b), right(reference, x, w, b))


@check("adds the bias once, after the sum", zh="偏置只加一次，而且是求和之后再加", points=1)
def test_bias(submission, reference, rng):
    x, w = rng.uniform(0.5, 1.5, size=4), rng.uniform(-0.6, 0.9, size=4)
    for b in (1.4, -0.7, 0.0):
        close(submission.neuron(x, w, b), right(reference, x, w, b))
    close(submission.neuron(np.zeros(3), rng.normal(size=3), -0.4), reference.activations.sigmoid(-0.4))


@check("does not overflow for sums up to ±1000", zh="加权和大到 ±1000 也不溢出", points=2)
def test_saturated(submission, reference, rng):
    x = rng.uniform(0.5, 1.5, size=6)
    for z in (1000.0, 30.0, -30.0, -1000.0):
        close(submission.neuron(x, z * np.ones(6) / x.sum(), 0.0), right(reference, x, z * np.ones(6) / x.sum(), 0.0))
    close(submission.neuron(np.array([700.0, -1200.0]), np.ones(2), -500.0), 0.0)
    close(submission.neuron(np.array([1000.0, -1000.0]), np.ones(2), 0.75), reference.activations.sigmoid(0.75))


@check(
    "holds for one input, integers, bytes, float32 and strided arrays",
    zh="只有一个输入、整数（包括 8 位整数）、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one = rng.uniform(0.5, 2.0, size=(2, 1))
    strided = rng.normal(size=(5, 8))[:, ::4].T
    integers = rng.integers(-3, 4, size=(2, 5)), 1
    small = np.array([[20, 30, -7], [12, 9, 11]], dtype=np.int8), -432.5  # the sum is 433
    singles = rng.normal(size=(2, 7)).astype(np.float32), 0.5
    for (x, w), b in [(one, -1.0), (strided, 0.25), integers, small]:
        close(submission.neuron(x, w, b), right(reference, x, w, b))
    (x, w), b = singles
    close(submission.neuron(x, w, b), right(reference, x, w, b), rtol=1e-5)  # a float does not show it was float32
