import numpy as np


def fgsm(x, grad, epsilon, low=0.0, high=1.0):
    """An adversarial example by the fast gradient sign method.

    x        input, any shape
    grad     gradient of the loss with respect to x, the same shape
    epsilon  how far each element moves
    low      smallest valid input
    high     largest valid input

    Returns a new array of x's shape: each element moved by epsilon so that the loss rises, then limited to
    the range from low to high.
    """
    raise NotImplementedError
