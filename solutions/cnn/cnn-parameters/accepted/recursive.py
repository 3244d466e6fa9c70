import math

import numpy as np


def parameter_count(input_shape, layers):
    """The first layer, and then the rest on what it gives."""
    if not layers:
        return 0
    first, rest = layers[0], layers[1:]
    weights, shape = WEIGHTS[first["type"]](input_shape, first, rest)
    return np.int64(sum(math.prod(size) for size in weights)) + parameter_count(shape, rest)


def conv2d(shape, layer, rest):
    kernel = (*layer["kernel"], shape[2], layer["filters"])
    step = layer.get("stride", 1)
    cut = [0, 0] if layer.get("padding") == "same" else [k - 1 for k in layer["kernel"]]
    sides = [len(range(0, n - c, step)) for n, c in zip(shape, cut)]
    return [kernel] + [(layer["filters"],)] * layer.get("bias", True), (*sides, layer["filters"])


def maxpool(shape, layer, rest):
    size = layer["size"] if isinstance(layer["size"], (tuple, list)) else (layer["size"],) * 2
    return [], (*(math.floor(n / k) for n, k in zip(shape, size)), shape[2])


def flatten(shape, layer, rest):
    return [], (math.prod(shape),)


def dense(shape, layer, rest):
    units = layer["units"]
    return [(shape[-1], units)] + [(units,)] * layer.get("bias", True), (*shape[:-1], units)


def lstm(shape, layer, rest):
    units = layer["units"]
    whole = "lstm" in [other["type"] for other in rest]
    return [(shape[1], 4 * units), (units, 4 * units), (4 * units,)], (shape[0], units) if whole else (units,)


def batchnorm(shape, layer, rest):
    return [shape[-1:]] * 4, shape


WEIGHTS = dict(conv2d=conv2d, maxpool=maxpool, flatten=flatten, dense=dense, lstm=lstm, batchnorm=batchnorm)
