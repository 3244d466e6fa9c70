import numpy as np


def relative_error(a, b):
    """Distance of two arrays relative to their size: ‖a - b‖ / (‖a‖ + ‖b‖), 0.0 where both are 0.

    a, b  arrays of one shape, any; the norms are over all elements

    Returns one number from 0 to 1.
    """
    raise NotImplementedError


def gradient_check(f, grad_f, x, tol=1e-6):
    """Whether grad_f is the gradient of f at x, by central differences.

    f       function of one array of x's shape; returns a number
    grad_f  function of one array of x's shape; returns an array of that shape
    x       the point, any shape; it stays as it is
    tol     the relative error that still passes

    Returns True if the relative error of grad_f(x) against the central differences of f (h = 1e-5,
    in float64) is at most tol, else False.
    """
    raise NotImplementedError
