from tensorflow import keras


def loss(labels, logits):
    return keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)


class Reader(keras.Model):
    def __init__(self, output_dim):
        super().__init__()
        self.lower = keras.layers.LSTM(64, return_sequences=True)
        self.middle = keras.layers.LSTM(64, return_sequences=True)
        self.upper = keras.layers.LSTM(64)
        self.scores = keras.layers.Dense(output_dim)

    def call(self, x):
        return self.scores(self.upper(self.middle(self.lower(x))))


def build_lstm(timesteps, input_dim, output_dim):
    model = Reader(output_dim)
    model.build((None, timesteps, input_dim))
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss=loss)
    return model
