import numpy as np


def epsilon_greedy(q_values, epsilon, u, random_action):
    """The best action, or with probability epsilon a random one.

    q_values       (k,), the estimated value of each action
    epsilon        probability of exploring, 0 to 1
    u              a uniform sample from [0, 1): explore where u < epsilon
    random_action  an action drawn uniformly from 0 … k-1

    Returns the index of the action taken, an integer; of equally good actions the lowest.
    """
    raise NotImplementedError
