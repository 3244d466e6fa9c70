"""The source's way made to work: compiled networks, train_on_batch, probabilities, the mean of the two losses."""

import keras
import numpy as np
from keras import layers


def generate_model():
    model = keras.Sequential([keras.Input((100,)), layers.Dense(7 * 7 * 32, use_bias=False)])
    model.add(layers.Reshape((7, 7, 32)))
    for filters in (32, 16):
        model.add(layers.Conv2DTranspose(filters, (3, 3), strides=(2, 2), padding="same"))
        model.add(layers.LeakyReLU(negative_slope=0.2))
    model.add(layers.Conv2D(1, (3, 3), padding="same"))
    model.add(layers.Activation("tanh"))
    return model


def discriminate_model():
    model = keras.Sequential([keras.Input((28, 28, 1)), layers.Flatten()])
    for units in (512, 256):
        model.add(layers.Dense(units))
        model.add(layers.LeakyReLU(negative_slope=0.2))
    model.add(layers.Dense(1, activation="sigmoid"))
    return model


state = {}


def build_gan():
    generator, discriminator = generate_model(), discriminate_model()
    discriminator.compile(optimizer=keras.optimizers.Adam(5e-4), loss="binary_crossentropy", run_eagerly=True)
    combined = keras.Sequential([generator, discriminator])
    combined.compile(optimizer=keras.optimizers.Adam(5e-4), loss="binary_crossentropy", run_eagerly=True)
    state.update(generator=generator, discriminator=discriminator, combined=combined)
    return generator, discriminator


def train_step(real, z):
    generator, discriminator, combined = state["generator"], state["discriminator"], state["combined"]
    n = len(z)
    discriminator.trainable = True
    images = np.concatenate([real, generator(z)])
    labels = np.concatenate([np.ones((len(real), 1)), np.zeros((n, 1))])
    discriminator.reset_metrics()
    d_loss = discriminator.train_on_batch(images, labels)
    discriminator.trainable = False
    combined.reset_metrics()
    g_loss = combined.train_on_batch(z, np.ones((n, 1)))
    return float(d_loss), float(g_loss)
