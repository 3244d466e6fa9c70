import numpy as np


def attention(q, k, v, mask=None):
    """Scaled dot-product attention over the last two axes.

    q     queries, (…, Tq, d)
    k     keys, (…, Tk, d)
    v     values, (…, Tk, e)
    mask  booleans that broadcast to (…, Tq, Tk), True = may attend; None allows everything.
          Every query may attend to at least one key.

    Returns (output, weights), (…, Tq, e) and (…, Tq, Tk).
    """
    raise NotImplementedError
