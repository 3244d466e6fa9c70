import tensorflow as tf
from tensorflow.keras import layers, models


def build_mlp(n_classes):
    """S4's network, one-hot labels, no input layer: Keras builds it at the first call."""
    model = models.Sequential()
    model.add(layers.Flatten())
    for _ in range(2):
        model.add(layers.Dense(128))
        model.add(layers.Activation("relu"))
    model.add(layers.Dense(n_classes))
    model.add(layers.Softmax())
    model.compile(optimizer="sgd", loss=tf.keras.losses.CategoricalCrossentropy(), metrics=["accuracy"])
    return model
