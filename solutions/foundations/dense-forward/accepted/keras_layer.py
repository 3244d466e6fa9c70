import keras


def dense_forward(x, W, b):
    layer = keras.layers.Dense(W.shape[1])
    layer.build((None, W.shape[0]))
    layer.set_weights([W, b])
    return layer(keras.ops.cast(x, "float32"))
