"""The code of S3 section 4.3, its training loop cut down to one step and otherwise as printed. Repair it."""

import keras
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Conv2D, Dense, Flatten, LeakyReLU, Reshape
from tensorflow.keras.models import Sequential


# 定义生成器
def generate_model():
    model = Sequential()
    model.add(Dense(7 * 7 * 256, use_bias=False, input_shape=(100,)))
    model.add(Reshape((7, 7, 256)))
    model.add(Conv2D(128, (3, 3), strides=(2, 2), padding="same"))
    model.add(LeakyReLU(alpha=0.2))
    model.add(Conv2D(128, (3, 3), strides=(2, 2), padding="same"))
    model.add(LeakyReLU(alpha=0.2))
    model.add(Conv2D(64, (3, 3), strides=(2, 2), padding="same"))
    model.add(LeakyReLU(alpha=0.2))
    model.add(Conv2D(3, (3, 3), padding="same"))
    model.add(LeakyReLU(alpha=0.2))
    return model


# 定义判别器
def discriminate_model():
    model = Sequential()
    model.add(Flatten(input_shape=(28, 28)))
    model.add(Dense(512))
    model.add(LeakyReLU(alpha=0.2))
    model.add(Dense(256))
    model.add(LeakyReLU(alpha=0.2))
    model.add(Dense(1, activation="sigmoid"))
    return model


def build_gan():
    """A new pair (generator, discriminator); from now on train_step trains this one.

    The generator maps noise (n, 100) to images (n, 28, 28, 1) in [-1, 1], the discriminator images to one
    score each, (n, 1): a logit or a probability, as your loss takes it.
    """
    generator = generate_model()
    discriminator = discriminate_model()
    return generator, discriminator


def train_step(real, z):
    """One step of both networks on real images (n, 28, 28, 1) and noise (n, 100); returns (d_loss, g_loss)."""
    x = real
    y = keras.utils.to_categorical(np.zeros(len(real)), num_classes=10)  # labels of digits, as printed
    batch_size = len(real)

    G_loss = generator.train_on_batch(z, y)

    G_loss = generator.train_on_batch(x, y)

    D_loss_real = discriminator.train_on_batch(x, y)
    D_loss_fake = discriminator.train_on_batch(z, np.zeros((batch_size, 1)))

    D_loss = 0.5 * (D_loss_real + D_loss_fake)

    return D_loss, G_loss


# 生成器和判别器的训练和测试
generator = generate_model()
discriminator = discriminate_model()
