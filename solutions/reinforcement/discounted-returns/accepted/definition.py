import numpy as np


def discounted_returns(rewards, gamma, dones=None):
    """The sum of the definition, for each step anew."""
    result = []
    for t in range(len(rewards)):
        total, weight = 0.0, 1.0
        for k in range(t, len(rewards)):
            total += weight * float(rewards[k])
            weight *= gamma
            if dones is not None and dones[k]:
                break
        result.append(total)
    return np.array(result)
