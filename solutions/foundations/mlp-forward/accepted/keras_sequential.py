import keras


def mlp_forward(x, weights, biases):
    last = len(weights) - 1
    layers = [keras.layers.Dense(len(b), activation="softmax" if i == last else "relu") for i, b in enumerate(biases)]
    model = keras.Sequential([keras.Input((x.shape[1],)), *layers])
    for layer, W, b in zip(layers, weights, biases):
        layer.set_weights([W, b])
    return model(keras.ops.cast(x, "float32"))
