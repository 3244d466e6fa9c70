import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, momentum=0.99, eps=1e-3, training=True):
    """Batch normalisation of each feature.

    x             inputs, (n, d)
    gamma, beta   scale and shift, (d,)
    running_mean  mean so far, (d,)
    running_var   variance so far, (d,)
    momentum      weight of the old statistics
    eps           is added to the variance
    training      True: normalise with the statistics of the batch, and update the running ones;
                  False: normalise with the running ones, and return them unchanged

    Returns (y, running_mean, running_var), of the shapes (n, d), (d,) and (d,).
    """
    raise NotImplementedError
