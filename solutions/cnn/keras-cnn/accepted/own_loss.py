from tensorflow import keras


def loss(labels, logits):
    return keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)


class Classifier(keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.first = keras.layers.Conv2D(32, 3, activation=keras.activations.relu)
        self.second = keras.layers.Conv2D(64, 3, activation=keras.activations.relu)
        self.pool = keras.layers.MaxPooling2D()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(64, activation="relu")
        self.scores = keras.layers.Dense(n_classes)

    def call(self, x):
        x = self.pool(self.first(x))
        x = self.pool(self.second(x))
        return self.scores(self.hidden(self.flatten(x)))


def build_cnn(input_shape, n_classes):
    model = Classifier(n_classes)
    model.build((None, *input_shape))
    model.compile(optimizer="adamw", loss=loss)
    return model
