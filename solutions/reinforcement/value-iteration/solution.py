import numpy as np


def value_iteration(P, R, gamma, tol):
    V, change = np.max(R, axis=1), np.inf  # the values if all ends after one step
    while change >= tol:
        V_new = np.max(R + gamma * (P @ V), axis=1)
        change = np.max(np.abs(V_new - V))
        V = V_new
    return V, np.argmax(R + gamma * (P @ V), axis=1)
