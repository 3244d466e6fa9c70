"""Public checks of lstm_forward: the statement's example, and what return_sequences decides."""

import numpy as np

from grader.checks import array, check, close


@check(
    "gives the states 0.1817 and -0.3241 for the worked example",
    zh="算对题目中的例子，两个状态为 0.1817 和 -0.3241",
    points=1,
)
def test_worked_example(submission):
    x, kernel = np.array([[[1.0], [-1.0]]]), np.array([[0.0, 1.0, 1.0, -1.0]])
    recurrent_kernel, bias = np.array([[2.0, 0.0, -1.0, 0.0]]), np.array([0.0, 0.0, 0.0, 1.0])
    states = submission.lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=True)
    close(states, np.array([[[0.181699742], [-0.324041116]]]), what="h")
    close(submission.lstm_forward(x, kernel, recurrent_kernel, bias), np.array([[-0.324041116]]), what="h_T")


@check(
    "returns the last state, or all of them with return_sequences",
    zh="默认返回最后一个状态，return_sequences 为真时返回全部状态",
    points=1,
)
def test_return_sequences(submission):
    x, kernel = np.linspace(-2.0, 1.0, 30).reshape(2, 5, 3), np.linspace(-0.9, 0.8, 48).reshape(3, 16)
    recurrent_kernel, bias = np.linspace(0.7, -0.5, 64).reshape(4, 16), np.linspace(-1.0, 1.0, 16)
    last = array(submission.lstm_forward(x, kernel, recurrent_kernel, bias), what="h_T", shape=(2, 4))
    states = submission.lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=True)
    close(array(states, what="h", shape=(2, 5, 4))[:, -1], last, what="h_T")
