import tensorflow as tf


def dropout(x, rate, u, training=True):
    x = tf.convert_to_tensor(x)
    if not training:
        return tf.identity(x)
    if not x.dtype.is_floating:
        x = tf.cast(x, tf.float64)
    return x * tf.cast(u >= rate, x.dtype) / (1 - rate)


def dropout_backward(dy, rate, u):
    dy = tf.cast(dy, tf.float32 if dy.dtype == "float32" else tf.float64)
    x = tf.ones_like(dy)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = dropout(x, rate, u)
    return tape.gradient(y, x, output_gradients=dy)
