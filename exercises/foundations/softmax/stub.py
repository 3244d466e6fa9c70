import numpy as np


def softmax(z, axis=-1):
    """Probabilities proportional to e^z along one axis.

    z     scores (logits), any number of axes, at least one
    axis  the axis of the classes, the last one where none is given

    Returns an array of the shape of z that sums to 1 along the axis, without overflow up to ±1000.
    """
    raise NotImplementedError
