import numpy as np


def as_float(*arrays):
    """The arrays in their common floating dtype; integers become float64."""
    dtype = np.result_type(*arrays)
    return [np.asarray(a, dtype if dtype.kind == "f" else np.float64) for a in arrays]


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def lstm_cell(x_t, h, c, kernel, recurrent_kernel, bias):
    z = x_t @ kernel + h @ recurrent_kernel + bias
    i, f, candidate, o = np.split(z, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * np.tanh(c), c


def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    x, *weights = as_float(x, kernel, recurrent_kernel, bias)
    h = c = np.zeros((len(x), len(recurrent_kernel)), x.dtype)
    states = []
    for t in range(x.shape[1]):
        h, c = lstm_cell(x[:, t], h, c, *weights)
        states.append(h)
    return np.stack(states, axis=1) if return_sequences else h
