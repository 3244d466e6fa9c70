"""Public checks of build_vocabulary and encode: the statement's example."""

import numpy as np

from grader.checks import array, check, close, entries

TEXTS = ["The cat sat", "the dog saw the cat"]
VOCABULARY = {"the": 2, "cat": 3, "sat": 4, "dog": 5, "saw": 6}


def same_ids(answer, *expected):
    close(array(answer, "ids", shape=(len(expected),)).astype(float), np.array(expected, dtype=float), "ids")


@check("builds the vocabulary of the worked example", zh="建出题目例子中的词表", points=1)
def test_worked_example(submission):
    words = list(VOCABULARY)
    for max_size in (5, 3):
        for word, number in zip(words, entries(submission.build_vocabulary(TEXTS, max_size), *words[:max_size])):
            close(number, VOCABULARY[word], f"id of {word}")


@check("encodes the text of the worked example", zh="给题目例子中的文本编码", points=1)
def test_encoded_example(submission):
    same_ids(submission.encode("The dog slept", VOCABULARY, 5), 2, 5, 1, 0, 0)
    same_ids(submission.encode("The dog slept", VOCABULARY, 2), 2, 5)
