import tensorflow as tf


def glorot_uniform(shape, seed):
    limit = (6 / (shape[0] + shape[1])) ** 0.5
    return tf.random.stateless_uniform(shape, seed=[seed, 0], minval=-limit, maxval=limit, dtype=tf.float64)


def he_normal(shape, seed):
    return tf.random.stateless_normal(shape, seed=[seed, 1], stddev=(2 / shape[0]) ** 0.5)
