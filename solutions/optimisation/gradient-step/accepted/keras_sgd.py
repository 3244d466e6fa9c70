import keras


def gradient_step(theta, grad, lr):
    variable = keras.Variable(theta, dtype="float32")
    keras.optimizers.SGD(learning_rate=lr).apply([keras.ops.cast(grad, "float32")], [variable])
    return variable.value
