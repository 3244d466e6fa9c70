"""A small image classifier: two convolutions, two pools, two dense layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numpy.typing import ArrayLike

from .activations import relu, softmax
from .arrays import Array, floating
from .convolution import conv2d
from .pooling import max_pool

PARAMETERS = ("K1", "b1", "K2", "b2", "W1", "c1", "W2", "c2")
Parameters = Mapping[str, ArrayLike] | Sequence[ArrayLike]


def cnn_logits(x: ArrayLike, params: Parameters) -> Array:
    """Class scores of images, before the softmax.

        conv - relu - pool - conv - relu - pool - flatten - dense - relu - dense

    Convolutions have no padding and stride 1, pools take the maximum of 2×2 windows.

    Args:
        x: images (n, height, width, channels).
        params: "K1" (kh, kw, channels, f1), "b1" (f1,), "K2" (kh, kw, f1, f2), "b2" (f2,),
            "W1" (flattened, m), "c1" (m,), "W2" (m, k), "c2" (k,); or a list of the eight in this
            order, as Keras's `get_weights` returns it.

    Returns:
        (n, k).

    Raises:
        KeyError: if a name is missing.
        ValueError: if a list has not eight arrays, or the shapes do not fit.

    Source: S3 4.1.

    Example:
        >>> import numpy as np
        >>> shapes = [(3, 3, 1, 2), (2,), (2, 2, 2, 3), (3,), (3, 5), (5,), (5, 4)]
        >>> weights = [np.zeros(shape) for shape in shapes]
        >>> cnn_logits(np.ones((1, 8, 8, 1)), [*weights, [1.0, 2.0, 3.0, 4.0]])
        array([[1., 2., 3., 4.]])
    """
    x, K1, b1, K2, b2, W1, c1, W2, c2 = floating(x, *in_order(params))
    pooled = max_pool(relu(conv2d(x, K1, b1)))
    pooled = max_pool(relu(conv2d(pooled, K2, b2)))
    flat = pooled.reshape(len(pooled), -1)
    return relu(flat @ W1 + c1) @ W2 + c2


def cnn_forward(x: ArrayLike, params: Parameters) -> Array:
    """Class probabilities of images: the softmax of `cnn_logits`.

        conv - relu - pool - conv - relu - pool - flatten - dense - relu - dense - softmax

    Args:
        x: images (n, height, width, channels).
        params: as in `cnn_logits`.

    Returns:
        (n, k); each row sums to 1.

    Raises:
        KeyError: if a name is missing.
        ValueError: if a list has not eight arrays, or the shapes do not fit.

    Source: S3 4.1.

    Example:
        >>> import numpy as np
        >>> shapes = [(3, 3, 1, 2), (2,), (2, 2, 2, 3), (3,), (3, 5), (5,), (5, 4), (4,)]
        >>> cnn_forward(np.ones((1, 8, 8, 1)), [np.zeros(shape) for shape in shapes])
        array([[0.25, 0.25, 0.25, 0.25]])
    """
    return softmax(cnn_logits(x, params))


def in_order(params: Parameters) -> list[ArrayLike]:
    """The network's eight parameters in Keras's order, whether they come by name or as a list.

    Args:
        params: as in `cnn_logits`.

    Returns:
        The same eight arrays.

    Raises:
        KeyError: if a name is missing.
        ValueError: if a list has not eight arrays.

    Source: S3 4.1.

    Example:
        >>> in_order(dict(K1=1, b1=2, K2=3, b2=4, W1=5, c1=6, W2=7, c2=8))
        [1, 2, 3, 4, 5, 6, 7, 8]
    """
    weights = [params[name] for name in PARAMETERS] if isinstance(params, Mapping) else list(params)
    if len(weights) != len(PARAMETERS):
        raise ValueError(f"the network has {len(PARAMETERS)} weights. Received: {len(weights)}")
    return weights
