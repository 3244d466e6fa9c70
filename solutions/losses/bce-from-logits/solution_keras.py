from keras import ops


def bce_from_logits(y, z):
    y, z = ops.cast(y, "float64"), ops.cast(z, "float64")
    return ops.mean(ops.softplus(z) - y * z)
