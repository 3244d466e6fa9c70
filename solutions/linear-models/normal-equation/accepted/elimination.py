import numpy as np


def solve_linear(x, y, l2=0.0):
    """Gauss-Jordan elimination of the normal equation; a column without a pivot gets the weight 0."""
    n, d = x.shape
    rows = np.asarray(x, dtype=float)
    middle = [sum(rows[i, j] for i in range(n)) / n for j in range(d)]
    level = sum(float(v) for v in y) / n
    centred, deviations = rows - middle, np.asarray(y, dtype=float) - level
    table = np.column_stack([centred.T @ centred + l2 * np.eye(d), centred.T @ deviations])
    tiny = 1e-10 * max(np.abs(table[:, :-1]).max(), 1.0)
    w, used = np.zeros(d), {}
    for j in range(d):
        free = [i for i in range(d) if i not in used.values()]
        best = max(free, key=lambda i: abs(table[i, j]))
        if abs(table[best, j]) > tiny:
            used[j] = best
            table[best] /= table[best, j]
            for i in range(d):
                if i != best:
                    table[i] -= table[i, j] * table[best]
    for j, i in used.items():
        w[j] = table[i, -1]
    b = level - sum(m * weight for m, weight in zip(middle, w))
    return w.astype(np.float32 if x.dtype == np.float32 else float), b
