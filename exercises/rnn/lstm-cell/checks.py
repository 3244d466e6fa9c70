"""Public checks of lstm_cell: the statement's example, and gates that are half open."""

import numpy as np

from grader.checks import check, close, unpack


@check(
    "gives h = -0.1243 and c = -0.5 for the worked example",
    zh="算对题目中的例子，得 h = -0.1243、c = -0.5",
    points=1,
)
def test_worked_example(submission):
    h, c = unpack(
        submission.lstm_cell(
            np.array([[2.0]]),
            np.array([[-1.0]]),
            np.array([[-1.0]]),
            np.array([[0.5, 1.0, 0.0, -1.0]]),
            np.array([[1.0, 1.0, -1.0, 0.0]]),
            np.array([0.0, 1.0, 0.0, 1.0]),
        ),
        "h_t",
        "c_t",
    )
    close(c, np.array([[-0.5]]), "c_t")
    close(h, np.array([[-0.124282446]]), "h_t")


@check("halves the cell state where all weights are zero", zh="权重全为零时，细胞状态减半", points=1)
def test_zero_weights(submission):
    x_t, h_prev = np.array([[1.0, -2.0], [3.0, 0.5], [-1.0, 4.0]]), np.full((3, 5), 0.7)
    c_prev = np.linspace(-3.0, 4.0, 15).reshape(3, 5)
    step = submission.lstm_cell(x_t, h_prev, c_prev, np.zeros((2, 20)), np.zeros((5, 20)), np.zeros(20))
    h, c = unpack(step, "h_t", "c_t")
    close(c, c_prev / 2, "c_t")
    close(h, np.tanh(c_prev / 2) / 2, "h_t")
