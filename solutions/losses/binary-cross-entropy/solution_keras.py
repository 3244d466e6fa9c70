from keras import ops


def binary_cross_entropy(y, p, eps=1e-7):
    y, p = ops.cast(y, "float64"), ops.cast(p, "float64")
    p = ops.clip(p, eps, 1 - eps)
    return -ops.mean(y * ops.log(p) + (1 - y) * ops.log1p(-p))
