import math


def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * rate ** (step / decay_steps)


def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return lr0 * ((1 - alpha) * cosine + alpha)


def warmup_linear(step, lr0, warmup_steps):
    return lr0 * min(1, step / warmup_steps)
