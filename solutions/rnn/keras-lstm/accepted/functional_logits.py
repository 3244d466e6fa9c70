import keras
from keras import layers


def build_lstm(timesteps, input_dim, output_dim):
    """Every layer hands on its whole sequence; the last step is taken by indexing."""
    inputs = keras.Input(shape=(timesteps, input_dim), name="sequence")
    x = inputs
    for _ in range(3):
        x = layers.LSTM(units=64, return_sequences=True)(x)
    model = keras.Model(inputs, layers.Dense(output_dim)(x[:, -1, :]), name="stack")
    model.compile(
        optimizer=keras.optimizers.RMSprop(0.001),
        loss=lambda y, z: keras.losses.sparse_categorical_crossentropy(y, z, from_logits=True),
    )
    return model
