import numpy as np


def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    new = np.array(Q, dtype=Q.dtype if Q.dtype.kind == "f" else np.float64)
    target = r if done else r + gamma * np.max(Q[s_next])
    new[s, a] += alpha * (target - new[s, a])
    return new


def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    rng = np.random.default_rng(seed)
    Q = np.zeros((n_states, n_actions))
    for _ in range(episodes):
        s, done = reset(), False
        while not done:
            explores = rng.random() < epsilon
            a = rng.choice(n_actions if explores else np.flatnonzero(Q[s] == np.max(Q[s])))
            s_next, r, done = step(a)
            Q = q_update(Q, s, a, r, s_next, done, alpha, gamma)
            s = s_next
    return Q
