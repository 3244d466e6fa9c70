import numpy as np


def sigmoid(x):
    """The logistic function 1 / (1 + e^-x) of every element of x, without overflow up to ±1000."""
    raise NotImplementedError


def tanh(x):
    """The hyperbolic tangent of every element of x, without overflow up to ±1000."""
    raise NotImplementedError


def relu(x):
    """Every element of x where it is positive, else 0."""
    raise NotImplementedError


def leaky_relu(x, alpha=0.2):
    """Every element of x where it is positive, else alpha times the element."""
    raise NotImplementedError
