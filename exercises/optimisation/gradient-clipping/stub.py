import numpy as np


def clip_by_global_norm(grads, max_norm):
    """Gradients made shorter together where they are too long together.

    grads     list of arrays of any shapes, the gradients of all parameters
    max_norm  the largest norm that all of them together may have, a number above 0

    Returns (clipped, norm): a list of arrays of the same shapes, and the norm of all gradients
    together from before the clipping. Gradients within the limit come back unchanged.
    """
    raise NotImplementedError
