import numpy as np


def dense_forward(x, W, b):
    """The bias is the weight of one more input, which is always 1."""
    if np.issubdtype(np.result_type(x, W, b), np.integer):
        x = x.astype(float)
    inputs = np.hstack([x, np.ones((len(x), 1), dtype=x.dtype)])
    weights = np.vstack([W, b])
    return np.dot(weights.T, inputs.T).T
