import numpy as np


def rnn_forward(x, h0, W, U, b):
    """All hidden states of a recurrent network with tanh.

    x   sequences, (n, T, d)
    h0  hidden state before the first step, (n, u)
    W   weights of the input, (d, u)
    U   weights of the hidden state, (u, u)
    b   bias, (u,)

    Returns the states after steps 1 to T, (n, T, u).
    """
    raise NotImplementedError
