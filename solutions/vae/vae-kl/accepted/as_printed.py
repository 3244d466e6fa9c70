import tensorflow as tf


def kl_divergence(mean, log_var):
    """Minus the bound's term of the paper, in float32, as the usual Keras example has it."""
    mean, log_var = tf.cast(mean, tf.float32), tf.cast(log_var, tf.float32)
    bound = 0.5 * tf.reduce_sum(1 + log_var - tf.square(mean) - tf.exp(log_var), axis=1)
    return -tf.reduce_mean(bound)
