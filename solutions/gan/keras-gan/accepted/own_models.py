import keras


class Generator(keras.Model):
    def __init__(self, latent_dim):
        super().__init__()
        self.start = keras.Sequential(
            [
                keras.Input((latent_dim,)),
                keras.layers.Dense(49 * 16, activation="gelu"),
                keras.layers.Reshape((7, 7, 16)),
            ]
        )
        self.first = keras.layers.Conv2DTranspose(8, 2, strides=2, activation="swish")
        self.second = keras.layers.Conv2DTranspose(1, 2, strides=2)

    def call(self, z):
        return keras.activations.tanh(self.second(self.first(self.start(z))))


class Discriminator(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation="tanh")
        self.logit = keras.layers.Dense(1, activation="linear")

    def call(self, x, training=False):
        return self.logit(self.hidden(keras.ops.reshape(x, (-1, 784))))


def build_generator(latent_dim=100):
    return Generator(latent_dim)


def build_discriminator():
    return Discriminator()
