from keras import ops


def softmax_cross_entropy_grad(labels, logits):
    n, k = logits.shape
    dtype = logits.dtype.name if logits.dtype.kind == "f" else "float64"
    truth = ops.one_hot(ops.cast(labels, "int32"), k, dtype=dtype)
    return (ops.softmax(ops.cast(logits, dtype), axis=1) - truth) / n
