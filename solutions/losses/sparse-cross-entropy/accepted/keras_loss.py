import keras


def sparse_cross_entropy(labels, logits):
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return loss(labels, keras.ops.cast(logits, "float32"))
