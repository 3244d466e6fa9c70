"""The embedding layer, through `keras.layers.Embedding`, with gradients by the tape."""

from __future__ import annotations

from typing import Any

from keras import layers, ops

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def embedding_forward(ids: Any, table: Any) -> Tensor:
    """The row of the table (vocabulary size, d) for each id; ids' shape and d."""
    (table,) = floating(table)
    layer = layers.Embedding(*table.shape, dtype=dtype_of(table))
    return call_layer(layer, [table], ops.convert_to_tensor(ids))


def embedding_backward(dy: Any, ids: Any, vocabulary_size: int) -> Tensor:
    """The gradient (vocabulary size, d) in the table of a loss whose gradient in the result is dy."""
    (dy,) = floating(dy)
    table = ops.zeros((vocabulary_size, dy.shape[-1]), dtype_of(dy))
    (dtable,) = pullback(lambda rows: embedding_forward(ids, rows), dy, table)
    return dtable
