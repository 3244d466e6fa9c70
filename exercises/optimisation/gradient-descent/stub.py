import numpy as np


def gradient_descent(loss_fn, grad_fn, theta0, lr, tol, max_iters):
    """Gradient descent until the loss is small enough or the updates are used up.

    loss_fn    function of the parameters; returns the loss, a number
    grad_fn    function of the parameters; returns the gradient of the loss, an array of their shape
    theta0     parameters to start from, any shape
    lr         learning rate, a number
    tol        the loss that is good enough: stop once the newest loss is <= tol
    max_iters  the largest number of updates, 0 or more

    Returns (theta, losses): the last parameters, and the loss of every theta visited, the first and
    the last included. theta0 itself stays as it is.
    """
    raise NotImplementedError
