import numpy as np
from keras import ops


def mlp_forward(x, weights, biases):
    dtype = np.result_type(x, *weights, *biases)
    dtype = dtype.name if dtype.kind == "f" else "float64"
    h = ops.cast(x, dtype)
    for i, (W, b) in enumerate(zip(weights, biases), start=1):
        z = ops.matmul(h, ops.cast(W, dtype)) + ops.cast(b, dtype)
        h = ops.relu(z) if i < len(weights) else ops.softmax(z, axis=-1)
    return h
