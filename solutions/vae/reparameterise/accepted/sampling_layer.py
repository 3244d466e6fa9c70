import tensorflow as tf


class Sampling(tf.keras.layers.Layer):
    def call(self, inputs):
        mean, log_var, noise = (tf.cast(part, self.compute_dtype) for part in inputs)
        return mean + tf.exp(0.5 * log_var) * noise


def reparameterise(mean, log_var, noise):
    """A layer computes in its own dtype, float32."""
    return Sampling()([mean, log_var, noise])
