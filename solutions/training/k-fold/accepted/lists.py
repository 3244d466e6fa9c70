import numpy as np


def k_fold(n, k):
    remaining, rounds = list(range(n)), []
    for left in range(k, 0, -1):
        size = -(-len(remaining) // left)
        val, remaining = remaining[:size], remaining[size:]
        train = [j for j in range(n) if j < val[0] or j > val[-1]]
        rounds.append((np.array(train, dtype=np.int32), np.array(val, dtype=np.int32)))
    return rounds
