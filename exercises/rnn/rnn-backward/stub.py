import numpy as np


def rnn_backward(dh, x, h0, W, U, b):
    """Gradients of a loss in all arguments of the forward pass h_t = tanh(x_t W + h_{t-1} U + b).

    dh  gradient that each state receives from the loss directly, (n, T, u)
    x   sequences, (n, T, d)
    h0  hidden state before the first step, (n, u)
    W   weights of the input, (d, u)
    U   weights of the hidden state, (u, u)
    b   bias, (u,)

    Returns a dict with the keys "dx", "dh0", "dW", "dU" and "db".
    """
    raise NotImplementedError
