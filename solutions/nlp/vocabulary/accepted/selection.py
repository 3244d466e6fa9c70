import numpy as np


def build_vocabulary(texts, max_size=None):
    """Takes the most frequent of the remaining words, again and again."""
    tokens = [word for text in texts for word in text.lower().split()]
    left = list(dict.fromkeys(tokens))
    limit = len(left) if max_size is None else min(max_size, len(left))
    chosen = []
    while len(chosen) < limit:
        best = max(left, key=tokens.count)
        left.remove(best)
        chosen.append(best)
    return {word: np.int64(i) for i, word in enumerate(chosen, 2)}


def encode(text, vocabulary, length):
    ids = np.array([vocabulary.get(word, 1) for word in text.lower().split()][:length], dtype=np.int64)
    return np.pad(ids, (0, length - ids.size))
