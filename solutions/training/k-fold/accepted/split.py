import numpy as np


def k_fold(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.hstack(parts[:i] + parts[i + 1 :]), part) for i, part in enumerate(parts)]
