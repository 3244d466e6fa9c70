import numpy as np


def causal_mask(length):
    """The mask under which no position sees a later one.

    length  number of positions, 1 or more

    Returns booleans, (length, length): True on and below the diagonal.
    """
    raise NotImplementedError


def multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal=False):
    """Self-attention with several heads.

    x               sequences, (n, T, d)
    Wq, Wk, Wv, Wo  weights, (d, d); x @ Wq gives the queries
    n_heads         number of heads, a divisor of d; head h owns d / n_heads columns of queries,
                    keys and values, from column h · d / n_heads onward
    causal          whether a position sees only itself and earlier ones

    Returns (n, T, d): the heads side by side, times Wo.
    """
    raise NotImplementedError
