"""Hidden checks of dropout and dropout_backward."""

import numpy as np

from grader.checks import check, close


def samples(rng, shape, rate):
    """Uniform samples of that shape, some above the rate and some below, whatever the seed."""
    u = rng.uniform(0, rate, size=shape)
    kept = rng.permutation(np.arange(u.size) % 2 == 0).reshape(shape)
    return np.where(kept, rng.uniform(rate, 1, size=shape), u)


def values(rng, shape):
    """Numbers of either sign that are not near 0."""
    return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.5, 3, size=shape)


@check(
    "keeps an element where u >= rate, divided by 1 - rate, and zeroes the others",
    zh="u >= rate 处的元素保留并除以 1 - rate，其余置零",
    points=2,
)
def test_training(submission, reference, rng):
    for shape, rate in [((5, 3), 0.3), ((7,), 0.8), ((2, 3, 4), 0.1), ((4, 2, 3, 2), 0.6)]:
        x, u = values(rng, shape), samples(rng, shape, rate)
        close(submission.dropout(x, rate, u), reference.dropout.dropout(x, rate, u))


@check(
    "drops and scales in training only, which is the default",
    zh="只在训练时丢弃和缩放，且默认处于训练状态",
    points=2,
)
def test_training_flag(submission, reference, rng):
    for shape, rate in [((4, 3), 0.3), ((2, 5), 0.7)]:
        x, u = values(rng, shape), samples(rng, shape, rate)
        trained = reference.dropout.dropout(x, rate, u)
        close(submission.dropout(x, rate, u), trained)
        close(submission.dropout(x, rate, u, training=True), trained)
        close(submission.dropout(x, rate, u, training=False), x)
        close(submission.dropout(x, rate, u, False), x)


@check(
    "sends the gradient back through the kept elements only, with their factor",
    zh="梯度只经过保留的元素，并乘以同样的系数",
    points=2,
)
def test_backward(submission, reference, rng):
    for shape, rate in [((5, 3), 0.3), ((7,), 0.8), ((2, 3, 4), 0.15)]:
        x, dy, u = values(rng, shape), values(rng, shape), samples(rng, shape, rate)
        close(submission.dropout(x, rate, u), reference.dropout.dropout(x, rate, u), what="y")
        close(submission.dropout_backward(dy, rate, u), reference.dropout.dropout_backward(dy, rate, u), what="dx")


@check(
    "keeps an element whose sample equals the rate, and drops nothing at rate 0",
    zh="随机数恰好等于 rate 时保留；rate 为 0 时什么也不丢",
    points=1,
)
def test_boundaries(submission, reference, rng):
    x, dy = values(rng, (3, 4)), values(rng, (3, 4))
    for rate in (0.25, 0.5, 0.0):
        u = samples(rng, (3, 4), rate)
        u[:, 1:3] = rate
        close(submission.dropout(x, rate, u), reference.dropout.dropout(x, rate, u), what="y")
        close(submission.dropout_backward(dy, rate, u), reference.dropout.dropout_backward(dy, rate, u), what="dx")


@check(
    "holds for integers, float32, one element, all dropped, large values and strided arrays",
    zh="整数、float32、单个元素、全部丢弃、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    whole = rng.integers(1, 10, size=(3, 4))
    single = values(rng, (2, 5)).astype(np.float32)
    strided, columns = values(rng, (3, 8))[:, ::2], np.asfortranarray(values(rng, (4, 3)))
    for x in (whole, single, strided, columns, 1e6 * values(rng, (2, 3))):
        u = samples(rng, x.shape, 0.4)
        close(submission.dropout(x, 0.4, u), reference.dropout.dropout(x, 0.4, u), what="y")
        close(submission.dropout_backward(x, 0.4, u), reference.dropout.dropout_backward(x, 0.4, u), what="dx")
    for u in (np.array([0.95]), np.array([0.05])):
        close(submission.dropout(np.array([1.5]), 0.9, u), np.where(u > 0.9, 15.0, 0.0), what="y")
        close(submission.dropout_backward(np.array([-2.0]), 0.9, u), np.where(u > 0.9, -20.0, 0.0), what="dx")
