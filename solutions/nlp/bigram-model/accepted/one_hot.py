import numpy as np


def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    words = np.eye(vocabulary_size)[tokens]
    table = words[:-1].T @ words[1:]
    table += alpha
    table /= np.einsum("ij->i", table).reshape(-1, 1)
    return table


def perplexity(tokens, probabilities):
    """Every pair of the table as often as it occurs."""
    words = np.eye(len(probabilities))[tokens]
    often = words[:-1].T @ words[1:]
    seen = often > 0
    entropy = -(often[seen] * np.log(probabilities[seen])).sum() / often.sum()
    return float(np.exp(entropy))
