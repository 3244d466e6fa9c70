"""Public checks of neuron: the statement's example and what the bias alone does."""

import numpy as np

from grader.checks import check, close


@check("gives 0.731059 for the worked example", zh="算对题目中的例子，得 0.731059", points=1)
def test_worked_example(submission):
    close(submission.neuron(np.array([2.0, -1.0, 3.0]), np.array([0.5, 1.0, 0.25]), 0.25), 0.7310585786300049)


@check("is exactly undecided, 1/2, where sum and bias cancel", zh="加权和与偏置恰好抵消时，输出正好是 1/2", points=1)
def test_undecided(submission):
    close(submission.neuron(np.array([1.0, 2.0]), np.array([3.0, -0.5]), -2.0), 0.5)
