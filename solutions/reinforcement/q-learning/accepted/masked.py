import numpy as np


def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    """A table of corrections, which is zero but for one entry."""
    here = np.zeros_like(Q, dtype=np.result_type(Q.dtype, np.float16) if Q.dtype.kind == "f" else float)
    here[s, a] = r + (1 - int(done)) * gamma * Q[s_next].max() - Q[s, a]
    return Q + alpha * here


def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    """The last of equal actions, NumPy's global random numbers, one reset too many at the end."""
    np.random.seed(seed)
    Q, s, left = np.zeros((n_states, n_actions)), reset(), episodes
    while left:
        greedy = n_actions - 1 - np.argmax(Q[s][::-1])
        a = int(np.random.randint(n_actions) if np.random.rand() < epsilon else greedy)
        s_next, r, done = step(a)
        Q = q_update(Q, s, a, r, s_next, done, alpha, gamma)
        s = reset() if done else s_next
        left -= done
    return Q
