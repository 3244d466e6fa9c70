import numpy as np


def embedding_forward(ids, table):
    return table[ids]


def embedding_backward(dy, ids, vocabulary_size):
    dtype = dy.dtype if dy.dtype.kind == "f" else np.float64
    dtable = np.zeros((vocabulary_size, dy.shape[-1]), dtype)
    np.add.at(dtable, ids, dy)  # dtable[ids] += dy would count an id that occurs twice once
    return dtable
