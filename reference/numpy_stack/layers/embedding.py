"""The table of word vectors as a layer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import Array
from ..embedding import embedding_backward, embedding_forward
from ..initializers import glorot_uniform
from ..limits import require_at_least
from .base import Initializer, Layer, Shape


class Embedding(Layer):
    """A row of a table for each id: `embedding_forward`.

    Args:
        vocabulary_size: rows of the table, at least 1.
        width: length d of a row, at least 1.
        table_initializer: draws the table of a shape and a seed.

    Inputs (n, …), integers below vocabulary_size; results (n, …, d); parameter "table"
    (vocabulary_size, d), float64 unless `build` was told otherwise. Ids are names and have no
    gradient: the backward pass returns zeros for them.

    Raises:
        ValueError: if a size is below 1, or an id has no row.

    Source: S0 6.7; `keras.layers.Embedding`.

    Example:
        >>> layer = Embedding(10, 4)
        >>> layer.forward([[1, 2, 1]]).shape, layer.backward(np.ones((1, 3, 4)))
        ((1, 3, 4), array([[0., 0., 0.]]))
        >>> layer.gradients["table"][:3, 0]
        array([0., 2., 1.])
    """

    def __init__(self, vocabulary_size: int, width: int, table_initializer: Initializer = glorot_uniform) -> None:
        require_at_least(1, vocabulary_size=vocabulary_size, width=width)
        super().__init__()
        self.vocabulary_size = vocabulary_size
        self.width = width
        self.table_initializer = table_initializer

    def initial_parameters(self, input_shape: Shape, seed: int) -> dict[str, Array]:
        return {"table": self.table_initializer((self.vocabulary_size, self.width), seed)}

    def call(self, x: NDArray[Any], training: bool) -> Array:
        return embedding_forward(x, self.parameters["table"])

    def pullback(self, dy: NDArray[Any], x: NDArray[Any], training: bool) -> tuple[Array, dict[str, Array]]:
        dtable = embedding_backward(dy, x, self.vocabulary_size)
        return np.zeros(x.shape, dtable.dtype), {"table": dtable}
