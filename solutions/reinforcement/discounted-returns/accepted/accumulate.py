from itertools import accumulate

import numpy as np


def discounted_returns(rewards, gamma, dones=None):
    """The recursion over the reversed steps; the mask multiplies what follows."""
    going_on = np.ones(len(rewards)) if dones is None else 1.0 - np.asarray(dones)
    steps = list(zip(rewards.tolist(), going_on.tolist()))[::-1]
    totals = accumulate(steps, lambda g, step: step[0] + gamma * g * step[1], initial=0.0)
    return np.array(list(totals)[:0:-1], dtype=np.float64)
