"""Public checks of bag_of_words and tf_idf: the statement's example."""

import numpy as np

from grader.checks import array, check, close

COUNTS = np.array([[0, 0, 1, 1, 1], [0, 0, 2, 1, 0], [0, 0, 0, 0, 0]])


@check("counts the words of the worked example", zh="数对题目例子中的词", points=1)
def test_counted_example(submission):
    texts = ["The cat sat", "the dog saw the cat", "a dog"]
    counts = submission.bag_of_words(texts, {"the": 2, "cat": 3, "sat": 4})
    close(array(counts, "counts", shape=(3, 5)).astype(float), COUNTS.astype(float), "counts")


@check("weights the counts of the worked example", zh="算对题目例子中的 tf-idf", points=1)
def test_weighted_example(submission):
    expected = np.zeros((3, 5))
    expected[0, 2:] = 0.51785612, 0.51785612, 0.68091856
    expected[1, 2:4] = 0.89442719, 0.4472136
    close(submission.tf_idf(COUNTS), expected)
