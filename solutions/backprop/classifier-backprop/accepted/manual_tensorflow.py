import tensorflow as tf


def classifier_gradients(x, labels, params):
    W1, b1, W2, b2 = (params[name] for name in ("W1", "b1", "W2", "b2"))
    x, W1, b1, W2, b2 = (tf.cast(a, tf.float32) for a in (x, W1, b1, W2, b2))
    n = tf.cast(tf.shape(x)[0], tf.float32)
    hidden = tf.nn.relu(x @ W1 + b1)
    logits = hidden @ W2 + b2
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
    delta = (tf.nn.softmax(logits) - tf.one_hot(labels, logits.shape[1])) / n
    back = tf.where(hidden > 0, delta @ tf.transpose(W2), 0.0)
    return loss, {
        "W1": tf.transpose(x) @ back,
        "b1": tf.reduce_sum(back, axis=0),
        "W2": tf.transpose(hidden) @ delta,
        "b2": tf.reduce_sum(delta, axis=0),
    }
