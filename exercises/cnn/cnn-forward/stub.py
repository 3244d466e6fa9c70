import numpy as np


def cnn_forward(x, params):
    """Class probabilities of images:

        conv - relu - pool - conv - relu - pool - flatten - dense - relu - dense - softmax

    x       images, (n, height, width, channels)
    params  dict: "K1" (kh, kw, channels, f1), "b1" (f1,), "K2" (kh, kw, f1, f2), "b2" (f2,),
            "W1" (flattened, m), "c1" (m,), "W2" (m, k), "c2" (k,)

    Convolutions have no padding, stride 1, and do not flip the kernel; the two kernels may differ
    in size. Pools take the maximum of 2×2 windows that do not overlap; an odd last row or column
    is dropped.

    Returns (n, k): each row sums to 1.
    """
    raise NotImplementedError
