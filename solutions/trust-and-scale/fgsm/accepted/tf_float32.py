import tensorflow as tf


def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    x, grad = tf.cast(x, tf.float32), tf.cast(grad, tf.float32)
    return tf.clip_by_value(x + epsilon * tf.sign(grad), low, high)
