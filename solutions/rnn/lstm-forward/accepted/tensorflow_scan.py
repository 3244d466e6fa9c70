import tensorflow as tf


def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    x, kernel, recurrent_kernel, bias = (tf.cast(a, tf.float32) for a in (x, kernel, recurrent_kernel, bias))
    zeros = tf.zeros((x.shape[0], recurrent_kernel.shape[0]))

    def step(state, x_t):
        h, c = state
        i, f, candidate, o = tf.split(x_t @ kernel + h @ recurrent_kernel + bias, 4, axis=1)
        c = tf.nn.sigmoid(f) * c + tf.nn.sigmoid(i) * tf.nn.tanh(candidate)
        return tf.nn.sigmoid(o) * tf.nn.tanh(c), c

    hidden, _ = tf.scan(step, tf.transpose(x, [1, 0, 2]), initializer=(zeros, zeros))
    return tf.transpose(hidden, [1, 0, 2]) if return_sequences else hidden[-1]
