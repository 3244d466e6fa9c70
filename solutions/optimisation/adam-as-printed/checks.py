"""Hidden checks of adam-as-printed."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("theta", "m", "v")


def same(answer, expected):
    """Hold that all three parts are right, the averages before the parameters."""
    parts = dict(zip(NAMES, unpack(answer, *NAMES)))
    right = dict(zip(NAMES, expected))
    for name in ("m", "v", "theta"):
        close(parts[name], right[name], name)


def walk(submission, reference, theta, grads, *rates, **settings):
    """One step for each gradient, from zero averages; every step is compared."""
    state = (theta, np.zeros_like(theta), np.zeros_like(theta))
    for grad in grads:
        answer = submission.adam_step_uncorrected(*state, grad, *rates, **settings)
        state = reference.optimizers.adam_step_uncorrected(*state, grad, *rates, **settings)
        same(answer, state)


@check(
    "steps along the averages as they are, over five steps",
    zh="连续五步，直接用未修正的平均更新参数",
    points=3,
)
def test_walk(submission, reference, rng):
    grads = rng.choice([-1.0, 1.0], size=(5, 2, 3)) * rng.uniform(0.3, 3, size=(5, 2, 3))
    walk(submission, reference, rng.normal(size=(2, 3)), grads, 0.5, 0.9, 0.98, 1e-8)


@check(
    "adds eps outside the root, and has the defaults of the paper",
    zh="eps 加在根号之外；默认值与论文一致",
    points=2,
)
def test_eps_and_defaults(submission, reference, rng):
    grads = rng.choice([-1.0, 1.0], size=(3, 4)) * rng.uniform(0.05, 0.4, size=(3, 4))
    walk(submission, reference, rng.normal(size=4), grads, lr=1.0, beta1=0.6, beta2=0.9, eps=0.1)
    theta = 1e-2 * rng.normal(size=4)  # small, so that steps of 1e-3 show; 1e-7 tells eps
    walk(submission, reference, theta, np.array([[3.0, -0.2, 1e-7, 40.0], [-1.0, -0.5, -2e-7, 20.0]]))


@check(
    "gives the factor of early and late steps, for the usual betas and for others",
    zh="无论步数早晚、beta 取何值，倍数都正确",
    points=3,
)
def test_factor(submission, reference):
    for t, betas in [(7, ()), (1, ()), (150, ()), (3000, ()), (1, (0.6, 0.8)), (5, (0.6, 0.8)), (4, (0.95, 0.7))]:
        close(submission.correction_factor(t, *betas), reference.optimizers.correction_factor(t, *betas))
    close(submission.correction_factor(3, beta2=0.9), reference.optimizers.correction_factor(3, beta2=0.9))
    close(submission.correction_factor(20_000), 1.0)


@check(
    "holds for integers, float32, zero gradients, large values and strided arrays",
    zh="整数、float32、梯度为零、数值很大、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    strided = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    single = rng.normal(size=(2, 2, 5)).astype(np.float32)
    whole = rng.integers(-9, 10, size=(2, 3)), rng.integers(1, 10, size=(2, 3))
    half_zero = rng.normal(size=4), np.array([0.0, 2.0, 0.0, -3.0])
    for theta, grad in [strided, single, half_zero, 1e12 * rng.normal(size=(2, 1)), whole]:
        walk(submission, reference, theta, [grad, 2 * grad], lr=0.2, beta1=0.9, beta2=0.98)
