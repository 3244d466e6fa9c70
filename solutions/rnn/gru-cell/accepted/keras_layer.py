import tensorflow as tf


def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    """Keras's own cell with these weights, in float32."""
    cell = tf.keras.layers.GRUCell(recurrent_kernel.shape[0])
    cell.build((None, kernel.shape[0]))
    cell.set_weights([kernel, recurrent_kernel, bias])
    h_t, _ = cell(tf.cast(x_t, tf.float32), [tf.cast(h_prev, tf.float32)])
    return h_t
