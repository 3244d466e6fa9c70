from keras import ops


def mse(y, y_hat):
    error = ops.cast(y, "float64") - ops.cast(y_hat, "float64")
    return ops.mean(ops.square(error))
