import keras
from keras import ops


def floating(w):
    w = ops.convert_to_tensor(w)
    return w if keras.backend.is_float_dtype(w.dtype) else ops.cast(w, "float64")


def l1_penalty(params, lam):
    return lam * sum(float(ops.sum(ops.abs(floating(w)))) for w in params)


def l2_penalty(params, lam):
    return lam * sum(float(ops.sum(ops.square(floating(w)))) for w in params)


def l1_gradient(w, lam):
    return lam * ops.sign(floating(w))


def l2_gradient(w, lam):
    return 2 * lam * floating(w)
