import numpy as np


def dense_forward(x, W, b):
    """The affine map of a fully connected layer, without activation.

    x  inputs (n, d), one sample per row
    W  weights (d, m), one neuron per column
    b  biases (m,)

    Returns an array (n, m): one row per sample, one column per neuron.
    """
    raise NotImplementedError
