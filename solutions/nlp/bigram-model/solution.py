import numpy as np


def bigram_counts(tokens, vocabulary_size):
    counts = np.zeros((vocabulary_size, vocabulary_size))
    np.add.at(counts, (tokens[:-1], tokens[1:]), 1)
    return counts


def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    smoothed = bigram_counts(tokens, vocabulary_size) + alpha
    return smoothed / smoothed.sum(axis=1, keepdims=True)


def perplexity(tokens, probabilities):
    return np.exp(-np.mean(np.log(probabilities[tokens[:-1], tokens[1:]])))
