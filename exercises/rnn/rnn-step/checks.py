"""Public checks of rnn_step and rnn_output: the two halves of the statement's example."""

import numpy as np

from grader.checks import check, close


@check(
    "rnn_step gives (0.7616, -0.4621) for the worked example",
    zh="rnn_step 算对题目中的例子，得 (0.7616, -0.4621)",
    points=1,
)
def test_step_of_the_example(submission):
    x_t, h_prev = np.array([[1.0, 2.0]]), np.array([[0.5, -1.0]])
    W, U, b = np.array([[1.0, 0.0], [-1.0, 1.0]]), np.array([[2.0, -1.0], [1.0, 2.0]]), np.array([2.0, 0.0])
    close(submission.rnn_step(x_t, h_prev, W, U, b), np.array([[0.761594156, -0.462117157]]), what="h_t")


@check("rnn_output gives 0.0611 for the worked example", zh="rnn_output 算对题目中的例子，得 0.0611", points=1)
def test_output_of_the_example(submission):
    h_t = np.tanh(np.array([[1.0, -0.5]]))
    close(submission.rnn_output(h_t, np.array([[2.0], [1.0]]), np.array([-1.0])), np.array([[0.061071155]]), what="y_t")
