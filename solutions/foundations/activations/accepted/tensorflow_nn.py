import tensorflow as tf


def sigmoid(x):
    return tf.math.sigmoid(tf.cast(x, tf.float32))


def tanh(x):
    return tf.math.tanh(tf.cast(x, tf.float32))


def relu(x):
    return tf.nn.relu(tf.cast(x, tf.float32))


def leaky_relu(x, alpha=0.2):
    return tf.nn.leaky_relu(tf.cast(x, tf.float32), alpha=alpha)
