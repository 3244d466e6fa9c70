from itertools import pairwise

import numpy as np


def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    v = vocabulary_size
    tokens = tokens.astype(np.int64)
    counts = np.bincount(tokens[:-1] * v + tokens[1:], minlength=v * v).reshape(v, v)
    return (counts + alpha) / (counts.sum(1) + alpha * v)[:, None]


def perplexity(tokens, probabilities):
    """The geometric mean of 1/p, root by root."""
    p = np.asarray([probabilities[i][j] for i, j in pairwise(tokens)], dtype=float)
    return np.array(np.prod(p ** (-1 / p.size)))
