import numpy as np


def adam_step(theta, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam, with bias correction.

    theta  parameters, any shape
    m      moving average of the gradient, the same shape, zeros before the first step
    v      moving average of the squared gradient, the same shape, zeros before the first step
    grad   gradient of the loss with respect to theta, the same shape
    t      number of this step, counting from 1

    Returns (theta, m, v) after the step, as new arrays; m and v without the correction.
    """
    raise NotImplementedError
