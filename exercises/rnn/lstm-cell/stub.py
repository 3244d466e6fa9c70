import numpy as np


def lstm_cell(x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    """One time step of an LSTM; the gates lie in the order i, f, c, o.

    x_t               input of this step, (n, d)
    h_prev            hidden state of the step before, (n, u)
    c_prev            cell state of the step before, (n, u)
    kernel            weights of the input, (d, 4u)
    recurrent_kernel  weights of the hidden state, (u, 4u)
    bias              (4u,), used as it is

    Returns (h_t, c_t), both (n, u).
    """
    raise NotImplementedError
