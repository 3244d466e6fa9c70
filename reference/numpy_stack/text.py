"""Text as numbers: a vocabulary, counts of words, and a model of which word follows which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .limits import require_at_least
from .samples import Indices, class_labels

PADDING, UNKNOWN, FIRST_WORD = 0, 1, 2


def build_vocabulary(texts: Iterable[str], max_size: int | None = None) -> dict[str, int]:
    """A number for each word: the most frequent first, equally frequent ones as they first appear.

    Words are what blanks separate, in lower case. 0 stands for padding and 1 for unknown words, so
    the words' numbers begin at 2.

    Args:
        texts: texts.
        max_size: number of words to keep, all if None.

    Returns:
        A dictionary from word to number; it holds words only.

    Raises:
        ValueError: if max_size is negative.

    Source: S0 6.7.

    Example:
        >>> build_vocabulary(["The cat", "a dog the cat the"], max_size=3)
        {'the': 2, 'cat': 3, 'a': 4}
    """
    if max_size is not None:
        require_at_least(0, max_size=max_size)
    counts = Counter(word for text in texts for word in _words(text))
    by_count = sorted(counts, key=lambda word: -counts[word])
    return {word: number for number, word in enumerate(by_count[:max_size], start=FIRST_WORD)}


def encode(text: str, vocabulary: Mapping[str, int], length: int) -> Indices:
    """A text as numbers, cut off or filled up with 0 at the end.

    Args:
        text: a text.
        vocabulary: from word to number; other words become 1.
        length: how many numbers, 0 or more.

    Returns:
        Integers (length,).

    Raises:
        ValueError: if length is negative.

    Source: S0 6.7.

    Example:
        >>> encode("The CAT sat", {"the": 2, "cat": 3}, 5)
        array([2, 3, 1, 0, 0])
    """
    require_at_least(0, length=length)
    numbers = [vocabulary.get(word, UNKNOWN) for word in _words(text)[:length]]
    return np.array(numbers + [PADDING] * (length - len(numbers)), dtype=np.int64)


def bag_of_words(texts: Sequence[str], vocabulary: Mapping[str, int]) -> Indices:
    """How often each word occurs in each text; the order of the words is lost.

    Args:
        texts: n texts.
        vocabulary: from word to number; other words are ignored.

    Returns:
        Counts (n, largest number + 1), a word's column is its number.

    Source: S0 6.7.

    Example:
        >>> bag_of_words(["cat the cat", "dog"], {"the": 2, "cat": 3})
        array([[0, 0, 1, 2],
               [0, 0, 0, 0]])
    """
    counts = np.zeros((len(texts), max(vocabulary.values(), default=UNKNOWN) + 1), dtype=np.int64)
    for row, text in zip(counts, texts):
        for word in _words(text):
            if word in vocabulary:
                row[vocabulary[word]] += 1
    return counts


def tf_idf(counts: ArrayLike) -> Array:
    """Counts weighed by how few texts have the word, each text scaled to length 1.

        y[i, j] = counts[i, j] · (ln((1 + n) / (1 + df[j])) + 1)        y[i] ← y[i] / ‖y[i]‖₂

    df[j] is the number of texts that have word j. The ones keep the logarithm finite and let a word
    that is in every text count a little.

    Args:
        counts: (n, words).

    Returns:
        (n, words); a text without words stays 0.

    Raises:
        ValueError: if counts is not two-dimensional.

    Source: S0 6.7; Sparck Jones 1972, smoothed as scikit-learn does.

    Example:
        >>> tf_idf([[3, 0], [0, 0]])
        array([[1., 0.],
               [0., 0.]])
    """
    (frequencies,) = floating(counts)
    require_fit(frequencies.ndim == 2, "counts are (texts, words)", counts=frequencies)
    n, texts_with_word = len(frequencies), np.count_nonzero(frequencies, axis=0)
    idf = (np.log((1 + n) / (1 + texts_with_word)) + 1).astype(frequencies.dtype)
    weighed = frequencies * idf
    norms = np.linalg.norm(weighed, axis=1, keepdims=True)
    return np.asarray(weighed / np.where(norms == 0, 1, norms))


def bigram_probabilities(tokens: ArrayLike, vocabulary_size: int, alpha: float = 1.0) -> Array:
    """How likely each word follows each other one, by counting pairs.

        P[i, j] = P(j given i) = (count(i j) + α) / (Σⱼ count(i j) + α · vocabulary_size)

    α is as if every pair had been seen α times before: without it, a new pair would be impossible.

    Args:
        tokens: a text as integers from 0 to vocabulary_size - 1 (n,).
        vocabulary_size: number of words V.
        alpha: 0 or more.

    Returns:
        (V, V); rows sum to 1. With α = 0 a word that nothing followed has a row of zeros.

    Raises:
        ValueError: if a token is out of range, tokens is not one-dimensional or alpha is negative.

    Source: S0 6.7.

    Example:
        >>> bigram_probabilities([0, 1, 0, 1], 2)
        array([[0.25      , 0.75      ],
               [0.66666667, 0.33333333]])
    """
    require_at_least(0, alpha=alpha)
    tokens = _sequence(tokens, vocabulary_size)
    counts = np.zeros((vocabulary_size, vocabulary_size))
    np.add.at(counts, (tokens[:-1], tokens[1:]), 1)
    smoothed = counts + alpha
    totals = smoothed.sum(axis=1, keepdims=True)
    return np.asarray(smoothed / np.where(totals == 0, 1, totals))


def perplexity(tokens: ArrayLike, probabilities: ArrayLike) -> float:
    """How many equally likely words a model hesitates between, on average, at each step of a text.

        perplexity = exp(-1/(n - 1) · Σₜ ln P[tokenₜ, tokenₜ₊₁])

    Args:
        tokens: a text as integers from 0 to V - 1 (n,), two or more.
        probabilities: (V, V), [i, j] is the probability of j after i.

    Returns:
        A number from 1 to inf: V for a model that knows nothing, inf if it rules out what happened.

    Raises:
        ValueError: if there is no pair, a token is out of range or probabilities is not square.

    Source: S0 6.7.

    Example:
        >>> perplexity([0, 1, 1], [[0.5, 0.5], [0.5, 0.5]])
        2.0
    """
    (table,) = floating(probabilities)
    fits = table.ndim == 2 and table.shape[0] == table.shape[1]
    require_fit(fits, "probabilities are (V, V)", probabilities=table)
    tokens = _sequence(tokens, len(table))
    require_fit(len(tokens) > 1, "tokens hold one pair or more", tokens=tokens)
    with np.errstate(divide="ignore"):
        return float(np.exp(-np.mean(np.log(table[tokens[:-1], tokens[1:]]))))


def _words(text: str) -> list[str]:
    return text.lower().split()


def _sequence(tokens: ArrayLike, vocabulary_size: int) -> Indices:
    require_at_least(1, vocabulary_size=vocabulary_size)
    sequence = class_labels(tokens, vocabulary_size, "tokens")
    require_fit(sequence.ndim == 1, "tokens are one sequence (n,)", tokens=sequence)
    return sequence
