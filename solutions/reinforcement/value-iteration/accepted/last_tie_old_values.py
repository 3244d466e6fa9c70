import numpy as np


def value_iteration(P, R, gamma, tol):
    """Takes the last of equal actions, and returns the values before the last sweep."""
    q = np.einsum("sat,t->sa", P, np.zeros_like(P[:, 0, 0])) * gamma + R
    while True:
        values = q.max(axis=1)
        q = np.einsum("sat,t->sa", P, values) * gamma + R
        if np.abs(q.max(axis=1) - values).max() < tol:
            break
    actions = q.shape[1] - 1 - np.argmax(q[:, ::-1], axis=1)
    return [values if values.dtype.kind == "f" else values.astype(float), actions.astype(np.int32)]
