import keras
from keras import ops


def as_floats(x):
    x = ops.convert_to_tensor(x)
    return x if keras.backend.is_float_dtype(x.dtype) else ops.cast(x, "float64")


def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x = as_floats(x)
    return ops.clip(x + epsilon * ops.cast(ops.sign(grad), x.dtype), low, high)
