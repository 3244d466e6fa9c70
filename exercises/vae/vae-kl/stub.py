import numpy as np


def kl_divergence(mean, log_var):
    """KL divergence of N(mean, exp(log_var)) from N(0, 1).

    mean     means of the latents, (n, d)
    log_var  logarithms of their variances, (n, d)

    Returns one number: the mean over the batch of the sum over the latents.
    """
    raise NotImplementedError
