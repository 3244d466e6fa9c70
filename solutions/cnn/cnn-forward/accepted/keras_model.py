import keras
import numpy as np

ORDER = ["K1", "b1", "K2", "b2", "W1", "c1", "W2", "c2"]


def cnn_forward(x, params):
    """The source's own layers, in float32, with the parameters as their weights."""
    weights = [np.asarray(params[name]) for name in ORDER]
    model = keras.Sequential(
        [
            keras.Input(x.shape[1:]),
            keras.layers.Conv2D(weights[0].shape[3], weights[0].shape[:2], activation="relu"),
            keras.layers.MaxPooling2D((2, 2)),
            keras.layers.Conv2D(weights[2].shape[3], weights[2].shape[:2], activation="relu"),
            keras.layers.MaxPooling2D((2, 2)),
            keras.layers.Flatten(),
            keras.layers.Dense(weights[4].shape[1], activation="relu"),
            keras.layers.Dense(weights[6].shape[1], activation="softmax"),
        ]
    )
    model.set_weights(weights)
    return model(x.astype("float32"))
