"""Hidden checks of rmsprop_step."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("theta", "s")


def same(answer, expected):
    """Hold that both parts are right, the average before the parameters."""
    theta, s = unpack(answer, *NAMES)
    close(s, expected[1], "s")
    close(theta, expected[0], "theta")


def walk(submission, reference, theta, grads, lr, **settings):
    """One step for each gradient, from a zero average; every step is compared."""
    state = (theta, np.zeros_like(theta))
    for grad in grads:
        answer = submission.rmsprop_step(*state, grad, lr, **settings)
        state = reference.optimizers.rmsprop_step(*state, grad, lr, **settings)
        same(answer, state)


@check("keeps a moving average of the squared gradient", zh="维护梯度平方的滑动平均", points=2)
def test_moving_average(submission, reference, rng):
    for shape, rho in [((4, 3), 0.7), ((5,), 0.4), ((2, 3, 4), 0.95)]:
        theta, grad = rng.normal(size=(2, *shape))
        s = rng.uniform(0.5, 2, size=shape)
        _, expected = reference.optimizers.rmsprop_step(theta, s, grad, 0.3, rho, 1e-7)
        _, answer = unpack(submission.rmsprop_step(theta, s, grad, 0.3, rho, 1e-7), *NAMES)
        close(answer, expected, "s")


@check(
    "divides each gradient by the root of its new average, over four steps",
    zh="连续四步，每个梯度都除以新平均的平方根",
    points=3,
)
def test_walk(submission, reference, rng):
    grads = rng.choice([-1.0, 1.0], size=(4, 2, 3)) * rng.uniform(0.3, 3, size=(4, 2, 3))
    walk(submission, reference, rng.normal(size=(2, 3)), grads, 0.5, rho=0.8)


@check("adds eps inside the root, and not to the average", zh="eps 加在根号里面，不计入平均", points=2)
def test_eps(submission, reference, rng):
    grads = rng.choice([-1.0, 1.0], size=(3, 4)) * rng.uniform(0.05, 0.4, size=(3, 4))
    walk(submission, reference, rng.normal(size=4), grads, 1.0, rho=0.6, eps=0.1)


@check(
    "has Keras's defaults, which small gradients show",
    zh="默认值与 Keras 一致（梯度很小时看得出来）",
    points=2,
)
def test_defaults(submission, reference, rng):
    theta = 1e-2 * rng.normal(size=4)  # small, so that steps of 1e-3 show; 1e-4 tells eps inside from outside
    walk(submission, reference, theta, np.array([[3.0, -0.2, 1e-4, 40.0], [-1.0, -0.5, -5e-4, 20.0]]), 0.01)


@check(
    "holds for integers, float32, zero gradients, large values and strided arrays",
    zh="整数、float32、梯度为零、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    strided = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    single = rng.normal(size=(2, 2, 5)).astype(np.float32)
    whole = rng.integers(-9, 10, size=(2, 3)), rng.integers(1, 10, size=(2, 3))
    half_zero = rng.normal(size=4), np.array([0.0, 2.0, 0.0, -3.0])
    for theta, grad in [strided, single, half_zero, 1e12 * rng.normal(size=(2, 1)), whole]:
        walk(submission, reference, theta, [grad, 2 * grad], 0.2, rho=0.6)
