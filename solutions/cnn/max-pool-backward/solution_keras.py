import tensorflow as tf
from keras import ops


def max_pool_backward(dy, x, size=2, stride=None):
    dy, x = floating(dy), floating(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = ops.max_pool(x, size, strides=stride, padding="valid", data_format="channels_last")
    return tape.gradient(y, x, output_gradients=dy)


def floating(a):
    a = tf.convert_to_tensor(a)
    return a if a.dtype.is_floating else tf.cast(a, tf.float64)
