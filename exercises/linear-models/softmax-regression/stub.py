import numpy as np


def fit_softmax(x, labels, n_classes, lr, steps):
    """Fit softmax(x @ W + b) to labels by gradient descent on the mean cross-entropy.

    x          inputs, (n, d)
    labels     integers from 0 to n_classes - 1, (n,); not every class need occur
    n_classes  number of classes k
    lr         learning rate
    steps      number of updates, 0 or more, each on all n samples

    W and b start at zero and are updated together. Returns (W, b): W (d, k) and b (k,).
    """
    raise NotImplementedError
