"""Hidden checks of sgd_epoch."""

import numpy as np

from grader.checks import check, close


def model_gradient(x_shape, y_shape, theta_shape):
    """Gradient of half the mean squared error of x @ theta, for batches of samples of these shapes only."""

    def gradient(theta, xb, yb):
        theta, xb, yb = np.asarray(theta), np.asarray(xb), np.asarray(yb)
        fits = theta.shape == theta_shape and xb.shape[1:] == x_shape and yb.shape[1:] == y_shape
        if not fits or xb.ndim == 0 or yb.ndim == 0 or not 0 < len(xb) == len(yb):
            raise ValueError(
                f"A batch is xb (b, {x_shape}) and yb (b, {y_shape}), theta is {theta_shape}. "
                f"Received: xb {xb.shape}, yb {yb.shape}, theta {theta.shape}."
            )
        flat = xb.reshape(len(xb), -1)
        with np.errstate(all="ignore"):
            error = flat @ theta.reshape(flat.shape[1], -1) - yb.reshape(len(yb), -1)
            return (flat.T @ error / len(xb)).reshape(theta_shape).astype(np.result_type(theta, np.float32))

    return gradient


def same(submission, reference, x, y, theta, lr, batch_size, order):
    """Hold that the parameters after the epoch are right."""
    gradient = model_gradient(x.shape[1:], y.shape[1:], theta.shape)
    expected = reference.descent.sgd_epoch(x, y, theta, gradient, lr, batch_size, order)
    close(submission.sgd_epoch(x, y, theta, gradient, lr, batch_size, order), expected)


def data(rng, n, x_shape, y_shape, theta_shape):
    """Inputs, targets and parameters of a model."""
    return rng.normal(size=(n, *x_shape)), 2 * rng.normal(size=(n, *y_shape)), rng.normal(size=theta_shape)


@check(
    "makes one update for each batch, in the given order, from the theta of the batch before",
    zh="按给定次序，每批更新一次，并从上一批更新后的 theta 继续",
    points=4,
)
def test_full_batches(submission, reference, rng):
    same(submission, reference, *data(rng, 6, (3,), (), (3,)), 0.3, 2, rng.permutation(6))
    same(submission, reference, *data(rng, 12, (2,), (3,), (2, 3)), 0.2, 4, rng.permutation(12))
    same(submission, reference, *data(rng, 8, (3, 2), (), (6,)), 0.1, 4, rng.permutation(8))


@check(
    "uses the samples that are left as a batch of their own, of their own size",
    zh="剩下的样本自成一批，按实际大小计算",
    points=3,
)
def test_last_batch(submission, reference, rng):
    same(submission, reference, *data(rng, 7, (2,), (), (2,)), 0.3, 3, rng.permutation(7))
    same(submission, reference, *data(rng, 11, (3,), (2,), (3, 2)), 0.2, 4, rng.permutation(11))
    same(submission, reference, *data(rng, 5, (2,), (), (2,)), 0.4, 4, rng.permutation(5))


@check(
    "takes single samples for batch_size 1, and everything for n and more",
    zh="batch_size 为 1 时逐个样本更新，不小于 n 时一次用全部样本",
    points=2,
)
def test_batch_sizes(submission, reference, rng):
    for batch_size in (1, 5, 9):
        same(submission, reference, *data(rng, 5, (3,), (), (3,)), 0.2, batch_size, rng.permutation(5))
    same(submission, reference, *data(rng, 1, (2,), (), (2,)), 0.2, 3, np.array([0]))


@check(
    "holds for integers, float32 and strided arrays",
    zh="整数、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    whole = rng.integers(-2, 3, size=(5, 3)), rng.integers(-9, 10, size=5), rng.integers(1, 5, size=3)
    single = [a.astype(np.float32) for a in data(rng, 7, (4,), (), (4,))]
    strided = rng.normal(size=(5, 4))[:, ::2], rng.normal(size=10)[::2], rng.normal(size=6)[::3]
    ordered = np.asfortranarray(rng.normal(size=(5, 3))), rng.normal(size=5), rng.normal(size=3)
    for x, y, theta in [single, strided, ordered, whole]:
        same(submission, reference, x, y, theta, 0.15, 2, np.repeat(rng.permutation(len(x)), 2)[::2])
