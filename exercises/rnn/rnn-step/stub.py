import numpy as np


def rnn_step(x_t, h_prev, W, U, b):
    """Hidden state after one more step of a recurrent network with tanh.

    x_t     inputs of this step, (n, d)
    h_prev  hidden state of the step before, (n, u)
    W       weights of the input, (d, u)
    U       weights of the hidden state, (u, u)
    b       bias, (u,)

    Returns h_t, (n, u).
    """
    raise NotImplementedError


def rnn_output(h_t, V, c):
    """Output of the network at one step; it is linear.

    h_t  hidden state, (n, u)
    V    weights of the output, (u, k)
    c    bias of the output, (k,)

    Returns y_t, (n, k).
    """
    raise NotImplementedError
