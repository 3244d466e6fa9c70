import keras
from keras import layers


def build_mlp(n_classes):
    """S4's network as a graph of layers, with logits and a channel axis that Keras adds by itself."""
    images = keras.Input(shape=(28, 28, 1), name="image")
    x = keras.ops.reshape(images, (-1, 784))
    x = keras.ops.relu(layers.Dense(128)(x))
    x = layers.ReLU()(layers.Dense(128)(x))
    model = keras.Model(images, layers.Dense(n_classes)(x), name="digits")
    model.compile(
        optimizer=keras.optimizers.RMSprop(1e-3),
        loss=keras.losses.CategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
