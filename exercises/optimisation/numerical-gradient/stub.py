import numpy as np


def numerical_gradient(f, x, h=1e-5):
    """Gradient of f at x by central differences.

    f  function of one array of x's shape; returns a number
    x  the point, any shape
    h  how far each element is moved to either side

    Returns an array of x's shape: (f(x + h e) - f(x - h e)) / 2h for each element, where e is 1 at
    that element and 0 elsewhere. x itself stays as it is.
    """
    raise NotImplementedError
