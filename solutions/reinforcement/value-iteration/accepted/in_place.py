import numpy as np


def value_iteration(P, R, gamma, tol):
    """Overwrites the values one by one, so that later states see the new ones."""
    V = np.zeros(len(P), dtype=np.result_type(P.dtype, R.dtype) if P.dtype.kind == "f" else float)
    while True:
        delta = 0
        for s in range(len(P)):
            old = V[s]
            V[s] = max(R[s, a] + gamma * P[s, a].dot(V) for a in range(P.shape[1]))
            delta = max(delta, abs(old - V[s]))
        if delta < tol:
            break
    policy = np.array([np.argmax([R[s, a] + gamma * P[s, a].dot(V) for a in range(P.shape[1])]) for s in range(len(P))])
    return V, policy
