import keras


def bce_from_logits(y, z):
    y, z = keras.ops.reshape(y, (-1, 1)), keras.ops.reshape(z, (-1, 1))
    return keras.losses.BinaryCrossentropy(from_logits=True)(y, keras.ops.cast(z, "float32"))
