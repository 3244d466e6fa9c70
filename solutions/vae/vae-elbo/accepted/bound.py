import numpy as np


class Bound:
    """The ELBO of each sample, as the paper has it: what is minimised is minus its mean."""

    def __init__(self, beta):
        self.beta = beta

    def log_likelihood(self, x, logits):
        pixels = x * -np.logaddexp(0.0, -logits) + (1.0 - x) * -np.logaddexp(0.0, logits)
        return pixels.reshape(len(pixels), -1).sum(axis=1)

    def minus_divergence(self, mean, log_var):
        return 0.5 * (1 + log_var - np.square(mean) - np.exp(log_var)).sum(axis=-1)

    def __call__(self, x, logits, mean, log_var):
        return self.log_likelihood(x, logits) + self.beta * self.minus_divergence(mean, log_var)


def vae_loss(x, x_logits, mean, log_var, beta=1.0):
    arrays = [a.astype(np.float64) for a in (x, x_logits, mean, log_var)]
    return -Bound(beta)(*arrays).mean()
