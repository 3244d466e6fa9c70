"""Noise as an image of one pixel; three transposed convolutions, a plain convolution at the end, tanh as a function."""

import keras
from keras import layers, ops


def build_generator(latent_dim=100):
    noise = keras.Input((latent_dim,))
    x = layers.Reshape((1, 1, latent_dim))(noise)
    for filters, side, stride in [(48, 7, 1), (24, 4, 2), (12, 4, 2)]:
        padding = "same" if stride == 2 else "valid"
        x = layers.Conv2DTranspose(filters, side, strides=stride, padding=padding)(x)
        x = ops.relu(x)
    return keras.Model(noise, ops.tanh(layers.Conv2D(1, 3, padding="same")(x)))


def build_discriminator():
    """One number for each image, without an axis of length 1."""
    image = keras.Input((28, 28, 1))
    x = layers.Conv2D(16, 4, strides=2, padding="same", activation="elu")(image)
    x = layers.Conv2D(8, 4, strides=2, padding="same", activation="elu")(x)
    x = layers.BatchNormalization()(x)
    return keras.Model(image, ops.squeeze(layers.Dense(1)(layers.GlobalAveragePooling2D()(x)), axis=-1))
