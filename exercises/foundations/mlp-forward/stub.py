import numpy as np


def mlp_forward(x, weights, biases):
    """Class probabilities of a multilayer perceptron: ReLU hidden layers, softmax output.

    x        inputs (n, d), one sample per row
    weights  list of arrays, one per layer, each (inputs of the layer, units of the layer)
    biases   list of arrays, one per layer, each (units of the layer,)

    Returns an array (n, k), k being the units of the last layer; each row sums to 1.
    """
    raise NotImplementedError
