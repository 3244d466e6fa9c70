import numpy as np


def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    """How likely each word follows each other one, counted in a text, with add-alpha smoothing.

    tokens           ids of a text's words, (n,), from 0 to vocabulary_size - 1
    vocabulary_size  number of words V
    alpha            what is added to the count of every pair

    Returns (V, V): [i, j] is the probability of word j after word i.
    """
    raise NotImplementedError


def perplexity(tokens, probabilities):
    """How many equally likely words the model hesitates between, on average, in a text.

    tokens         ids of a text's words, (n,), two or more
    probabilities  (V, V), [i, j] is the probability of word j after word i

    Returns one number.
    """
    raise NotImplementedError
