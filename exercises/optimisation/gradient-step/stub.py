import numpy as np


def gradient_step(theta, grad, lr):
    """One step of gradient descent.

    theta  parameters, any shape
    grad   gradient of the loss with respect to theta, the same shape
    lr     learning rate, a number

    Returns the new parameters, an array of the same shape; theta itself stays as it is.
    """
    raise NotImplementedError
