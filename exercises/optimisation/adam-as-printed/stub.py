import numpy as np


def adam_step_uncorrected(theta, m, v, grad, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam as the source prints it, without bias correction.

    theta  parameters, any shape
    m      moving average of the gradient, the same shape, zeros before the first step
    v      moving average of the squared gradient, the same shape, zeros before the first step
    grad   gradient of the loss with respect to theta, the same shape

    Returns (theta, m, v) after the step, as new arrays.
    """
    raise NotImplementedError


def correction_factor(t, beta1=0.9, beta2=0.999):
    """The corrected step of Adam divided by the uncorrected one, for eps = 0.

    t  number of the step, counting from 1

    Returns a number.
    """
    raise NotImplementedError
