import keras
from keras import ops


def dropped(values, rate, u):
    values = ops.convert_to_tensor(values)
    if not keras.backend.is_float_dtype(values.dtype):
        values = ops.cast(values, "float64")
    return ops.where(ops.convert_to_tensor(u) >= rate, values / (1 - rate), ops.zeros_like(values))


def dropout(x, rate, u, training=True):
    return dropped(x, rate, u) if training else ops.convert_to_tensor(x)


def dropout_backward(dy, rate, u):
    return dropped(dy, rate, u)
