import keras
import tensorflow as tf
from keras import layers

pair = {}


def build_generator():
    return keras.Sequential(
        [
            keras.Input((100,)),
            layers.Dense(7 * 7 * 32, activation="leaky_relu"),
            layers.Reshape((7, 7, 32)),
            layers.Conv2DTranspose(16, 4, strides=2, padding="same", activation="leaky_relu"),
            layers.Conv2DTranspose(1, 4, strides=2, padding="same", activation="tanh"),
        ]
    )


def build_discriminator():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(512),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Dense(256),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Dense(1),
        ]
    )


def build_gan():
    pair["generator"], pair["discriminator"] = build_generator(), build_discriminator()
    pair["g_optimizer"] = keras.optimizers.Adam(2e-4, beta_1=0.5)
    pair["d_optimizer"] = keras.optimizers.Adam(2e-4, beta_1=0.5)
    return pair["generator"], pair["discriminator"]


def cross_entropy(label, output):
    losses = keras.losses.binary_crossentropy(tf.fill(tf.shape(output), label), output, from_logits=True)
    return tf.reduce_mean(losses)


def discriminator_loss(real_output, fake_output):
    return cross_entropy(1.0, real_output) + cross_entropy(0.0, fake_output)


def generator_loss(fake_output):
    return cross_entropy(1.0, fake_output)


def descend(optimizer, model, tape, loss):
    weights = model.trainable_weights
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


def train_step(real, z):
    generator, discriminator = pair["generator"], pair["discriminator"]
    with tf.GradientTape() as tape:
        fake = generator(z, training=True)
        d_loss = discriminator_loss(discriminator(real, training=True), discriminator(fake, training=True))
    descend(pair["d_optimizer"], discriminator, tape, d_loss)
    with tf.GradientTape() as tape:
        g_loss = generator_loss(discriminator(generator(z, training=True), training=True))
    descend(pair["g_optimizer"], generator, tape, g_loss)
    return d_loss, g_loss
