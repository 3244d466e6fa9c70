import numpy as np


def l1_penalty(params, lam):
    """lam times the sum of |w| over all elements of all arrays.

    params  list of arrays of any shapes
    lam     strength, 0 or more

    Returns one number.
    """
    raise NotImplementedError


def l2_penalty(params, lam):
    """lam times the sum of w² over all elements of all arrays, without a factor 1/2.

    params  list of arrays of any shapes
    lam     strength, 0 or more

    Returns one number.
    """
    raise NotImplementedError


def l1_gradient(w, lam):
    """Gradient of l1_penalty([w], lam) with respect to w; 0 where w is 0.

    w    one array, any shape
    lam  strength, 0 or more

    Returns an array of w's shape.
    """
    raise NotImplementedError


def l2_gradient(w, lam):
    """Gradient of l2_penalty([w], lam) with respect to w.

    w    one array, any shape
    lam  strength, 0 or more

    Returns an array of w's shape.
    """
    raise NotImplementedError
