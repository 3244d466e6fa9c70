import keras


def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    """`keras.layers.LSTM` itself, in Keras's default precision."""
    units = recurrent_kernel.shape[0]
    layer = keras.layers.LSTM(units, return_sequences=return_sequences, dtype="float32")
    layer.build(x.shape)
    layer.set_weights([kernel, recurrent_kernel, bias])
    return layer(keras.ops.cast(x, "float32"))
