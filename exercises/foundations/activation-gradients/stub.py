import numpy as np


def sigmoid_grad(x):
    """Derivative of the logistic function at every element of x, without overflow up to ±1000."""
    raise NotImplementedError


def tanh_grad(x):
    """Derivative of the hyperbolic tangent at every element of x, without overflow up to ±1000."""
    raise NotImplementedError


def relu_grad(x):
    """Derivative of the ReLU at every element of x: 1 where it is positive, else 0."""
    raise NotImplementedError


def leaky_relu_grad(x, alpha=0.2):
    """Derivative of the leaky ReLU at every element of x: 1 where it is positive, else alpha."""
    raise NotImplementedError
