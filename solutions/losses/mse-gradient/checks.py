"""Hidden checks of mse_grad."""

import numpy as np

from grader.checks import check, close, gradcheck


@check(
    "has the right sign, the factor 2 and the mean over every element",
    zh="符号、系数 2 以及对所有元素的平均都正确",
    points=2,
)
def test_values(submission, reference, rng):
    for shape in [(4, 3), (5,), (2, 3, 4)]:
        y, y_hat = rng.normal(size=shape), 3 * rng.normal(size=shape) + 1
        close(submission.mse_grad(y, y_hat), reference.losses.mse_grad(y, y_hat))


@check("is the slope of the loss: a numerical gradient agrees", zh="确实是损失的斜率，与数值梯度一致", points=1)
def test_slope(submission, reference, rng):
    y, y_hat = rng.normal(size=(3, 5)), 2 * rng.normal(size=(3, 5))
    gradcheck(submission.mse_grad(y, y_hat), lambda p: reference.losses.mse(y, p), y_hat)


@check("computes integers as float64, bytes included", zh="整数（包括 uint8）按 float64 计算", points=2)
def test_integer_input(submission, reference, rng):
    y, y_hat = rng.integers(-9, 10, size=(3, 4)), rng.integers(-9, 10, size=(3, 4))
    y[0, 0], y_hat[0, 0] = 4, 7
    for target, prediction in [(y, y_hat + 0.5), (y + 0.5, y_hat), (y, y_hat)]:
        close(submission.mse_grad(target, prediction), reference.losses.mse_grad(target, prediction))
    low = rng.integers(0, 100, size=(3, 4), dtype=np.uint8)
    high = rng.integers(100, 256, size=(3, 4), dtype=np.uint8)
    for target, prediction in [(low, high), (high, low)]:
        close(submission.mse_grad(target, prediction), reference.losses.mse_grad(target, prediction))


@check(
    "holds for one element, zeros, large values, strided arrays, and keeps float32",
    zh="单个元素、误差为零、数值很大、内存不连续时都成立，并保持 float32",
    points=1,
)
def test_edges(submission, reference, rng):
    one = rng.normal(size=(1, 1))
    right = rng.normal(size=(2, 3))
    large = 1e6 * rng.normal(size=(3, 2))
    strided = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    single = rng.normal(size=(4, 2)).astype(np.float32), rng.normal(size=(4, 2)).astype(np.float32)
    for y, y_hat in [(one, one + 1.5), (right, right.copy()), (large, -large), strided, single]:
        close(submission.mse_grad(y, y_hat), reference.losses.mse_grad(y, y_hat))
