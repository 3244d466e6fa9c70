"""Sound as an image, through `tf.signal.stft`."""

from __future__ import annotations

from typing import Any

import tensorflow as tf
from keras import ops

from .tensors import Tensor, floating


def spectrogram(signal: Any, frame: int, hop: int) -> Tensor:
    """Magnitudes (1 + ⌊(n - frame) / hop⌋, ⌊frame / 2⌋ + 1) with a periodic Hann window."""
    (signal,) = floating(signal)
    return ops.absolute(tf.signal.stft(signal, frame, hop, fft_length=frame, window_fn=_periodic_hann))


def _periodic_hann(length: int, dtype: Any) -> Tensor:
    """One period; `tf.signal.hann_window` itself is symmetric for odd lengths, periodic=True or not."""
    return tf.signal.hann_window(length + 1, periodic=False, dtype=dtype)[:-1]
