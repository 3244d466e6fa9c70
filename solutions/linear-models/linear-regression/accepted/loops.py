import numpy as np


def fit_linear(x, y, lr, steps):
    n, d = x.shape
    w, b = [0.0] * d, 0.0
    rows, targets = x.tolist(), y.tolist()
    for _ in range(steps):
        grad_w, grad_b = [0.0] * d, 0.0
        for row, target in zip(rows, targets):
            error = sum(wj * xj for wj, xj in zip(w, row)) + b - target
            grad_b += 2 * error / n
            for j in range(d):
                grad_w[j] += 2 * error * row[j] / n
        w = [wj - lr * g for wj, g in zip(w, grad_w)]
        b -= lr * grad_b
    return np.array(w, dtype=np.float32 if x.dtype == np.float32 else np.float64), b
