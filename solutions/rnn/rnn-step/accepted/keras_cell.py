import keras


def rnn_step(x_t, h_prev, W, U, b):
    """The cell of `keras.layers.SimpleRNN`, with weights that are handed to it."""
    cell = keras.layers.SimpleRNNCell(h_prev.shape[1], dtype="float32")
    cell.build((None, x_t.shape[1]))
    cell.set_weights([W, U, b])
    x_t, h_prev = (keras.ops.convert_to_tensor(a, "float32") for a in (x_t, h_prev))
    output, _ = cell(x_t, [h_prev])
    return output


def rnn_output(h_t, V, c):
    layer = keras.layers.Dense(len(c), dtype="float32")
    layer.build((None, h_t.shape[1]))
    layer.set_weights([V, c])
    return layer(keras.ops.convert_to_tensor(h_t, "float32"))
