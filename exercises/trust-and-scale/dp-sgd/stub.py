import numpy as np


def private_gradient(per_example_grads, clip, noise_multiplier, noise):
    """The mean gradient of a batch in which no example counts for more than clip, with noise.

    per_example_grads  gradient of each example, shape (n, ...)
    clip               largest norm of one example's gradient, above 0
    noise_multiplier   standard deviation of the noise on the sum, in units of clip, 0 or more
    noise              standard normal numbers, shape (...) of one gradient

    Returns an array of shape (...): (sum of the clipped gradients + noise_multiplier * clip * noise) / n.
    """
    raise NotImplementedError
