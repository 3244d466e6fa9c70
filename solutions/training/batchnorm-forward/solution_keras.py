import keras
from keras import ops


def as_float(a):
    a = ops.convert_to_tensor(a)
    return a if keras.backend.is_float_dtype(a.dtype) else ops.cast(a, "float64")


def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    x, gamma, beta, running_mean, running_var = map(as_float, (x, gamma, beta, running_mean, running_var))
    mean, var = running_mean, running_var
    if training:
        mean, var = ops.mean(x, axis=0), ops.var(x, axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    return gamma * (x - mean) / ops.sqrt(var + eps) + beta, running_mean, running_var
