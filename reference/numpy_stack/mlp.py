"""Multilayer perceptrons: a forward pass of any depth, and backpropagation through one hidden layer."""

from __future__ import annotations

from collections.abc import Sequence

from numpy.typing import ArrayLike

from .activations import relu, sigmoid, softmax
from .arrays import Array, floating
from .dense import dense_forward
from .losses import mse, mse_grad


def mlp_forward(x: ArrayLike, weights: Sequence[ArrayLike], biases: Sequence[ArrayLike]) -> Array:
    """Class probabilities by a stack of dense layers.

        h₀ = x        hᵢ = relu(hᵢ₋₁ Wᵢ + bᵢ)        p = softmax(h_L₋₁ W_L + b_L)

    Args:
        x: inputs (n, d).
        weights: kernels of the L layers, each (its inputs, its units), the last (…, k).
        biases: biases of the L layers, each (its units,).

    Returns:
        (n, k), each row sums to 1.

    Raises:
        ValueError: if there is no layer, the two lists differ in length, or shapes do not fit.

    Source: S1 4, S4 4.

    Example:
        >>> mlp_forward([[1.0, -5.0]], [[[1.0, 0.0], [0.0, 1.0]], [[0.0, 9.0], [1.0, 1.0]]], [[0.0, 0.0], [9.0, 0.0]])
        array([[0.5, 0.5]])
    """
    if not len(weights) == len(biases) > 0:
        raise ValueError(
            "weights and biases must have one array for each layer. "
            f"Received: {len(weights)} weights, {len(biases)} biases"
        )
    hidden, *parameters = floating(x, *weights, *biases)
    *layers, last = zip(parameters[: len(weights)], parameters[len(weights) :])
    for W, b in layers:
        hidden = relu(dense_forward(hidden, W, b))
    return softmax(dense_forward(hidden, *last))


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
