import numpy as np


def embedding_forward(ids, table):
    """A matrix product with one-hot rows."""
    return np.eye(len(table), dtype=table.dtype)[ids] @ table


def embedding_backward(dy, ids, vocabulary_size):
    dtype = dy.dtype if dy.dtype.kind == "f" else float
    places = np.eye(vocabulary_size, dtype=dtype)[ids]
    return np.einsum("pv,pd->vd", places.reshape(-1, vocabulary_size), dy.reshape(-1, dy.shape[-1]).astype(dtype))
