import numpy as np


def bag_of_words(texts, vocabulary):
    counts = np.zeros((len(texts), max(vocabulary.values()) + 1), dtype=np.int64)
    for row, text in zip(counts, texts):
        for word in text.lower().split():
            if word in vocabulary:
                row[vocabulary[word]] += 1
    return counts


def idf(counts):
    df = np.count_nonzero(counts, axis=0)
    return np.log((1 + len(counts)) / (1 + df)) + 1


def scaled(rows):
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norms == 0, 1, norms)


def tf_idf(counts):
    dtype = counts.dtype if counts.dtype.kind == "f" else np.float64
    return scaled(counts * idf(counts).astype(dtype))
