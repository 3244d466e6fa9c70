"""Text: vocabularies, counts and the bigram model."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from reference.numpy_stack import text

TEXTS = ["The cat sat on the mat", "the DOG sat", "", "on  on\ton\non"]
WORDS = st.lists(st.sampled_from(["a", "B", "cc", "Ä", "字", "\n", ""]), max_size=9).map(" ".join)


def test_vocabulary_orders_by_count_then_appearance() -> None:
    """Frequent words first; equally frequent ones in the order of their first appearance, from id 2."""
    vocabulary = text.build_vocabulary(TEXTS)

    assert vocabulary == {"on": 2, "the": 3, "sat": 4, "cat": 5, "mat": 6, "dog": 7}
    assert text.build_vocabulary(TEXTS, 2) == {"on": 2, "the": 3}
    assert text.build_vocabulary(TEXTS, 0) == text.build_vocabulary([]) == {}
    assert text.build_vocabulary(iter(TEXTS)) == vocabulary


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=4), st.integers(0, 8))
def test_encoding_is_reversible(texts: list[str], length: int) -> None:
    """With all words known, the ids give back the words, cut off and filled with 0 at the end."""
    vocabulary = text.build_vocabulary(texts)
    words = {number: word for word, number in vocabulary.items()}

    assert sorted(vocabulary.values()) == list(range(2, 2 + len(vocabulary)))
    for each in texts:
        ids = text.encode(each, vocabulary, length).tolist()
        known = each.lower().split()[:length]
        assert [words[i] for i in ids[: len(known)]] == known
        assert ids[len(known) :] == [0] * (length - len(known))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=4), st.integers(0, 4))
def test_bags_count_known_words(texts: list[str], max_size: int) -> None:
    """A row's sum is the number of its known words; the columns of padding and unknown stay 0."""
    vocabulary = text.build_vocabulary(texts, max_size)
    bags = text.bag_of_words(texts, vocabulary)

    assert bags.shape == (len(texts), len(vocabulary) + 2)
    assert bags.sum(axis=1).tolist() == [sum(w in vocabulary for w in t.lower().split()) for t in texts]
    assert not bags[:, :2].any()


def test_tf_idf_by_hand() -> None:
    """The smoothed logarithm, counts as they are, rows of length 1, a row of zeros left alone."""
    counts = np.array([[2, 1, 0], [1, 0, 0], [0, 0, 0], [1, 3, 1]])
    weights = counts * (np.log(5 / np.array([4.0, 3.0, 2.0])) + 1)
    expected = weights / np.maximum(np.sqrt((weights**2).sum(axis=1, keepdims=True)), 1e-300)
    result = text.tf_idf(counts)

    np.testing.assert_allclose(result, expected)
    np.testing.assert_allclose(np.linalg.norm(result, axis=1), [1, 1, 0, 1])
    assert text.tf_idf(counts.astype("float32")).dtype == np.float32


def test_bigrams_by_counting(rng: np.random.Generator) -> None:
    """[i, j] is how often j follows i, of all that follows i; alpha is added to every count."""
    tokens = rng.integers(0, 4, size=60)
    probabilities = text.bigram_probabilities(tokens, 5, alpha=0.5)
    pairs = list(pairwise(tokens))

    for i in range(5):
        follows = sum(a == i for a, _ in pairs)
        for j in range(5):
            assert probabilities[i, j] == pytest.approx((pairs.count((i, j)) + 0.5) / (follows + 2.5))
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)


def test_bigrams_without_smoothing() -> None:
    """With alpha 0 a word that nothing followed has zeros, without a warning."""
    with np.errstate(all="raise"):
        np.testing.assert_array_equal(text.bigram_probabilities([0, 1], 2, 0), [[0, 1], [0, 0]])
    np.testing.assert_array_equal(text.bigram_probabilities([], 2), np.full((2, 2), 0.5))


def test_perplexity_is_the_number_of_choices() -> None:
    """Uniform over V words gives V, certainty 1, what was held impossible infinity."""
    assert text.perplexity([0, 3, 1, 1], np.full((4, 4), 0.25)) == pytest.approx(4)
    assert text.perplexity([0, 1, 0], [[0, 1], [1, 0]]) == 1.0
    assert text.perplexity([0, 0], [[0.0, 1.0], [0.5, 0.5]]) == np.inf
    assert text.perplexity([0, 1, 1], [[0.5, 0.5], [0.75, 0.25]]) == pytest.approx(8**0.5)


WRONG: dict[str, Any] = {
    "negative size": lambda: text.build_vocabulary(TEXTS, -1),
    "negative length": lambda: text.encode("a", {}, -1),
    "one row of counts": lambda: text.tf_idf([1, 2]),
    "token too large": lambda: text.bigram_probabilities([0, 2], 2),
    "negative token": lambda: text.bigram_probabilities([0, -1], 2),
    "fractional token": lambda: text.bigram_probabilities([0.5], 2),
    "two sequences": lambda: text.bigram_probabilities([[0, 1]], 2),
    "negative alpha": lambda: text.bigram_probabilities([0, 1], 2, -1.0),
    "no pair": lambda: text.perplexity([0], np.ones((1, 1))),
    "no square": lambda: text.perplexity([0, 0], np.ones((1, 2))),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_text_is_refused(name: str) -> None:
    """What does not fit raises ValueError that ends in what was received."""
    with pytest.raises(ValueError, match=r"Received: .+$"):
        WRONG[name]()
