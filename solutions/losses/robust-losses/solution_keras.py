from keras import ops


def sizes(y, y_hat):
    return ops.abs(ops.cast(y, "float64") - ops.cast(y_hat, "float64"))


def mae(y, y_hat):
    return ops.mean(sizes(y, y_hat))


def huber(y, y_hat, delta=1.0):
    e = sizes(y, y_hat)
    return ops.mean(ops.where(e <= delta, 0.5 * ops.square(e), delta * (e - 0.5 * delta)))
