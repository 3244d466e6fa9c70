import tensorflow as tf


def resize_bilinear(image, height, width):
    x = tf.cast(image, tf.float32)
    if image.ndim == 2:
        return tf.image.resize(x[:, :, tf.newaxis], (height, width), method="bilinear", antialias=False)[:, :, 0]
    return tf.image.resize(x, (height, width), method="bilinear", antialias=False)
