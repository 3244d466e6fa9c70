"""The generator steps first, plain gradient descent, losses written out, the pair kept in an object."""

import tensorflow as tf
from tensorflow import keras


class Pair:
    def __init__(self):
        noise, image = keras.Input((100,)), keras.Input((28, 28, 1))
        x = keras.layers.Dense(14 * 14 * 8, activation="relu")(noise)
        x = keras.layers.UpSampling2D()(keras.layers.Reshape((14, 14, 8))(x))
        self.generator = keras.Model(noise, keras.layers.Conv2D(1, 5, padding="same", activation="tanh")(x))
        x = keras.layers.Dense(64, activation="elu")(keras.layers.Flatten()(image))
        self.discriminator = keras.Model(image, keras.ops.squeeze(keras.layers.Dense(1)(x), axis=-1))
        self.sgd = [keras.optimizers.SGD(0.05), keras.optimizers.SGD(0.05)]

    def generator_step(self, z):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.nn.softplus(-self.discriminator(self.generator(z))))
        gradients = tape.gradient(loss, self.generator.trainable_variables)
        self.sgd[0].apply_gradients(zip(gradients, self.generator.trainable_variables))
        return loss

    def discriminator_step(self, real, z):
        fake = self.generator(z)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.nn.softplus(-self.discriminator(real)))
            loss += tf.reduce_mean(tf.nn.softplus(self.discriminator(fake)))
        gradients = tape.gradient(loss, self.discriminator.trainable_variables)
        self.sgd[1].apply_gradients(zip(gradients, self.discriminator.trainable_variables))
        return loss


pairs = []


def build_gan():
    pairs.append(Pair())
    return pairs[-1].generator, pairs[-1].discriminator


def train_step(real, z):
    g_loss = pairs[-1].generator_step(z)
    return [pairs[-1].discriminator_step(real, z).numpy(), g_loss.numpy()]
