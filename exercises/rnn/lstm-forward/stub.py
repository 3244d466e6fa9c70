import numpy as np


def lstm_forward(x, kernel, recurrent_kernel, bias, return_sequences=False):
    """Hidden states of an LSTM that starts from zeros; the gates lie in the order i, f, c, o.

    x                 sequences, (n, T, d)
    kernel            weights of the input, (d, 4u)
    recurrent_kernel  weights of the hidden state, (u, 4u)
    bias              (4u,), used as it is
    return_sequences  whether all hidden states come back, or the last one

    Returns the last hidden state, (n, u), or all of them, (n, T, u).
    """
    raise NotImplementedError
