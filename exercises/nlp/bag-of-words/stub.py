import numpy as np


def bag_of_words(texts, vocabulary):
    """How often each word of the vocabulary occurs in each text.

    texts       list of n strings; their words are text.lower().split()
    vocabulary  dict from word to id; words that it does not hold are ignored

    Returns counts, (n, largest id + 1): the column of a word is its id.
    """
    raise NotImplementedError


def tf_idf(counts):
    """Counts weighted by how rare the words are, each row scaled to length 1.

    counts  (n, m), one row per text

    Returns (n, m): counts * (ln((1 + n) / (1 + df)) + 1), then each row divided by its L2 norm. A row of zeros stays 0.
    """
    raise NotImplementedError
