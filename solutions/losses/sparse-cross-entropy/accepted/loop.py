import math


def sparse_cross_entropy(labels, logits):
    total = 0.0
    for c, row in zip(labels.tolist(), logits.tolist()):
        largest = max(row)
        total += largest - row[c] + math.log(sum(math.exp(v - largest) for v in row))
    return total / len(labels)
