import numpy as np


def reinforce_gradient(theta, states, actions, returns):
    logits = states @ theta
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    push = -exponentials / np.sum(exponentials, axis=1, keepdims=True)
    push[np.arange(len(actions)), actions] += 1
    return states.T @ (returns[:, np.newaxis] * push) / len(actions)
