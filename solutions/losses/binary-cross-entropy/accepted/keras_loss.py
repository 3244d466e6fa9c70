import keras


def binary_cross_entropy(y, p, eps=1e-7):
    """Keras's own loss, which clips at 1e-7, on probabilities that were clipped before."""
    y, p = keras.ops.cast(y, "float32"), keras.ops.cast(p, "float32")
    p = keras.ops.clip(p, eps, 1 - eps)
    return keras.ops.mean(keras.losses.binary_crossentropy(y, p))
