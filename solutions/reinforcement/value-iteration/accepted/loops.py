import numpy as np


def value_iteration(P, R, gamma, tol):
    n_states, n_actions, _ = P.shape
    p, r = P.tolist(), R.tolist()
    V = [0.0] * n_states

    def q(s, a):
        return r[s][a] + gamma * sum(p[s][a][t] * V[t] for t in range(n_states))

    change = tol
    while not change < tol:
        new = [max(q(s, a) for a in range(n_actions)) for s in range(n_states)]
        change = max(abs(x - y) for x, y in zip(new, V))
        V = new
    policy = [max(range(n_actions), key=lambda a: q(s, a)) for s in range(n_states)]
    return np.array(V, dtype=P.dtype if P.dtype.kind == "f" else float), np.array(policy)
