import random

import numpy as np


def q_update(Q, s, a, r, s_next, done, alpha, gamma):
    rows = Q.tolist()
    best_next = 0.0 if done else max(rows[s_next])
    rows[s][a] = (1 - alpha) * rows[s][a] + alpha * (r + gamma * best_next)
    return np.array(rows, dtype=Q.dtype if Q.dtype.kind == "f" else float)


def q_learning(reset, step, n_states, n_actions, episodes, alpha, gamma, epsilon, seed):
    """Lists, the first of equal actions, and Python's random numbers."""
    chance = random.Random(seed)
    table = [[0.0] * n_actions for _ in range(n_states)]
    for _ in range(episodes):
        s = reset()
        while True:
            row = table[s]
            a = row.index(max(row))
            if chance.random() < epsilon:
                a = chance.randrange(n_actions)
            s_next, r, done = step(a)
            target = r + (0 if done else gamma * max(table[s_next]))
            row[a] += alpha * (target - row[a])
            if done:
                break
            s = s_next
    return np.array(table)
