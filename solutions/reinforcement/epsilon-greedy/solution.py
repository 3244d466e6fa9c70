import numpy as np


def epsilon_greedy(q_values, epsilon, u, random_action):
    return random_action if u < epsilon else np.argmax(q_values)
