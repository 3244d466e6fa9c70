import numpy as np


def exponential_decay(step, lr0, decay_steps, rate):
    """The learning rate that falls by the factor `rate` in every `decay_steps` steps, smoothly.

    step         number of updates made so far, 0, 1, 2, …
    lr0          learning rate at step 0
    decay_steps  number of steps in which it falls by the factor `rate`
    rate         that factor

    Returns a number.
    """
    raise NotImplementedError


def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    """The learning rate that follows half a cosine from lr0 down to alpha * lr0, and stays there.

    step         number of updates made so far, 0, 1, 2, …
    lr0          learning rate at step 0
    decay_steps  the step at which the bottom is reached
    alpha        the part of lr0 that remains at the bottom

    Returns a number.
    """
    raise NotImplementedError


def warmup_linear(step, lr0, warmup_steps):
    """The learning rate that rises from 0 to lr0 along a line, and stays there.

    step          number of updates made so far, 0, 1, 2, …
    lr0           learning rate after the warm-up
    warmup_steps  the step at which lr0 is reached

    Returns a number.
    """
    raise NotImplementedError
