"""Gradient descent as a loop, on the whole data and in minibatches."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.descent import gradient_descent, sgd_epoch


def _square(theta: Any) -> float:
    return float(np.sum(theta**2))


def test_losses_has_every_point_visited() -> None:
    """The first and the last point are in it: one entry more than updates."""
    theta, losses = gradient_descent(_square, lambda p: 2 * p, [4.0], 0.25, 0.0, 3)

    assert theta.tolist() == [0.5]
    assert losses == [16.0, 4.0, 1.0, 0.25]


@pytest.mark.parametrize(("tol", "updates"), [(16.0, 0), (15.0, 1), (4.0, 1), (1.0, 2)])
def test_it_stops_at_the_tolerance(tol: float, updates: int) -> None:
    """It stops as soon as the newest loss is at most tol, at the start too."""
    _, losses = gradient_descent(_square, lambda p: 2 * p, [4.0], 0.25, tol, 50)

    assert len(losses) == updates + 1


def test_a_loss_that_is_not_a_number_does_not_count_as_small() -> None:
    """NaN is no reason to stop: the updates are used up."""
    _, losses = gradient_descent(lambda p: float("nan"), lambda p: p, [1.0], 0.1, 1.0, 5)

    assert len(losses) == 6


def test_start_is_left_alone() -> None:
    """Without an update theta is a copy, and integers are no obstacle."""
    start = np.array([3, 4])
    theta, losses = gradient_descent(_square, lambda p: 2 * p, start, 0.1, 0.0, 0)
    theta[0] = -1

    assert start.tolist() == [3, 4]
    assert (theta.dtype.name, losses) == ("float64", [25.0])


def test_every_sample_once_in_order() -> None:
    """Batches follow order, samples and targets stay together, and the last batch has what is left."""
    seen: list[tuple[list[int], list[int]]] = []

    def record(theta: Any, xb: Any, yb: Any) -> Any:
        seen.append((xb.tolist(), yb.tolist()))
        return np.zeros_like(theta)

    sgd_epoch([10, 20, 30, 40, 50], [1, 2, 3, 4, 5], [0.0], record, 0.1, 2, [4, 0, 2, 1, 3])

    assert seen == [([50, 10], [5, 1]), ([30, 20], [3, 2]), ([40], [4])]


def test_each_batch_starts_from_the_last_update(rng: np.random.Generator) -> None:
    """The gradient is taken at the newest theta, and only there."""
    x, y, theta = rng.normal(size=(5, 2)), rng.normal(size=5), rng.normal(size=2)

    def gradient(p: Any, xb: Any, yb: Any) -> Any:
        return 2 * xb.T @ (xb @ p - yb) / len(yb)

    expected = theta
    for batch in ([3, 1], [0, 4], [2]):
        expected = expected - 0.1 * gradient(expected, x[batch], y[batch])

    np.testing.assert_allclose(sgd_epoch(x, y, theta, gradient, 0.1, 2, [3, 1, 0, 4, 2]), expected)


def test_one_batch_of_all_is_a_gradient_step(rng: np.random.Generator) -> None:
    """A batch size beyond the data gives one update; no samples give none, and a copy."""
    x, theta = rng.normal(size=(3, 2)), rng.normal(size=2)
    once = sgd_epoch(x, x, theta, lambda p, xb, yb: xb.mean(axis=0), 0.5, 99, [0, 1, 2])
    never = sgd_epoch(x[:0], x[:0], theta, lambda p, xb, yb: p, 0.5, 2, [])

    np.testing.assert_allclose(once, theta - 0.5 * x.mean(axis=0))
    assert never.tolist() == theta.tolist() and never is not theta


@pytest.mark.parametrize(
    "changes",
    [
        {"batch_size": 0},
        {"order": [0, 1, 3]},
        {"order": [0, -1, 2]},
        {"order": [0.0, 1.0, 2.0]},
        {"order": [[0, 1, 2]]},
        {"y": [1, 2]},
        {"lr": -0.1},
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, Any]) -> None:
    """Batches of nothing, foreign indices, unequal lengths and negative rates raise ValueError."""
    arguments = {"x": [1, 2, 3], "y": [1, 2, 3], "theta": [0.0], "lr": 0.1, "batch_size": 2, "order": [0, 1, 2]}
    with pytest.raises(ValueError, match=r"Received: "):
        sgd_epoch(**{**arguments, **changes}, grad_fn=lambda p, xb, yb: p)


@pytest.mark.parametrize("changes", [{"lr": -0.1}, {"max_iters": -1}, {"grad_fn": lambda p: np.zeros(2)}])
def test_descent_that_does_not_fit(changes: dict[str, Any]) -> None:
    """Negative numbers, and a gradient of another shape, raise ValueError."""
    arguments = {"grad_fn": lambda p: p, "theta0": [1.0], "lr": 0.1, "tol": 0.0, "max_iters": 2}
    with pytest.raises(ValueError, match=r"Received: "):
        gradient_descent(_square, **{**arguments, **changes})
