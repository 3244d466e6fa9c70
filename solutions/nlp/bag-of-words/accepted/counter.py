from collections import Counter

import numpy as np


def bag_of_words(texts, vocabulary):
    rows = []
    for text in texts:
        frequency = Counter(text.lower().split())
        row = [0] * (max(vocabulary.values()) + 1)
        for word, column in vocabulary.items():
            row[column] = frequency[word]
        rows.append(row)
    return np.array(rows)


def tf_idf(counts):
    """Length 1 with a tiny number added to it instead of a case for empty texts."""
    tf = np.asarray(counts, dtype=float)
    df = (tf > 0).sum(axis=0)
    weighted = tf * (1 - np.log((1 + df) / (1 + tf.shape[0])))
    result = weighted / (np.sqrt((weighted**2).sum(axis=1)) + 1e-300)[:, None]
    return result.astype(counts.dtype) if counts.dtype.kind == "f" else result
