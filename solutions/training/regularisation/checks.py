"""Hidden checks of the penalties and their gradients."""

import numpy as np

from grader.checks import check, close


def weights(rng, *shapes):
    """Arrays whose elements are of either sign and not near 0."""
    return [rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.3, 2.5, size=shape) + 0.1 for shape in shapes]


@check(
    "l1_penalty adds up |w| over all elements of all arrays",
    zh="l1_penalty 把所有数组所有元素的绝对值加起来",
    points=1,
)
def test_l1_penalty(submission, reference, rng):
    for shapes, lam in [([(3, 2), (4,), (2, 5)], 0.7), ([(2, 3, 4), (3, 1)], 2.5), ([(5,)], 0.4)]:
        params = weights(rng, *shapes)
        close(submission.l1_penalty(params, lam), reference.regularisation.l1_penalty(params, lam))


@check(
    "l2_penalty adds up w² over all elements of all arrays, without a factor 1/2",
    zh="l2_penalty 把所有数组所有元素的平方加起来，没有系数 1/2",
    points=1,
)
def test_l2_penalty(submission, reference, rng):
    for shapes, lam in [([(3, 2), (4,), (2, 5)], 0.7), ([(2, 3, 4), (3, 1)], 2.5), ([(5,)], 0.4)]:
        params = weights(rng, *shapes)
        close(submission.l2_penalty(params, lam), reference.regularisation.l2_penalty(params, lam))


@check("l2_gradient is the slope of l2_penalty", zh="l2_gradient 就是 l2_penalty 的斜率", points=1)
def test_l2_gradient(submission, reference, rng):
    for shape, lam in [((3, 2), 0.7), ((2, 3, 4), 2.5), ((5,), 0.05)]:
        (w,) = weights(rng, shape)
        close(submission.l2_gradient(w, lam), reference.regularisation.l2_gradient(w, lam))


@check(
    "l1_gradient has the sign of each weight, and is 0 where the weight is 0",
    zh="l1_gradient 取每个权重的符号，权重为 0 处为 0",
    points=2,
)
def test_l1_gradient(submission, reference, rng):
    for shape, lam in [((3, 2), 0.7), ((2, 3, 4), 2.5), ((5,), 0.05)]:
        (w,) = weights(rng, shape)
        close(submission.l1_gradient(w, lam), reference.regularisation.l1_gradient(w, lam))
        w.flat[::2] = 0
        close(submission.l1_gradient(w, lam), reference.regularisation.l1_gradient(w, lam))


@check(
    "holds for integers, float32, tiny and large weights, lam = 0 and strided arrays",
    zh="整数、float32、很小和很大的权重、lam = 0、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    right = reference.regularisation
    whole = rng.integers(20, 120, size=(3, 4), dtype=np.int8) * rng.choice([-1, 1], size=(3, 4)).astype(np.int8)
    whole[0, 0] = -128  # its absolute value does not fit into 8 bits
    strided, columns = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 5)))
    single = rng.normal(size=(2, 3)).astype(np.float32)
    far_apart = np.array([[1e6, -1e-6, 0.0], [-1e-9, 3e5, 1e-12]])
    for w, lam in [
        (whole, 0.3),
        (whole, 3),
        (strided, 1.5),
        (columns, 0.2),
        (single, 0.5),
        (far_apart, 2.0),
        (strided, 0.0),
    ]:
        for name in ("l1_penalty", "l2_penalty"):
            close(getattr(submission, name)([w, w[0]], lam), getattr(right, name)([w, w[0]], lam), what=name)
        for name in ("l1_gradient", "l2_gradient"):
            close(getattr(submission, name)(w, lam), getattr(right, name)(w, lam), what=name)
