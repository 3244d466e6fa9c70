import keras
from keras import ops


def relu_backward(dy, x):
    dy = ops.convert_to_tensor(dy)
    if not keras.backend.is_float_dtype(dy.dtype):
        dy = ops.cast(dy, "float64")
    return ops.where(ops.greater(x, 0), dy, ops.zeros_like(dy))
