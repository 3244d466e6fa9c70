"""A classifier with one hidden layer, and its gradients by backpropagation."""

from __future__ import annotations

from collections.abc import Mapping

from numpy.typing import ArrayLike

from .activations import relu
from .arrays import Array, floating
from .cross_entropies import softmax_cross_entropy_grad, sparse_cross_entropy
from .dense import dense_backward, dense_forward, relu_backward

PARAMETERS = ("W1", "b1", "W2", "b2")


def classifier_loss(x: ArrayLike, labels: ArrayLike, params: Mapping[str, ArrayLike]) -> float:
    """Loss of a rectified hidden layer and a softmax output: what `classifier_gradients` differentiates.

        h = relu(x W1 + b1)        logits = h W2 + b2        loss = -mean log softmax(logits)[label]

    Args:
        x: inputs (n, d).
        labels: classes (n,), integers from 0 to k-1.
        params: "W1" (d, m), "b1" (m,), "W2" (m, k), "b2" (k,).

    Returns:
        A number, the mean over the batch.

    Raises:
        KeyError: if a name is missing.
        ValueError: if the shapes do not fit, or a label is none of the k.

    Source: S1 4, S4 4.

    Example:
        >>> params = {"W1": [[1.0]], "b1": [0.0], "W2": [[1.0, 0.0]], "b2": [0.0, 0.0]}
        >>> classifier_loss([[1000.0]], [1], params)
        1000.0
    """
    x, W1, b1, W2, b2 = floating(x, *(params[name] for name in PARAMETERS))
    return sparse_cross_entropy(labels, dense_forward(relu(dense_forward(x, W1, b1)), W2, b2))


def classifier_gradients(
    x: ArrayLike, labels: ArrayLike, params: Mapping[str, ArrayLike]
) -> tuple[float, dict[str, Array]]:
    """Loss and gradients of a rectified hidden layer and a softmax output.

        δ₂ = 1/n · (softmax(logits) - onehot(labels))      dW2 = hᵀ δ₂        db2 = Σₙ δ₂
        δ₁ = (δ₂ W2ᵀ) ⊙ [x W1 + b1 > 0]                    dW1 = xᵀ δ₁        db1 = Σₙ δ₁

    Args:
        x: inputs (n, d).
        labels: classes (n,), integers from 0 to k-1.
        params: "W1" (d, m), "b1" (m,), "W2" (m, k), "b2" (k,).

    Returns:
        (loss, grads); grads has the parameters' names, each gradient its parameter's shape.

    Raises:
        KeyError: if a name is missing.
        ValueError: if the shapes do not fit, or a label is none of the k.

    Source: S1 4, S4 4; Rumelhart, Hinton & Williams 1986.

    Example:
        >>> params = {"W1": [[1.0]], "b1": [0.0], "W2": [[0.0, 0.0]], "b2": [0.0, 0.0]}
        >>> loss, grads = classifier_gradients([[3.0]], [1], params)
        >>> round(loss, 4), grads["W2"], grads["b2"]
        (0.6931, array([[ 1.5, -1.5]]), array([ 0.5, -0.5]))
    """
    x, W1, b1, W2, b2 = floating(x, *(params[name] for name in PARAMETERS))
    scores = dense_forward(x, W1, b1)
    hidden = relu(scores)
    logits = dense_forward(hidden, W2, b2)
    dhidden, dW2, db2 = dense_backward(softmax_cross_entropy_grad(labels, logits), hidden, W2)
    _, dW1, db1 = dense_backward(relu_backward(dhidden, scores), x, W1)
    return sparse_cross_entropy(labels, logits), {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
