"""Linear, logistic and softmax regression: where descent ends, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import (
    data,
    linear_regression as linear,
    logistic_regression as logistic,
    metrics,
    softmax_regression as softmax,
)
from reference.numpy_stack.gradcheck import numerical_gradient
from reference.numpy_stack.softmax import log_softmax


def test_descent_ends_at_the_solution(rng: np.random.Generator) -> None:
    """Long enough, `fit_linear` finds what `solve_linear` computes at once."""
    x, y = rng.normal(size=(30, 3)), rng.normal(size=30)
    w, b = linear.fit_linear(x, y, 0.2, 500)
    best_w, best_b = linear.solve_linear(x, y)

    np.testing.assert_allclose(w, best_w, atol=1e-10)
    assert b == pytest.approx(best_b, abs=1e-10)


@pytest.mark.parametrize("l2", [0.0, 0.5, 40.0])
def test_the_solution_has_no_slope(l2: float, rng: np.random.Generator) -> None:
    """At the solution the penalised loss is flat in w and b; the bias is not penalised."""
    x, y = rng.normal(size=(9, 3)), rng.normal(7, 1, size=9)
    w, b = linear.solve_linear(x, y, l2)

    def loss(p: Any) -> float:
        return float(np.sum((y - x @ p[:3] - p[3]) ** 2) + l2 * np.sum(p[:3] ** 2))

    np.testing.assert_allclose(numerical_gradient(loss, [*w, b]), 0, atol=1e-7)


def test_the_solution_survives_dependent_columns(rng: np.random.Generator) -> None:
    """Equal, constant and too many columns give predictions that fit as well as any, and short weights."""
    x = rng.normal(size=(6, 2))
    y = x @ [2.0, -1.0] + 3
    doubled = np.column_stack([x, x[:, 0], np.full(6, 5.0), np.zeros(6)])
    w, b = linear.solve_linear(doubled, y)
    wide_w, wide_b = linear.solve_linear(x.T, y[:2])

    np.testing.assert_allclose(doubled @ w + b, y)
    np.testing.assert_allclose(w[[0, 2]], 1)
    np.testing.assert_allclose(x.T @ wide_w + wide_b, y[:2])
    assert linear.solve_linear([[1.0, 2.0]], [5.0])[1] == 5.0


def test_one_step_of_each_is_a_gradient_step(rng: np.random.Generator) -> None:
    """The first step from zeros is -lr times the gradient of the mean loss, in w and in b."""
    x, labels = rng.normal(size=(7, 3)), rng.integers(0, 2, size=7)
    W, c = softmax.fit_softmax(x, labels, 2, 0.25, 1)

    def binary(p: Any) -> float:
        z = x @ p[:3] + p[3]
        return float(np.mean(np.logaddexp(0, z) - labels * z))

    def several(p: Any) -> float:
        return float(-np.mean(log_softmax(x @ p[:6].reshape(3, 2) + p[6:])[np.arange(7), labels]))

    for model, loss in ((logistic.fit_logistic(x, labels, 0.25, 1), binary), ((W.ravel(), c), several)):
        step = np.concatenate([np.ravel(part) for part in model])
        np.testing.assert_allclose(step, -0.25 * numerical_gradient(loss, np.zeros(len(step))), atol=1e-9)


def test_logistic_is_softmax_of_two(rng: np.random.Generator) -> None:
    """Two classes of softmax at half the rate part like the one logit of logistic regression."""
    x, labels = rng.normal(size=(20, 3)), rng.integers(0, 2, size=20)
    w, b = logistic.fit_logistic(x, labels, 0.4, 50)
    W, c = softmax.fit_softmax(x, labels, 2, 0.2, 50)

    np.testing.assert_allclose(W[:, 1] - W[:, 0], w)
    assert c[1] - c[0] == pytest.approx(b)


def test_far_inputs_do_not_overflow() -> None:
    """Logits of thousands neither overflow nor leave [0, 1]."""
    x, y = np.array([[1000.0], [-1000.0]]), [1, 0]
    with np.errstate(over="raise", invalid="raise"):
        w, b = logistic.fit_logistic(x, y, 1.0, 3)
        assert logistic.predict_proba(x, w, b).tolist() == [1.0, 0.0]
        W, c = softmax.fit_softmax(x, y, 3, 1.0, 3)

    assert np.isfinite(W).all() and np.isfinite(c).all()


def test_softmax_regression_reads_digits() -> None:
    """A linear model reads nine in ten digits of the second half, having seen the first."""
    images, labels = data.load_digits()
    x = images.reshape(len(images), -1) / 16
    W, b = softmax.fit_softmax(x[:900], labels[:900], 10, 0.5, 200)

    assert metrics.accuracy(labels[900:], x[900:] @ W + b) > 0.9


ONES: Any = np.ones((4, 2))
WRONG: dict[str, Any] = {
    "targets in a column": lambda: linear.fit_linear(ONES, np.ones((4, 1)), 0.1, 1),
    "one sample without axis": lambda: linear.fit_linear(np.ones(4), np.ones(4), 0.1, 1),
    "negative rate": lambda: linear.fit_linear(ONES, np.ones(4), -0.1, 1),
    "negative steps": lambda: linear.fit_linear(ONES, np.ones(4), 0.1, -1),
    "no samples": lambda: linear.solve_linear(np.ones((0, 2)), []),
    "other lengths": lambda: linear.solve_linear(ONES, np.ones(3)),
    "negative penalty": lambda: linear.solve_linear(ONES, np.ones(4), -1.0),
    "target between": lambda: logistic.fit_logistic(ONES, [0, 1, 0.5, 1], 0.1, 1),
    "target NaN": lambda: logistic.fit_logistic(ONES, [0, 1, np.nan, 1], 0.1, 1),
    "logistic lengths": lambda: logistic.fit_logistic(ONES, [0, 1, 1], 0.1, 1),
    "other weights": lambda: logistic.predict_proba(ONES, np.ones(3), 0.0),
    "label too large": lambda: softmax.fit_softmax(ONES, [0, 1, 2, 3], 3, 0.1, 1),
    "softmax lengths": lambda: softmax.fit_softmax(ONES, [0, 1, 2], 3, 0.1, 1),
    "softmax no samples": lambda: softmax.fit_softmax(np.ones((0, 2)), [], 3, 0.1, 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_fitted_is_refused(name: str) -> None:
    """What does not fit raises ValueError that ends in what was received."""
    with pytest.raises(ValueError, match=r"Received: .+$"):
        WRONG[name]()
