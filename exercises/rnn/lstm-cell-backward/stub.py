import numpy as np


def lstm_cell_backward(dh, dc, x_t, h_prev, c_prev, kernel, recurrent_kernel, bias):
    """Gradients of a loss in the arguments of one LSTM step; the gates lie in the order i, f, c, o.

    dh, dc            gradients of the loss in h_t and in c_t, (n, u)
    x_t               input of this step, (n, d)
    h_prev, c_prev    hidden state and cell state of the step before, (n, u)
    kernel            weights of the input, (d, 4u)
    recurrent_kernel  weights of the hidden state, (u, 4u)
    bias              (4u,), used as it is

    Returns a dict with the keys "dx", "dh_prev", "dc_prev", "dkernel", "drecurrent_kernel", "dbias".
    """
    raise NotImplementedError
