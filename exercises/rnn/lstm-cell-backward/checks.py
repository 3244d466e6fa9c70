"""Public checks of lstm_cell_backward: the statement's example, and a step with weights of zero."""

import numpy as np

from grader.checks import check, close, entries

KEYS = ("dx", "dh_prev", "dc_prev", "dkernel", "drecurrent_kernel", "dbias")


@check("gives the six gradients of the worked example", zh="算对题目例子中的六个梯度", points=1)
def test_worked_example(submission):
    gradients = submission.lstm_cell_backward(
        np.array([[2.0]]),
        np.array([[1.0]]),
        np.array([[2.0]]),
        np.array([[-1.0]]),
        np.array([[-1.0]]),
        np.array([[0.5, 1.0, 0.0, -1.0]]),
        np.array([[1.0, 1.0, -1.0, 0.0]]),
        np.array([0.0, 1.0, 0.0, 1.0]),
    )
    dx, dh_prev, dc_prev, dkernel, drecurrent_kernel, dbias = entries(gradients, *KEYS)
    dz = np.array([0.2709403087, -0.1494076299, 0.2988152597, -0.1817154953])
    close(dc_prev, np.array([[1.2533889885]]), "dc_prev")
    close(dbias, dz, "dbias")
    close(dkernel, 2 * dz[np.newaxis], "dkernel")
    close(drecurrent_kernel, -dz[np.newaxis], "drecurrent_kernel")
    close(dx, np.array([[0.1677780198]]), "dx")
    close(dh_prev, np.array([[-0.1772825809]]), "dh_prev")


@check(
    "gives each gradient the shape of what it belongs to, here with weights of zero",
    zh="每个梯度的形状与所属的量相同（本例权重全为零）",
    points=1,
)
def test_zero_weights(submission):
    n, d, u = 3, 2, 5
    dh, dc = np.linspace(-2.0, 2.0, n * u).reshape(n, u), np.linspace(4.0, 1.0, n * u).reshape(n, u)
    x_t, h_prev = np.array([[1.0, -2.0], [3.0, 0.5], [-1.0, 4.0]]), np.full((n, u), 0.7)
    zeros = np.zeros((d, 4 * u)), np.zeros((u, 4 * u)), np.zeros(4 * u)
    gradients = submission.lstm_cell_backward(dh, dc, x_t, h_prev, np.zeros((n, u)), *zeros)
    dx, dh_prev, dc_prev, dkernel, drecurrent_kernel, dbias = entries(gradients, *KEYS)
    dz = np.zeros((n, 4 * u))
    dz[:, 2 * u : 3 * u] = (
        dc / 2 + dh / 4
    )  # all gates are half open; of the cell state of zero only the candidate is left
    close(dc_prev, dc / 2 + dh / 4, "dc_prev")
    close(dbias, dz.sum(axis=0), "dbias")
    close(dkernel, x_t.T @ dz, "dkernel")
    close(drecurrent_kernel, h_prev.T @ dz, "drecurrent_kernel")
    close(dx, np.zeros((n, d)), "dx")
    close(dh_prev, np.zeros((n, u)), "dh_prev")
