import numpy as np


def bag_of_words(texts, vocabulary):
    """Float counts, added up at (row, column) pairs."""
    pairs = [(i, vocabulary[w]) for i, text in enumerate(texts) for w in text.lower().split() if w in vocabulary]
    counts = np.zeros((len(texts), 1 + max(vocabulary.values())))
    if pairs:
        rows, columns = np.array(pairs).T
        np.add.at(counts, (rows, columns), 1)
    return counts


def tf_idf(counts):
    if counts.dtype.kind != "f":
        counts = counts.astype(float)
    n = counts.dtype.type(len(counts))
    df = np.sign(counts).sum(axis=0)
    weighted = counts @ np.diag(np.log((n + 1) / (df + 1)) + 1)
    lengths = np.einsum("ij,ij->i", weighted, weighted)[:, None] ** 0.5
    return np.divide(weighted, lengths, out=np.zeros_like(weighted), where=lengths > 0)
