"""Public checks of bigram_probabilities and perplexity: the statement's example."""

import numpy as np

from grader.checks import check, close

PROBABILITIES = np.array([[0.2, 0.6, 0.2], [0.2, 0.4, 0.4], [0.5, 0.25, 0.25]])


@check("gives the probabilities of the worked example", zh="算对题目例子中的概率表", points=1)
def test_example_probabilities(submission):
    close(submission.bigram_probabilities(np.array([0, 1, 2, 0, 1, 1]), 3), PROBABILITIES)


@check("gives 2.0412 for the perplexity of the worked example", zh="算对题目例子中的困惑度，得 2.0412", points=1)
def test_example_perplexity(submission):
    close(submission.perplexity(np.array([0, 1, 2]), PROBABILITIES), 0.24**-0.5)
