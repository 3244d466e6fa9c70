import math

from keras import ops


def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * ops.power(ops.cast(rate, "float64"), step / decay_steps)


def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    fraction = ops.minimum(ops.cast(step / decay_steps, "float64"), 1.0)
    return lr0 * ((1 - alpha) * (1 + ops.cos(math.pi * fraction)) / 2 + alpha)


def warmup_linear(step, lr0, warmup_steps):
    return lr0 * ops.minimum(ops.cast(step / warmup_steps, "float64"), 1.0)
