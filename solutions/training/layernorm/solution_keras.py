import keras
from keras import ops


def as_float(a):
    a = ops.convert_to_tensor(a)
    return a if keras.backend.is_float_dtype(a.dtype) else ops.cast(a, "float64")


def layernorm(x, gamma, beta, eps=1e-3):
    x, gamma, beta = as_float(x), as_float(gamma), as_float(beta)
    mean, var = ops.mean(x, axis=-1, keepdims=True), ops.var(x, axis=-1, keepdims=True)
    return gamma * (x - mean) / ops.sqrt(var + eps) + beta
