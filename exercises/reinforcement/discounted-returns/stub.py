import numpy as np


def discounted_returns(rewards, gamma, dones=None):
    """The return of every step of one or several episodes in a row.

    rewards  (T,), the reward of each step
    gamma    discount, 0 to 1
    dones    (T,), booleans, true where a step ends its episode; None: all steps are one episode

    Returns a float64 array (T,): G_t = r_t + gamma * G_{t+1}, where nothing follows the last step
    or a step that is done.
    """
    raise NotImplementedError
