import numpy as np


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


def neuron(x, w, b):
    return sigmoid(np.sum(np.multiply(w, x, dtype=float)) + b)
