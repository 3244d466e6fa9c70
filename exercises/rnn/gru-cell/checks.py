"""Public checks of gru_cell: the statement's example, and gates that are half open."""

import numpy as np

from grader.checks import check, close


@check("gives h = 1.6669 for the worked example", zh="算对题目中的例子，得 h = 1.6669", points=1)
def test_worked_example(submission):
    h = submission.gru_cell(
        np.array([[1.0]]),
        np.array([[2.0]]),
        np.array([[1.0, -2.0, 1.0]]),
        np.array([[-1.0, 1.0, 0.5]]),
        np.array([[1.5, 0.0, -1.0], [0.5, 0.0, 1.0]]),
    )
    close(h, np.array([[1.6669413721]]), "h_t")


@check("halves the hidden state where all weights are zero", zh="权重全为零时，隐藏状态减半", points=1)
def test_zero_weights(submission):
    x_t, h_prev = np.array([[1.0, -2.0], [3.0, 0.5], [-1.0, 4.0]]), np.linspace(-0.9, 0.8, 15).reshape(3, 5)
    h = submission.gru_cell(x_t, h_prev, np.zeros((2, 15)), np.zeros((5, 15)), np.zeros((2, 15)))
    close(h, h_prev / 2, "h_t")
