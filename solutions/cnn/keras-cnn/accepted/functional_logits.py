import keras
from keras import layers


def build_cnn(input_shape, n_classes):
    inputs = keras.Input(shape=input_shape, name="image")
    pool = layers.MaxPool2D(pool_size=(2, 2))
    x = inputs
    for filters in (32, 64):
        x = layers.Conv2D(filters, (3, 3))(x)
        x = layers.ReLU()(x)
        x = pool(x)
    x = layers.Reshape((-1,))(x)
    x = keras.ops.relu(layers.Dense(64)(x))
    model = keras.Model(inputs, layers.Dense(n_classes)(x), name="digits")
    model.compile(
        optimizer=keras.optimizers.SGD(0.01, momentum=0.9),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model
