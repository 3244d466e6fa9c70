import math

import numpy as np


def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    table = np.empty((vocabulary_size, vocabulary_size))
    followers = {}
    for first, second in zip(tokens.tolist(), tokens.tolist()[1:]):
        followers.setdefault(first, []).append(second)
    for i in range(vocabulary_size):
        after = followers.get(i, [])
        for j in range(vocabulary_size):
            table[i, j] = (after.count(j) + alpha) / (len(after) + alpha * vocabulary_size)
    return table


def perplexity(tokens, probabilities):
    bits = 0.0
    for t in range(1, len(tokens)):
        bits -= math.log2(probabilities[tokens[t - 1], tokens[t]])
    return 2 ** (bits / (len(tokens) - 1))
