"""Hidden checks of debug-linear-regression: one for each fault of the printed loop, and those of its repairs."""

import numpy as np

from grader.checks import array, check, close, gradcheck, number, unpack


def samples(rng, n):
    """Inputs and targets (n, 1) around a line whose slope and intercept are far from 0, and from each other."""
    x = rng.uniform(0.5, 2, size=(n, 1)) * rng.choice([-1.0, 1.0], size=(n, 1), p=[0.3, 0.7])
    slope, intercept = rng.uniform(1, 2), rng.uniform(-4, -3)
    return x, slope * x + intercept + 0.3 * rng.normal(size=(n, 1))


def expected(reference, x, y, learning_rate, steps):
    """w, b and the losses before each update."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    losses = []
    for k in range(steps):
        w, b = reference.linear_regression.fit_linear(x, y[:, 0], learning_rate, k)
        losses.append(float(reference.losses.mse(y, x * w + b)))
    w, b = reference.linear_regression.fit_linear(x, y[:, 0], learning_rate, steps)
    return w[0], b, np.array(losses)


def same(submission, reference, *arguments, rtol=None):
    """Hold the losses and the line."""
    w, b, losses = expected(reference, *arguments)
    got_w, got_b, curve = unpack(submission.train(*arguments), "w", "b", "losses")
    curve = array(curve, "losses", shape=losses.shape)
    close(curve.astype(float), losses, "losses", rtol=rtol)
    close(got_w, w, "w", rtol=rtol)
    close(got_b, b, "b", rtol=rtol)


@check(
    "starts from w = b = 0, numbers and not arrays, whatever was run before",
    zh="从 w = b = 0 开始，而且它们是数，不是数组；与之前运行过什么无关",
    points=1,
)
def test_start(submission, rng):
    x, y = samples(rng, 6)
    for _ in range(2):
        w, b, losses = unpack(submission.train(x, y, 0.1, 0), "w", "b", "losses")
        array(losses, "losses", shape=(0,))
        close(w, 0.0, "w")
        close(b, 0.0, "b")


@check(
    "measures the loss before each update, and keeps every one",
    zh="损失在每次更新之前计算，并且每一个都保留下来",
    points=2,
)
def test_losses(submission, reference, rng):
    x, y = samples(rng, 7)
    for steps in (1, 4):
        _, _, losses = unpack(submission.train(x, y, 0.0, steps), "w", "b", "losses")
        same_loss = np.full(steps, reference.losses.mse(y, np.zeros_like(y)))
        close(array(losses, "losses", shape=(steps,)).astype(float), same_loss, "losses")
    _, _, losses = unpack(submission.train(x, y, 0.05, 3), "w", "b", "losses")
    close(array(losses, "losses", shape=(3,)).astype(float)[0], reference.losses.mse(y, 0 * y), "losses[0]")


@check(
    "steps along the gradient of that very loss: both parts with the factor 2, the sign, the mean",
    zh="沿着这个损失本身的梯度更新：两个分量都带系数 2，符号正确，取平均",
    points=2,
)
def test_gradients(submission, reference, rng):
    for n, rate in [(5, 0.125), (8, 0.5)]:
        x, y = samples(rng, n)
        w, b, _ = unpack(submission.train(x, y, rate, 1), "w", "b", "losses")
        steps = -np.array([number(w, "w"), number(b, "b")]) / rate
        gradcheck(steps, lambda p, x=x, y=y: reference.losses.mse(y, p[0] * x + p[1]), np.zeros(2), "(dw, db)")


@check(
    "updates w and b together, `steps` times, each time with fresh gradients",
    zh="w 与 b 同时更新，共 `steps` 次，每次都重新计算梯度",
    points=2,
)
def test_training(submission, reference, rng):
    for n, rate, steps in [(6, 0.2, 2), (5, 0.1, 5), (9, 0.15, 3)]:
        same(submission, reference, *samples(rng, n), rate, steps)


@check(
    "holds for one sample, integers, bytes, float32 and strided arrays",
    zh="只有一个样本、整数、8 位整数、float32、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    x, y = samples(rng, 1)
    same(submission, reference, x, y, 0.1, 2)
    x, y = samples(rng, 12)
    same(submission, reference, x[::3], y[::-3], 0.1, 2)
    same(submission, reference, x.astype(np.float32), y.astype(np.float32), 0.1, 2, rtol=1e-4)
    same(submission, reference, np.rint(2 * x).astype(np.int64), np.rint(4 * y).astype(np.int64), 0.05, 3)
    pixels = rng.integers(3, 6, size=(5, 1), dtype=np.uint8)
    same(submission, reference, pixels, rng.integers(100, 250, size=(5, 1), dtype=np.uint8), 0.01, 3)
