"""Public checks of rnn_forward: the statement's example, and steps that do not see each other."""

import numpy as np

from grader.checks import check, close


@check(
    "gives the states 0.7616, 0.4802 and -0.9667 for the worked example",
    zh="算对题目中的例子，三个状态为 0.7616、0.4802、-0.9667",
    points=1,
)
def test_worked_example(submission):
    x, h0 = np.array([[[1.0], [0.0], [-2.0]]]), np.array([[0.5]])
    states = submission.rnn_forward(x, h0, np.array([[1.0]]), np.array([[2.0]]), np.array([-1.0]))
    close(states, np.array([[[0.761594156], [0.480157009], [-0.966726745]]]))


@check("treats every step alike where U is zero", zh="U 为零时，每一步的计算都一样", points=1)
def test_no_recurrence(submission):
    x, h0 = np.linspace(-2.0, 1.0, 24).reshape(2, 4, 3), np.linspace(-0.5, 0.5, 10).reshape(2, 5)
    W, b = np.linspace(0.6, -0.8, 15).reshape(3, 5), np.linspace(-1.0, 0.5, 5)
    close(submission.rnn_forward(x, h0, W, np.zeros((5, 5)), b), np.tanh(x @ W + b))
