import numpy as np


def reinforce_gradient(theta, states, actions, returns):
    """The direction in which REINFORCE moves the parameters of a softmax policy.

    theta    (d, k), parameters: the logits of the k actions are states @ theta
    states   (T, d), features of the state of each step
    actions  (T,), integers: the action taken in each step
    returns  (T,), the return that followed, used as it is

    Returns the gradient (d, k) of mean_t returns[t] * log π(actions[t] | states[t]) with respect
    to theta: it is added to theta.
    """
    raise NotImplementedError
