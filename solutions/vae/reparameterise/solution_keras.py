from keras import ops


def reparameterise(mean, log_var, noise):
    std = ops.exp(ops.divide(log_var, 2))
    return ops.add(mean, ops.multiply(std, noise))
