import numpy as np


def batchnorm_backward(dy, x, gamma, eps=1e-3):
    """Gradients of a loss with respect to the inputs and parameters of batch normalisation, in training.

    dy     gradient of the loss with respect to the result y of the forward pass, (n, d)
    x      inputs of the forward pass, (n, d)
    gamma  scale, (d,)
    eps    is added to the variance, as in the forward pass

    Returns (dx, dgamma, dbeta), of the shapes (n, d), (d,) and (d,).
    """
    raise NotImplementedError
