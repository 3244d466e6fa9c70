"""Gradients against central differences of the forward pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.gradcheck import numerical_gradient
from reference.numpy_stack.linear import mse_gradient, train
from reference.numpy_stack.losses import mse, mse_grad
from reference.numpy_stack.mlp import mlp_backprop, mlp_loss

Array = np.ndarray[Any, Any]


def _assert_gradient(gradient: Array, f: Callable[[Array], float], x: Array) -> None:
    numerical = numerical_gradient(f, x)

    assert gradient.shape == x.shape
    assert np.linalg.norm(gradient - numerical) <= 1e-7 * np.linalg.norm(numerical)


def test_mse_grad(rng: np.random.Generator) -> None:
    """`mse_grad` is the gradient of `mse` in the prediction, its factor 1/N included."""
    y, y_hat = rng.normal(size=(2, 4, 3))
    _assert_gradient(mse_grad(y, y_hat), lambda p: mse(y, p), y_hat)


def test_mse_gradient(rng: np.random.Generator) -> None:
    """`mse_gradient` is the gradient of the loss of x θ in θ."""
    theta, x, y = rng.normal(size=3), rng.normal(size=(5, 3)), rng.normal(size=5)
    _assert_gradient(mse_gradient(theta, x, y), lambda p: mse(y, x @ p), theta)


@pytest.mark.parametrize("name", ["W1", "b1", "W2", "b2"])
def test_mlp_backprop(name: str, rng: np.random.Generator) -> None:
    """Each gradient of `mlp_backprop` is that of `mlp_loss` in its parameter."""
    x, y = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    shapes = {"W1": (3, 4), "b1": (4,), "W2": (4, 2), "b2": (2,)}
    params = {key: rng.normal(size=shape) for key, shape in shapes.items()}
    loss, grads = mlp_backprop(x, y, **params)

    assert loss == mlp_loss(x, y, **params)
    _assert_gradient(grads[name], lambda p: mlp_loss(x, y, **{**params, name: p}), params[name])


def test_training_finds_the_least_squares_solution(rng: np.random.Generator) -> None:
    """Gradient descent ends where the gradient is 0."""
    theta, x, y = rng.normal(size=3), rng.normal(size=(30, 3)), rng.normal(size=30)
    best = np.linalg.lstsq(x, y, rcond=None)[0]

    np.testing.assert_allclose(train(theta, x, y, 0.2, 300), best, atol=1e-10)


def test_numerical_gradient_is_central(rng: np.random.Generator) -> None:
    """The error of a cubic is h², not of the order of h."""
    x = rng.uniform(1, 2, size=(2, 3))
    gradient = numerical_gradient(lambda p: float(np.sum(p**3)), x, h=0.1)

    np.testing.assert_allclose(gradient, 3 * x**2 + 0.01, rtol=1e-10)


def test_numerical_gradient_leaves_x_alone() -> None:
    """x is unchanged even where f writes into its argument, and any shape and dtype will do."""

    def f(p: Array) -> float:
        total = float(np.sum(p**2))
        p[...] = 0
        return total

    x = np.arange(6, dtype=np.float32).reshape(1, 2, 3)
    gradient = numerical_gradient(f, x)

    np.testing.assert_array_equal(x.ravel(), np.arange(6))
    np.testing.assert_allclose(gradient, 2 * x, atol=1e-4)
    assert gradient.dtype == np.float32
    assert numerical_gradient(lambda p: float(p**2), 3).shape == ()
    assert numerical_gradient(lambda p: float(np.sum(p**2)), [1, 2]).dtype == np.float64
