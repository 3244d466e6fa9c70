import numpy as np


def reinforce_gradient(theta, states, actions, returns):
    def one(s, a, g):
        z = s @ theta
        p = np.exp(z - z.max())
        p = p / p.sum()
        return g * np.outer(s, (np.arange(len(p)) == a) - p)

    return np.mean([one(*step) for step in zip(states, actions, returns)], axis=0)
