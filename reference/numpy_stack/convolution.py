"""Two-dimensional convolution as CNN layers compute it: a cross-correlation."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating
from .windows import image_windows


def conv2d(x: ArrayLike, kernel: ArrayLike, bias: ArrayLike, stride: int = 1, padding: str = "valid") -> Array:
    """Cross-correlate images with a bank of kernels.

        y[n, i, j, o] = bias[o] + Σ_p Σ_q Σ_c x[n, i·s + p, j·s + q, c] · kernel[p, q, c, o]

    Args:
        x: images (n, height, width, in).
        kernel: (kernel height, kernel width, in, out).
        bias: (out,).
        stride: step in both directions.
        padding: "valid" (none; ⌊(size - kernel) / s⌋ + 1 outputs) or "same" (zeros so that there
            are ⌈size / s⌉ outputs, the odd extra zero at the bottom and right, as in TensorFlow).

    Returns:
        (n, output height, output width, out).

    Raises:
        ValueError: if shapes, stride or padding do not fit.

    Source: S3 3.1.1; the formula of S3 3.1.4 flips the kernel, CNN layers do not.

    Example:
        >>> x = np.arange(9.0).reshape(1, 3, 3, 1)
        >>> kernel = np.array([[1.0, 0.0], [0.0, -1.0]]).reshape(2, 2, 1, 1)
        >>> conv2d(x, kernel, [10.0])[0, :, :, 0]
        array([[6., 6.],
               [6., 6.]])
    """
    x, kernel, bias = floating(x, kernel, bias)
    _require_fit(x, kernel, bias)
    size = (kernel.shape[0], kernel.shape[1])
    windows = image_windows(_padded(x, size, stride, padding), size, (stride, stride))
    return np.tensordot(windows, kernel, axes=([4, 5, 3], [0, 1, 2])) + bias


def _padded(x: Array, size: tuple[int, int], stride: int, padding: str) -> Array:
    """The images with the zeros that `padding` asks for."""
    if padding == "valid":
        return x
    if padding != "same":
        raise ValueError(f'padding must be "valid" or "same". Received: padding={padding!r}')
    rows, columns = (_same_padding(n, k, stride) for n, k in zip(x.shape[1:3], size))
    return np.pad(x, [(0, 0), rows, columns, (0, 0)])


def _same_padding(n: int, kernel: int, stride: int) -> tuple[int, int]:
    """Zeros before and after an axis of length n, so that it gives ⌈n / stride⌉ outputs."""
    outputs = -(-n // stride)
    total = max((outputs - 1) * stride + kernel - n, 0)
    return total // 2, total - total // 2


def _require_fit(x: Array, kernel: Array, bias: Array) -> None:
    fits = x.ndim == kernel.ndim == 4 and x.shape[3] == kernel.shape[2] and bias.shape == kernel.shape[3:]
    if not fits:
        raise ValueError(
            "x is (n, height, width, in), kernel (height, width, in, out), bias (out,). "
            f"Received: x {x.shape}, kernel {kernel.shape}, bias {bias.shape}"
        )
