import numpy as np


def solve_linear(x, y, l2=0.0):
    """The w and b that minimise sum((y - x @ w - b)²) + l2 · sum(w²).

    x   inputs, (n, d); columns may depend on each other, and n may be smaller than d
    y   targets, (n,)
    l2  strength of the penalty, 0 or more; the bias is not penalised

    Returns (w, b): w (d,) and b a number. Where many answers are equally good, any of them will do.
    """
    raise NotImplementedError
