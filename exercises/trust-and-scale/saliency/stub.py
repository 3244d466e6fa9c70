import numpy as np


def saliency(grad_fn, x):
    """How much the output of a network would change with each element of its input.

    grad_fn  the gradient of the output: takes an array of x's shape and returns one of that shape
    x        the input, any shape

    Returns the absolute value of the gradient at x, an array of x's shape.
    """
    raise NotImplementedError


def integrated_gradients(grad_fn, x, baseline, steps):
    """How much each element of x contributes to the change of the output from baseline to x.

    grad_fn   the gradient of the output, as above
    x         the input, any shape
    baseline  an input that says nothing (a black image), the same shape
    steps     number of points of the midpoint rule, 1 or more

    Returns an array of x's shape: (x - baseline) times the mean gradient on the straight way between them.
    """
    raise NotImplementedError
