import tensorflow as tf


def max_pool(x, size=2, stride=None):
    x = tf.convert_to_tensor(x)
    h, w = (size, size) if isinstance(size, int) else size
    down, right = (h, w) if stride is None else (stride, stride) if isinstance(stride, int) else stride
    last_row, last_column = x.shape[1] - h + 1, x.shape[2] - w + 1
    shifted = [x[:, p : p + last_row : down, q : q + last_column : right] for p in range(h) for q in range(w)]
    return tf.reduce_max(tf.stack(shifted), axis=0)
