"""Self-attention as a layer."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from ..arrays import Array
from ..attention import multi_head_attention, multi_head_attention_backward
from ..initializers import glorot_uniform
from ..limits import require_at_least
from .base import Initializer, Layer, Shape, features, seeds


class MultiHeadAttention(Layer):
    """Self-attention in several subspaces at once: `multi_head_attention` and its weights.

    Args:
        n_heads: number of heads, a divisor of the inputs' width d.
        causal: whether a position sees itself and earlier ones only.
        kernel_initializer: draws each matrix of a shape and a seed.

    Inputs and results (n, T, d), parameters "Wq", "Wk", "Wv" and "Wo" (d, d), no biases.

    Raises:
        ValueError: if n_heads is below 1 or does not divide d, or x is not a batch of sequences.

    Source: S1 references [10]; `keras.layers.MultiHeadAttention`, with one sequence for all three.

    Example:
        >>> MultiHeadAttention(2, causal=True).forward(np.ones((1, 3, 4))).shape
        (1, 3, 4)
    """

    def __init__(self, n_heads: int, causal: bool = False, kernel_initializer: Initializer = glorot_uniform) -> None:
        require_at_least(1, n_heads=n_heads)
        super().__init__()
        self.n_heads = n_heads
        self.causal = causal
        self.kernel_initializer = kernel_initializer

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        d = features(input_shape, 2, "x is (n, T, d)")
        return {
            name: self.kernel_initializer((d, d), each) for name, each in zip(("Wq", "Wk", "Wv", "Wo"), seeds(seed, 4))
        }

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return multi_head_attention(x, **self.parameters, n_heads=self.n_heads, causal=self.causal)

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        grads = multi_head_attention_backward(dy, x, **self.parameters, n_heads=self.n_heads, causal=self.causal)
        return grads["dx"], {name: grads[f"d{name}"] for name in self.parameters}
