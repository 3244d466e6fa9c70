import tensorflow as tf


def as_float(w):
    w = tf.convert_to_tensor(w)
    return w if w.dtype.is_floating else tf.cast(w, tf.float64)


def l1_penalty(params, lam):
    return tf.add_n([tf.cast(lam * tf.reduce_sum(tf.abs(as_float(w))), tf.float64) for w in params])


def l2_penalty(params, lam):
    return tf.add_n([tf.cast(lam * tf.reduce_sum(as_float(w) ** 2), tf.float64) for w in params])


def gradient(penalty, w, lam):
    w = as_float(w)
    with tf.GradientTape() as tape:
        tape.watch(w)
        value = penalty([w], lam)
    return tape.gradient(value, w)


def l1_gradient(w, lam):
    return gradient(l1_penalty, w, lam)


def l2_gradient(w, lam):
    return gradient(l2_penalty, w, lam)
