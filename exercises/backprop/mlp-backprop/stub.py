import numpy as np


def mlp_backprop(x, y, W1, b1, W2, b2):
    """Loss of a network with one hidden layer, and its gradients.

    x   inputs, (n, d)
    y   targets, (n, k)
    W1  hidden layer, (d, h)      b1  (h,)
    W2  output layer, (h, k)      b2  (k,)

    The hidden layer is a sigmoid, the output layer is linear, and the loss is the mean of the
    squared errors over all n·k elements.

    Returns (loss, grads): a number, and a dict with the keys "W1", "b1", "W2" and "b2", each the
    gradient of the loss with the shape of that parameter.
    """
    raise NotImplementedError
