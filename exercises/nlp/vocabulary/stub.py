import numpy as np


def build_vocabulary(texts, max_size=None):
    """An id for each word: the most frequent word first, equally frequent ones as they first appear.

    texts     list of strings; their words are text.lower().split()
    max_size  number of words to keep, all if None

    Returns a dict from word to id. It holds words only, and the ids begin at 2: 0 pads, 1 is unknown.
    """
    raise NotImplementedError


def encode(text, vocabulary, length):
    """The ids of a text's words, cut off or filled up with 0 at the end.

    text        a string
    vocabulary  dict from word to id; words that it does not hold become 1
    length      how many ids to return

    Returns integers, (length,).
    """
    raise NotImplementedError
