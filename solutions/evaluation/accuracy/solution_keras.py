from keras import ops


def accuracy(labels, scores):
    predictions = ops.argmax(scores, axis=1) if len(scores.shape) == 2 else scores
    hits = ops.equal(ops.cast(predictions, "int64"), ops.cast(labels, "int64"))
    return ops.mean(ops.cast(hits, "float64"))
