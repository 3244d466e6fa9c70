import numpy as np


class Stack:
    """Every layer is a method that adds its parameters and changes the shape."""

    def __init__(self, shape):
        self.shape, self.total = list(shape), 0

    def conv2d(self, filters, kernel, stride=1, padding="valid", bias=True):
        *sides, channels = self.shape
        self.total += int(np.prod([*kernel, channels, filters])) + bool(bias) * filters
        if padding == "valid":
            sides = [n - k + 1 for n, k in zip(sides, kernel)]
        self.shape = [(n + stride - 1) // stride for n in sides] + [filters]

    def maxpool(self, size):
        h, w = np.broadcast_to(size, 2).tolist()
        self.shape = [self.shape[0] // h, self.shape[1] // w, self.shape[2]]

    def flatten(self):
        product = 1
        for n in self.shape:
            product *= n
        self.shape = [product]

    def dense(self, units, bias=True):
        self.total += self.shape[-1] * units + (units if bias else 0)
        self.shape[-1] = units

    def lstm(self, units, last):
        kernel, recurrent, offset = self.shape[-1] * 4 * units, units * 4 * units, 4 * units
        self.total += kernel + recurrent + offset
        self.shape = [units] if last else [self.shape[0], units]

    def batchnorm(self):
        gamma = beta = mean = variance = self.shape[-1]
        self.total += gamma + beta + mean + variance


def parameter_count(input_shape, layers):
    stack = Stack(input_shape)
    last = max((i for i, layer in enumerate(layers) if layer["type"] == "lstm"), default=None)
    for i, layer in enumerate(layers):
        arguments = {key: value for key, value in layer.items() if key != "type"}
        if layer["type"] == "lstm":
            arguments["last"] = i == last
        getattr(stack, layer["type"])(**arguments)
    return stack.total
