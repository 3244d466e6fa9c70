import numpy as np


def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    """Loss of a variational autoencoder with Bernoulli pixels.

    x         images, (n, pixels) or (n, height, width, channels), values from 0 to 1
    x_logits  the decoder's logits for them, the same shape
    mean      means of the latents, (n, d)
    log_var   logarithms of their variances, (n, d)
    beta      weight of the divergence

    Returns one number: the mean over the batch of the cross-entropy summed over the pixels, plus
    beta times the mean over the batch of the KL divergence summed over the latents.
    """
    raise NotImplementedError
