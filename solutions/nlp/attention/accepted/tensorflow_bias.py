import tensorflow as tf


def attention(q, k, v, mask=None):
    dtype = tf.float32 if q.dtype == "float32" else tf.float64
    q, k, v = tf.cast(q, dtype), tf.cast(k, dtype), tf.cast(v, dtype)
    scores = tf.matmul(q / tf.sqrt(tf.cast(tf.shape(q)[-1], dtype)), k, transpose_b=True)
    if mask is not None:
        scores += tf.where(mask, tf.zeros((), dtype), tf.constant(-1e9, dtype))
    weights = tf.nn.softmax(scores)
    return tf.matmul(weights, v), weights
