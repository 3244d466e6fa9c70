from collections import Counter

import numpy as np

PADDING, UNKNOWN, FIRST_WORD = 0, 1, 2


def words(text):
    return text.lower().split()


def build_vocabulary(texts, max_size=None):
    counts = Counter(word for text in texts for word in words(text))
    by_count = sorted(counts, key=counts.get, reverse=True)  # stable: equal counts stay as they first appeared
    return {word: number for number, word in enumerate(by_count[:max_size], start=FIRST_WORD)}


def encode(text, vocabulary, length):
    ids = [vocabulary.get(word, UNKNOWN) for word in words(text)[:length]]
    return np.array(ids + [PADDING] * (length - len(ids)))
