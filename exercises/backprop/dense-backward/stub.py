import numpy as np


def dense_backward(dy, x, W):
    """Gradients of a loss through the dense layer y = x @ W + b.

    dy  gradient of the loss with respect to y, (n, m)
    x   inputs of the forward pass, (n, d)
    W   kernel, (d, m)

    Returns (dx, dW, db): the gradients with respect to x (n, d), W (d, m) and b (m,).
    """
    raise NotImplementedError
