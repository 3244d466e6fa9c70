from keras import ops


def to_float(x):
    return ops.cast(x, x.dtype.name if x.dtype.kind == "f" else "float64")


def sigmoid(x):
    return ops.sigmoid(to_float(x))


def tanh(x):
    return ops.tanh(to_float(x))


def relu(x):
    return ops.relu(to_float(x))


def leaky_relu(x, alpha=0.2):
    return ops.leaky_relu(to_float(x), negative_slope=alpha)
