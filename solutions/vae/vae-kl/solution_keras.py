from keras import ops


def kl_divergence(mean, log_var):
    mean, v = ops.cast(mean, "float64"), ops.cast(log_var, "float64")
    terms = ops.square(mean) + ops.exp(v) - 1 - v
    return ops.mean(ops.sum(terms, axis=-1)) / 2
