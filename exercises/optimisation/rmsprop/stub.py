import numpy as np


def rmsprop_step(theta, s, grad, lr, rho=0.9, eps=1e-7):
    """One step of RMSprop.

    theta  parameters, any shape
    s      moving average of the squared gradient, the same shape, zeros before the first step
    grad   gradient of the loss with respect to theta, the same shape
    lr     learning rate, a number
    rho    how much of s is kept, a number in [0, 1)
    eps    a small number, added inside the root

    Returns (theta, s) after the step, as new arrays.
    """
    raise NotImplementedError
