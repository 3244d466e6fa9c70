"""A network with one hidden layer, and its gradients by backpropagation."""

from __future__ import annotations

from numpy.typing import ArrayLike

from .activations import sigmoid
from .arrays import Array, floating
from .losses import mse, mse_grad


def mlp_loss(x: ArrayLike, y: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike) -> float:
    """Loss of a sigmoid hidden layer and a linear output: what `mlp_backprop` differentiates.

        h = σ(x W1 + b1)        ŷ = h W2 + b2        loss = mse(y, ŷ)

    Args:
        x: inputs (n, d).
        y: targets (n, k).
        W1, b1: hidden layer (d, m) and (m,).
        W2, b2: output layer (m, k) and (k,).

    Returns:
        A number, the mean over all n·k elements.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S0 3.1 and 3.2.

    Example:
        >>> mlp_loss([[1.0]], [[3.0]], [[0.0]], [0.0], [[2.0]], [0.0])
        4.0
    """
    x, y, W1, b1, W2, b2 = floating(x, y, W1, b1, W2, b2)
    return mse(y, sigmoid(x @ W1 + b1) @ W2 + b2)


def mlp_backprop(
    x: ArrayLike, y: ArrayLike, W1: ArrayLike, b1: ArrayLike, W2: ArrayLike, b2: ArrayLike
) -> tuple[float, dict[str, Array]]:
    """Loss and gradients of a sigmoid hidden layer and a linear output.

        δ₂ = 2/(n·k) · (ŷ - y)              dW2 = hᵀ δ₂        db2 = Σₙ δ₂
        δ₁ = (δ₂ W2ᵀ) ⊙ h ⊙ (1 - h)         dW1 = xᵀ δ₁        db1 = Σₙ δ₁

    Args:
        x: inputs (n, d).
        y: targets (n, k).
        W1, b1: hidden layer (d, m) and (m,).
        W2, b2: output layer (m, k) and (k,).

    Returns:
        (loss, grads); grads has the keys "W1", "b1", "W2", "b2", each of its parameter's shape.

    Raises:
        ValueError: if the shapes do not fit.

    Source: S0 3.4, S1 2.2; Rumelhart, Hinton & Williams 1986.

    Example:
        >>> loss, grads = mlp_backprop([[1.0]], [[3.0]], [[0.0]], [0.0], [[2.0]], [0.0])
        >>> loss, grads["W2"], grads["W1"]
        (4.0, array([[-2.]]), array([[-2.]]))
    """
    x, y, W1, b1, W2, b2 = floating(x, y, W1, b1, W2, b2)
    hidden = sigmoid(x @ W1 + b1)
    y_hat = hidden @ W2 + b2
    loss = mse(y, y_hat)
    delta2 = mse_grad(y, y_hat)
    delta1 = (delta2 @ W2.T) * hidden * (1 - hidden)
    grads = {
        "W1": x.T @ delta1,
        "b1": delta1.sum(axis=0),
        "W2": hidden.T @ delta2,
        "b2": delta2.sum(axis=0),
    }
    return loss, grads
