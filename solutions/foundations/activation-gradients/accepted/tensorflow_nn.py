import tensorflow as tf


def sigmoid_grad(x):
    x = tf.cast(x, tf.float32)
    return tf.sigmoid(x) * tf.sigmoid(-x)


def tanh_grad(x):
    return 1 - tf.square(tf.tanh(tf.cast(x, tf.float32)))


def relu_grad(x):
    return tf.cast(tf.greater(x, 0), tf.float32)


def leaky_relu_grad(x, alpha=0.2):
    return tf.where(tf.greater(x, 0), 1.0, tf.constant(alpha, tf.float32))
