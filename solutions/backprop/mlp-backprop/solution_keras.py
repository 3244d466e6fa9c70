import numpy as np
import tensorflow as tf
from keras import ops


def mlp_backprop(x, y, W1, b1, W2, b2):
    dtype = np.result_type(x, y, W1, b1, W2, b2)
    dtype = dtype.name if dtype.kind == "f" else "float64"
    x, y = ops.cast(x, dtype), ops.cast(y, dtype)
    params = {name: ops.cast(p, dtype) for name, p in [("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2)]}
    with tf.GradientTape() as tape:
        tape.watch(params)
        hidden = ops.sigmoid(ops.matmul(x, params["W1"]) + params["b1"])
        y_hat = ops.matmul(hidden, params["W2"]) + params["b2"]
        loss = ops.mean(ops.square(y_hat - y))
    return loss, tape.gradient(loss, params)
