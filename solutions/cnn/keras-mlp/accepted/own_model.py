from tensorflow import keras


def loss(labels, log_p):
    """Mean of -log p of the right class; labels are integers."""
    picked = keras.ops.one_hot(keras.ops.reshape(labels, (-1,)), log_p.shape[-1]) * log_p
    return -keras.ops.mean(keras.ops.sum(picked, axis=-1))


class Classifier(keras.Model):
    """S1's network; its scores are log-probabilities, which are logits too."""

    def __init__(self, n_classes):
        super().__init__()
        self.hidden = keras.layers.Dense(128, activation=keras.activations.relu)
        self.scores = keras.layers.Dense(n_classes, activation="log_softmax")

    def call(self, x):
        return self.scores(self.hidden(keras.ops.reshape(x, (-1, 28 * 28))))


def build_mlp(n_classes):
    model = Classifier(n_classes)
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), loss=loss)
    return model
