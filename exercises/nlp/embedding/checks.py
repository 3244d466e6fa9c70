"""Public checks of embedding_forward and embedding_backward: the statement's example."""

import numpy as np

from grader.checks import check, close

IDS = np.array([2, 0, 2])


@check("looks up the rows of the worked example", zh="查出题目例子中的各行", points=1)
def test_looked_up_example(submission):
    table = np.array([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0], [6.0, 7.0]])
    close(submission.embedding_forward(IDS, table), np.array([[4.0, 5.0], [0.0, 1.0], [4.0, 5.0]]))


@check("gives the gradient of the worked example", zh="算对题目例子中的梯度", points=1)
def test_gradient_example(submission):
    dy = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
    dtable = np.array([[2.0, 20.0], [0.0, 0.0], [4.0, 40.0], [0.0, 0.0]])
    close(submission.embedding_backward(dy, IDS, 4), dtable, "dtable")
