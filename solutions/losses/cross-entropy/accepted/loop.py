import math


def cross_entropy(y_onehot, p, eps=1e-7):
    total = 0.0
    for truth, row in zip(y_onehot.tolist(), p.tolist()):
        given = row[truth.index(1)]
        total += math.log(1 / min(max(given, eps), 1 - eps))
    return total / len(p)
