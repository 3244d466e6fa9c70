import numpy as np


def gru_cell(x_t, h_prev, kernel, recurrent_kernel, bias):
    """One time step of a GRU; the blocks lie in the order z, r, h.

    x_t               input of this step, (n, d)
    h_prev            hidden state of the step before, (n, u)
    kernel            weights of the input, (d, 3u)
    recurrent_kernel  weights of the hidden state, (u, 3u)
    bias              (2, 3u): row 0 belongs to the input, row 1 to the hidden state

    Returns h_t, (n, u).
    """
    raise NotImplementedError
