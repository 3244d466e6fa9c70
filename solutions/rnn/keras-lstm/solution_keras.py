import keras
from keras import layers


def build_lstm(timesteps, input_dim, output_dim):
    model = keras.Sequential(
        [
            keras.Input((timesteps, input_dim)),
            layers.LSTM(64, return_sequences=True),
            layers.LSTM(64, return_sequences=True),
            layers.LSTM(64),
            layers.Dense(output_dim, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    return model
