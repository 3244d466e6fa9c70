import numpy as np


def epsilon_greedy(q_values, epsilon, u, random_action):
    best = np.flatnonzero(q_values == q_values.max())
    return np.where(u >= epsilon, best.min(), random_action)
