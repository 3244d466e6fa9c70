import tensorflow as tf
from tensorflow.keras.layers import LSTM, Activation, Dense


def build_lstm(timesteps, input_dim, output_dim):
    """The length of a sequence is left open; built from the first batch."""
    model = tf.keras.Sequential()
    model.add(LSTM(64, return_sequences=True, activation="tanh", recurrent_activation="sigmoid"))
    model.add(LSTM(64, return_sequences=True))
    model.add(LSTM(64, return_sequences=False))
    model.add(Dense(output_dim))
    model.add(Activation("softmax"))
    model.compile(optimizer="nadam", loss=tf.keras.losses.CategoricalCrossentropy(), metrics=["accuracy"])
    return model
