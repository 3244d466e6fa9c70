"""Hidden checks of adam_step."""

import numpy as np

from grader.checks import check, close, unpack

NAMES = ("theta", "m", "v")


def same(answer, expected):
    """Hold that all three parts are right, the averages before the parameters."""
    parts = dict(zip(NAMES, unpack(answer, *NAMES)))
    right = dict(zip(NAMES, expected))
    for name in ("m", "v", "theta"):
        close(parts[name], right[name], name)


def walk(submission, reference, theta, grads, **settings):
    """One step for each gradient, from zero averages; every step is compared."""
    state = (theta, np.zeros_like(theta), np.zeros_like(theta))
    for t, grad in enumerate(grads, start=1):
        answer = submission.adam_step(*state, grad, t, **settings)
        state = reference.optimizers.adam_step(*state, grad, t, **settings)
        same(answer, state)


@check(
    "keeps moving averages of the gradient and of its square, uncorrected",
    zh="维护梯度与梯度平方的滑动平均，返回时不带修正",
    points=2,
)
def test_moving_averages(submission, reference, rng):
    for shape, beta1, beta2, t in [((4, 3), 0.8, 0.95, 3), ((5,), 0.6, 0.9, 7)]:
        theta, m, grad = rng.normal(size=(3, *shape))
        v = rng.uniform(0.5, 2, size=shape)
        settings = {"lr": 0.3, "beta1": beta1, "beta2": beta2, "eps": 1e-8}
        _, right_m, right_v = reference.optimizers.adam_step(theta, m, v, grad, t, **settings)
        _, new_m, new_v = unpack(submission.adam_step(theta, m, v, grad, t, **settings), *NAMES)
        close(new_m, right_m, "m")
        close(new_v, right_v, "v")


@check(
    "corrects both averages for their start at zero, over five steps",
    zh="连续五步，对两个平均都做偏差修正",
    points=3,
)
def test_bias_correction(submission, reference, rng):
    grads = rng.choice([-1.0, 1.0], size=(5, 2, 3)) * rng.uniform(0.3, 3, size=(5, 2, 3))
    walk(submission, reference, rng.normal(size=(2, 3)), grads, lr=0.5, beta1=0.9, beta2=0.98, eps=1e-8)


@check(
    "adds eps outside the root, to the corrected average",
    zh="eps 加在根号之外，且加在修正后的平均上",
    points=2,
)
def test_eps(submission, reference, rng):
    grads = rng.choice([-1.0, 1.0], size=(3, 4)) * rng.uniform(0.05, 0.4, size=(3, 4))
    walk(submission, reference, rng.normal(size=4), grads, lr=1.0, beta1=0.9, beta2=0.98, eps=0.1)


@check(
    "has the defaults of the paper, and serves early and late steps",
    zh="默认值与论文一致，开头几步和很靠后的步都正确",
    points=2,
)
def test_defaults(submission, reference, rng):
    theta = 1e-2 * rng.normal(size=4)  # small, so that steps of 1e-3 show; 1e-7 tells eps from Keras's
    walk(submission, reference, theta, np.array([[3.0, -0.2, 1e-7, 40.0], [-1.0, -0.5, -2e-8, 20.0]]))
    m, v, grad = rng.normal(size=4), rng.uniform(1, 2, size=4), rng.normal(size=4)
    late = submission.adam_step(theta, m, v, grad, 2000)
    same(late, reference.optimizers.adam_step(theta, m, v, grad, 2000))


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
        walk(submission, reference, theta, [grad, 2 * grad], lr=0.2, beta1=0.9, beta2=0.98)
