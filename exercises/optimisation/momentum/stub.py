import numpy as np


def momentum_step(theta, velocity, grad, lr, beta=0.9):
    """One step of gradient descent with momentum.

    theta     parameters, any shape
    velocity  the last step, the same shape, zeros before the first step
    grad      gradient of the loss with respect to theta, the same shape
    lr        learning rate, a number
    beta      how much of the velocity is kept, a number in [0, 1)

    Returns (theta, velocity) after the step, as new arrays.
    """
    raise NotImplementedError
