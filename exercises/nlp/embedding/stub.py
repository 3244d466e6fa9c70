import numpy as np


def embedding_forward(ids, table):
    """The row of the table for each id.

    ids    integers from 0 to vocabulary size - 1, any shape
    table  (vocabulary size, d)

    Returns an array of the shape of ids with one more axis, d, at the end.
    """
    raise NotImplementedError


def embedding_backward(dy, ids, vocabulary_size):
    """Gradient of a loss in the table of `embedding_forward`.

    dy               gradient of the loss in the result of the layer: the shape of ids, and d
    ids              those of the forward pass
    vocabulary_size  number of rows of the table

    Returns (vocabulary_size, d); ids that occur several times accumulate.
    """
    raise NotImplementedError
