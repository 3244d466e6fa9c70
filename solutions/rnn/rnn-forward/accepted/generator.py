from itertools import accumulate

import numpy as np


class Cell:
    def __init__(self, *weights):
        self.weights = np.concatenate(weights, axis=0)

    def __call__(self, h, x_t):
        ones = np.ones((len(h), 1), h.dtype)
        return np.tanh(np.concatenate([x_t, h, ones], axis=1) @ self.weights)


def rnn_forward(x, h0, W, U, b):
    """A fold over the steps, with one weight matrix for input, state and bias."""
    arrays = (x, h0, W, U, b)
    if all(np.issubdtype(a.dtype, np.integer) for a in arrays):
        arrays = tuple(a.astype(float) for a in arrays)
    x, h0, W, U, b = arrays
    cell = Cell(W, U, b[np.newaxis])
    states = list(accumulate(x.swapaxes(0, 1), cell, initial=h0))[1:]
    return np.array(states).transpose(1, 0, 2)
