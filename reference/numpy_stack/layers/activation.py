"""An activation function as a layer."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from .. import activations
from ..arrays import Array, floating, require_same_shape
from .base import Layer

FUNCTIONS = {
    "sigmoid": (activations.sigmoid, activations.sigmoid_grad),
    "tanh": (activations.tanh, activations.tanh_grad),
    "relu": (activations.relu, activations.relu_grad),
    "leaky_relu": (activations.leaky_relu, activations.leaky_relu_grad),
}


class Activation(Layer):
    """A function of each element: one of `activations`, by its name.

        y = f(x)        dx = dy ⊙ f'(x)

    There is no softmax here: losses take logits, which is exact, and `activations.softmax` turns the
    logits that a network predicts into probabilities.

    Args:
        function: "sigmoid", "tanh", "relu" or "leaky_relu".

    Inputs and results of any shape, no parameters.

    Raises:
        ValueError: if the function is unknown.

    Source: S1 2.1, S0 6.4; `keras.layers.Activation`.

    Example:
        >>> layer = Activation("relu")
        >>> layer.forward([[-1.0, 2.0]]), layer.backward([[5.0, 5.0]])
        (array([[0., 2.]]), array([[0., 5.]]))
    """

    def __init__(self, function: str) -> None:
        if function not in FUNCTIONS:
            raise ValueError(f"function must be one of {', '.join(FUNCTIONS)}. Received: function={function!r}")
        super().__init__()
        self.function = function

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return FUNCTIONS[self.function][0](x)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        dy, x = floating(dy, x)
        require_same_shape(dy=dy, x=x)
        return dy * FUNCTIONS[self.function][1](x), {}
