import tensorflow as tf


def cross_entropy(y_onehot, p, eps=1e-7):
    given = tf.boolean_mask(tf.cast(p, tf.float32), tf.cast(y_onehot, tf.bool))
    return -tf.reduce_mean(tf.math.log(tf.clip_by_value(given, eps, 1 - eps)))
