import math


def binary_cross_entropy(y, p, eps=1e-7):
    total = 0.0
    for label, probability in zip(y.ravel().tolist(), p.ravel().tolist()):
        of_truth = probability if label == 1 else 1 - probability
        total -= math.log(min(max(of_truth, eps), 1 - eps))
    return total / y.size
