import tensorflow as tf


def clip_by_global_norm(grads, max_norm):
    grads = [tf.convert_to_tensor(grad) for grad in grads]
    grads = [grad if grad.dtype.is_floating else tf.cast(grad, tf.float64) for grad in grads]
    return tf.clip_by_global_norm(grads, max_norm)
