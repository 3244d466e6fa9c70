"""What all layers share: parameters made at the first batch, and a backward pass for the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ..arrays import Array, float_dtype

Initializer = Callable[[Sequence[int], int], Array]
Shape = tuple[int, ...]


class Layer:
    """A function with parameters, and the gradients of a loss in them.

    A kind of layer says three things: `initial_parameters`, `call` and `pullback`. Its constructor's
    arguments are its attributes.

    Attributes:
        parameters: what training changes, by name; empty until the layer is built.
        statistics: what the layer learns without a gradient, by name; empty for most.
        gradients: those of the last backward pass, under the names of `parameters`.
        built: whether the parameters exist.

    Source: S1 2.1, S3 3.1: a network is a stack of layers.

    Example:
        >>> Layer().forward([[1.0, 2.0]])
        array([[1., 2.]])
    """

    def __init__(self) -> None:
        self.parameters: dict[str, Array] = {}
        self.statistics: dict[str, Array] = {}
        self.gradients: dict[str, Array] = {}
        self.built = False
        self._inputs: NDArray[Any] | None = None
        self._training = False

    def __repr__(self) -> str:
        options = {name: value for name, value in vars(self).items() if not name.startswith("_")}
        shown = (f"{name}={getattr(options[name], '__name__', options[name])}" for name in options.keys() - _SHARED)
        return f"{type(self).__name__}({', '.join(sorted(shown))})"

    def build(self, input_shape: Sequence[int], dtype: DTypeLike = "float64", seed: int = 0) -> None:
        """Make the parameters for inputs of this shape (one sample's), anew if there are any.

        Raises:
            ValueError: if the layer takes no inputs of this shape.
        """
        made = self.initial_parameters(tuple(input_shape), seed)
        self.parameters = {name: value.astype(dtype) for name, value in made.items()}
        self.statistics = {
            name: value.astype(dtype) for name, value in self.initial_statistics(tuple(input_shape)).items()
        }
        self.gradients = {}
        self._inputs = None
        self.built = True

    def forward(self, x: ArrayLike, training: bool = False) -> Array:
        """The layer's result for a batch; the first batch builds the layer, with its dtype and seed 0.

        The batch is kept for `backward`, not copied.

        Raises:
            ValueError: if x does not fit the layer.
        """
        x = np.asarray(x)
        if not self.built:
            self.build(x.shape[1:], float_dtype(x.dtype))
        result = self.call(x, training)
        self._inputs, self._training = x, training
        return result

    def backward(self, dy: ArrayLike) -> Array:
        """The gradient in the last batch, of the loss whose gradient in the result is dy; fills `gradients`.

        Raises:
            RuntimeError: if there was no forward pass.
            ValueError: if dy has not the shape of the result.
        """
        if self._inputs is None:
            raise RuntimeError(f"backward needs a forward pass before it. Received: {self!r} without one")
        dx, self.gradients = self.pullback(np.asarray(dy), self._inputs, self._training)
        return dx

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        """The parameters to start from, by name; none unless a layer says otherwise."""
        return {}

    def initial_statistics(self, input_shape: Shape) -> dict[str, Array]:
        """The statistics to start from, by name; none unless a layer says otherwise."""
        return {}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        """The result for a batch; the batch itself unless a layer says otherwise."""
        return x.copy()

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        """The gradients in the batch and in the parameters, for the gradient dy in the result."""
        return dy.copy(), {}


_SHARED = {"parameters", "statistics", "gradients", "built"}


def seeds(seed: int, count: int) -> list[int]:
    """Independent seeds for several arrays, from one.

    Example:
        >>> len(set(seeds(0, 3)))
        3
    """
    return [int(each) for each in np.random.SeedSequence(seed).generate_state(count)]


def features(input_shape: Shape, rank: int, rule: str) -> int:
    """The last size of one sample's shape; ValueError unless the shape has `rank` axes, or any number for 0.

    Example:
        >>> features((8, 8, 3), rank=3, rule="x is (n, height, width, channels)")
        3
    """
    if not input_shape or rank not in (0, len(input_shape)):
        raise ValueError(f"{rule}. Received: x (n, {', '.join(map(str, input_shape))})")
    return input_shape[-1]
