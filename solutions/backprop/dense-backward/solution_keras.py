import numpy as np
import tensorflow as tf
from keras import ops


def dense_backward(dy, x, W):
    dtype = np.result_type(dy, x, W)
    dtype = dtype.name if dtype.kind == "f" else "float64"
    dy, x, W = (ops.cast(a, dtype) for a in (dy, x, W))
    b = ops.zeros(W.shape[1], dtype)
    with tf.GradientTape() as tape:
        tape.watch([x, W, b])
        y = ops.matmul(x, W) + b
    return tape.gradient(y, [x, W, b], output_gradients=dy)
