import keras
from keras import ops


def as_floats(x):
    x = ops.convert_to_tensor(x)
    return x if keras.backend.is_float_dtype(x.dtype) else ops.cast(x, "float64")


def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    theta, s, grad = (as_floats(x) for x in (theta, s, grad))
    s = rho * s + (1 - rho) * ops.square(grad)
    return theta - lr * grad / ops.sqrt(s + eps), s
