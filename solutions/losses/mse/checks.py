"""Hidden checks of mse."""

import numpy as np

from grader.checks import check, close


@check("averages over every element, not only the batch", zh="对所有元素求平均，而不只是对批次", points=2)
def test_mean_over_all_elements(submission, reference, rng):
    for shape in [(4, 3), (5,), (2, 3, 4)]:
        y, y_hat = rng.normal(size=shape), rng.normal(size=shape)
        close(submission.mse(y, y_hat), reference.losses.mse(y, y_hat))


@check("squares each error before averaging", zh="先对每个误差平方，再取平均", points=2)
def test_squares_before_averaging(submission, reference, rng):
    y = 3 * rng.normal(size=(3, 5))
    y_hat = y + rng.uniform(0.5, 3.0, size=(3, 5)) * np.array([1, -1, 1, -1, 1])
    close(submission.mse(y, y_hat), reference.losses.mse(y, y_hat))


@check(
    "computes integers as float64, bytes included",
    zh="整数（包括 uint8）按 float64 计算",
    points=1,
)
def test_integer_input(submission, reference, rng):
    y = rng.integers(0, 100, size=(3, 4), dtype=np.uint8)
    y_hat = rng.integers(100, 256, size=(3, 4), dtype=np.uint8)
    close(submission.mse(y, y_hat), reference.losses.mse(y, y_hat))


@check(
    "holds for one element, a perfect prediction, large values and strided arrays",
    zh="单个元素、完全预测正确、数值很大、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    one = rng.normal(size=(1,))
    close(submission.mse(one, one + 1.5), 2.25)
    same = rng.normal(size=(2, 3))
    close(submission.mse(same, same.copy()), 0.0)
    large = 1e6 * rng.normal(size=(3, 2))
    close(submission.mse(large, -large), reference.losses.mse(large, -large))
    y, y_hat = rng.normal(size=(3, 8))[:, ::2], np.asfortranarray(rng.normal(size=(3, 4)))
    close(submission.mse(y, y_hat), reference.losses.mse(y, y_hat))
