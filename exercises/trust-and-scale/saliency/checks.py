"""Public checks of saliency and integrated_gradients: the statement's example, and sums of squares."""

import numpy as np

from grader.checks import check, close


def guarded(gradient, shape):
    """The gradient, for arrays of one shape only, in their dtype (float64 for integers)."""

    def function(x):
        if np.shape(x) != shape:
            raise ValueError(f"grad_fn takes an array of shape {shape}. Received: shape {np.shape(x)}.")
        x = np.asarray(x)
        with np.errstate(all="ignore"):
            return np.asarray(gradient(x.astype(np.float64)), dtype=x.dtype if x.dtype.kind == "f" else np.float64)

    return function


@check(
    "gives (12, 4) and (-7.5, -3.75) for the worked example",
    zh="算对题目中的例子，得 (12, 4) 和 (-7.5, -3.75)",
    points=1,
)
def test_worked_example(submission):
    grad_fn, x = guarded(lambda x: [2 * x[0] * x[1], x[0] ** 2], (2,)), np.array([2.0, -3.0])
    close(submission.saliency(grad_fn, x), np.array([12.0, 4.0]), "saliency")
    close(submission.integrated_gradients(grad_fn, x, np.zeros(2), 2), np.array([-7.5, -3.75]), "IG")


@check("gives |2x| and x² - x₀² for the sum of squares of a matrix", zh="对矩阵的平方和，得 |2x| 和 x² - x₀²", points=1)
def test_matrix(submission):
    grad_fn = guarded(lambda x: 2 * x, (2, 3))
    x, baseline = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.5]]), np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]])
    close(submission.saliency(grad_fn, x), np.array([[2.0, 4.0, 6.0], [1.0, 8.0, 3.0]]), "saliency")
    close(submission.integrated_gradients(grad_fn, x, baseline, 3), x**2 - baseline**2, "IG")
