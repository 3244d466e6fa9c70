import numpy as np


def discounted_returns(rewards, gamma, dones=None):
    returns, following = np.empty(len(rewards)), 0.0
    for t in reversed(range(len(rewards))):
        if dones is not None and dones[t]:
            following = 0.0
        returns[t] = rewards[t] + gamma * following
        following = returns[t]  # float64, whatever the rewards are
    return returns
