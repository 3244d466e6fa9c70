import numpy as np


def value_iteration(P, R, gamma, tol):
    """Values of the states under the best policy, and such a policy.

    P      (S, A, S), P[s, a, s'] is the probability that action a leads from s to s'
    R      (S, A), the expected reward of action a in state s
    gamma  discount
    tol    stop after the first sweep in which no value changes by tol or more

    Returns (V, policy): V (S,), and an integer array (S,) with a best action of every state.
    """
    raise NotImplementedError
