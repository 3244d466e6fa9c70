"""Hidden checks of gradient_step."""

import numpy as np

from grader.checks import check, close


@check(
    "subtracts the learning rate times the gradient, element by element",
    zh="逐元素减去学习率乘梯度",
    points=2,
)
def test_every_element(submission, reference, rng):
    for shape, lr in [((5,), 0.3), ((4, 3), 0.07), ((2, 3, 4), 0.6)]:
        theta, grad = rng.normal(size=shape), 3 * rng.normal(size=shape)
        close(submission.gradient_step(theta, grad, lr), reference.optimizers.gradient_step(theta, grad, lr))


@check(
    "uses the learning rate that it is given, large or zero",
    zh="使用给定的学习率，无论很大还是为零",
    points=1,
)
def test_learning_rate(submission, reference, rng):
    theta, grad = rng.normal(size=(2, 3, 2))
    for lr, scale in [(2.5, 1.0), (1e-3, 1e4), (0.0, 1.0)]:
        expected = reference.optimizers.gradient_step(theta, scale * grad, lr)
        close(submission.gradient_step(theta, scale * grad, lr), expected)


@check("walks down a bowl, step after step", zh="连续多步，沿着碗形损失一路下降", points=1)
def test_descends(submission, reference, rng):
    curvature = np.array([[0.5, 1.0, 1.5], [2.0, 2.5, 3.0]])
    theta = 4 + rng.normal(size=(2, 3))
    for _ in range(6):
        answer = submission.gradient_step(theta, curvature * theta, 0.25)
        theta = reference.optimizers.gradient_step(theta, curvature * theta, 0.25)
        close(answer, theta)


@check("computes integers as float64, without truncating", zh="整数按 float64 计算，不截断小数", points=1)
def test_integer_input(submission, reference, rng):
    theta, grad = rng.integers(-9, 10, size=(3, 4)), rng.integers(1, 10, size=(3, 4))
    for start, slope in [(0.5 * theta, grad), (theta, 0.5 * grad), (theta, grad)]:
        expected = reference.optimizers.gradient_step(start, slope, 0.3)
        close(submission.gradient_step(start, slope, 0.3), expected)


@check(
    "holds for one element, float32, large values and strided arrays",
    zh="单个元素、float32、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    strided = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    single = rng.normal(size=(2, 2, 5)).astype(np.float32)
    for theta, grad in [rng.normal(size=(2, 1)), strided, single, 1e12 * rng.normal(size=(2, 3))]:
        expected = reference.optimizers.gradient_step(theta, grad, 0.4)
        close(submission.gradient_step(theta, grad, 0.4), expected)
