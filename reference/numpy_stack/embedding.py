"""The embedding layer: a table whose rows are looked up by number."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .samples import class_labels


def embedding_forward(ids: ArrayLike, table: ArrayLike) -> Array:
    """The row of the table for each id.

        y[…, :] = table[ids[…], :]

    Args:
        ids: integers from 0 to vocabulary size - 1, any shape.
        table: (vocabulary size, d).

    Returns:
        An array of ids' shape with one axis more, d.

    Raises:
        ValueError: if an id is not an integer or has no row, or the table has not two axes.

    Source: S0 6.7; Mikolov et al. 2013.

    Example:
        >>> embedding_forward([2, 0], [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
        array([[5., 6.],
               [1., 2.]])
    """
    (table,) = floating(table)
    require_fit(table.ndim == 2, "table is (vocabulary size, d)", table=table)
    return np.asarray(table[class_labels(ids, len(table), "ids")])


def embedding_backward(dy: ArrayLike, ids: ArrayLike, vocabulary_size: int) -> Array:
    """Gradient of a loss in the table of `embedding_forward`.

        dtable[k, :] = Σ dy[…, :] over the places where ids[…] = k

    Args:
        dy: gradient of the loss in the layer's result, ids' shape and d.
        ids: those of the forward pass.
        vocabulary_size: rows of the table.

    Returns:
        (vocabulary size, d); an id that occurs twice gets the sum, one that does not occur 0.

    Raises:
        ValueError: if an id is not an integer or has no row, or dy does not fit ids.

    Source: S0 6.7.

    Example:
        >>> embedding_backward([[1.0], [10.0], [100.0]], [2, 0, 2], 3).ravel()
        array([ 10.,   0., 101.])
    """
    (dy,) = floating(dy)
    rows = class_labels(ids, vocabulary_size, "ids")
    require_fit(dy.ndim > 0 and dy.shape[:-1] == rows.shape, "dy is ids' shape and d", dy=dy, ids=rows)
    table = np.zeros((vocabulary_size, dy.shape[-1]), dtype=dy.dtype)
    np.add.at(table, rows, dy)  # table[ids] += dy would count an id that occurs twice once
    return table
