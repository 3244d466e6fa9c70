import math


def parameter_count(input_shape, layers):
    shape, total = input_shape, 0
    for position, layer in enumerate(layers):
        total += parameters(shape, layer)
        shape = output_shape(shape, layer)
        if layer["type"] == "lstm" and not another_lstm(layers[position + 1 :]):
            shape = shape[1:]
    return total


def another_lstm(layers):
    return any(layer["type"] == "lstm" for layer in layers)


def parameters(shape, layer):
    if layer["type"] == "conv2d":
        return conv_parameters(shape[-1], layer)
    if layer["type"] == "dense":
        return (shape[-1] + layer.get("bias", True)) * layer["units"]
    if layer["type"] == "lstm":
        return lstm_parameters(shape[1], layer["units"])
    return batchnorm_parameters(shape) if layer["type"] == "batchnorm" else 0


def conv_parameters(channels, layer):
    height, width = layer["kernel"]
    return (height * width * channels + layer.get("bias", True)) * layer["filters"]


def lstm_parameters(features, units):
    return 4 * ((features + units) * units + units)


def batchnorm_parameters(shape):
    return 4 * shape[-1]


def output_shape(shape, layer):
    if layer["type"] == "conv2d":
        stride, padding = layer.get("stride", 1), layer.get("padding")
        sizes = [conv_size(n, k, stride, padding) for n, k in zip(shape, layer["kernel"])]
        return (*sizes, layer["filters"])
    if layer["type"] == "maxpool":
        size = layer["size"]
        height, width = (size, size) if isinstance(size, int) else size
        return pool_size(shape[0], height), pool_size(shape[1], width), shape[2]
    if layer["type"] == "flatten":
        return (math.prod(shape),)
    return (*shape[:-1], layer.get("units", shape[-1]))


def conv_size(n, k, stride, padding):
    return -(-n // stride) if padding == "same" else (n - k) // stride + 1


def pool_size(n, k):
    return n // k
