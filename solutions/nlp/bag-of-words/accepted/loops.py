import math

import numpy as np


def bag_of_words(texts, vocabulary):
    by_id = {number: word for word, number in vocabulary.items()}
    return [[t.lower().split().count(by_id.get(j)) for j in range(max(by_id) + 1)] for t in texts]


def tf_idf(counts):
    n, m = counts.shape
    dtype = counts.dtype if counts.dtype.kind == "f" else float
    result = np.zeros((n, m), dtype)
    weights = []
    for j in range(m):
        texts_with_word = sum(1 for i in range(n) if counts[i, j])
        weights.append(math.log((1 + n) / (1 + texts_with_word)) + 1)
    for i in range(n):
        row = [float(counts[i, j]) * weights[j] for j in range(m)]
        length = math.sqrt(math.fsum(value * value for value in row))
        if length:
            result[i] = [value / length for value in row]
    return result
