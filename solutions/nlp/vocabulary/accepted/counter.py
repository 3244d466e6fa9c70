from collections import Counter

import numpy as np


def build_vocabulary(texts, max_size=None):
    common = Counter(" ".join(texts).lower().split()).most_common(max_size)
    return dict(zip([word for word, _ in common], range(2, len(common) + 2)))


def encode(text, vocabulary, length):
    ids = np.zeros(length, dtype=np.int32)
    for place, word in zip(range(length), text.lower().split()):
        ids[place] = vocabulary.get(word, 1)
    return ids
