"""Sound as an image: which frequencies are there at which time."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Array, floating, require_fit
from .limits import require_at_least


def spectrogram(signal: ArrayLike, frame: int, hop: int) -> Array:
    """The strength of each frequency in overlapping pieces of a signal.

        y[t, f] = |Σₖ window[k] · signal[t·hop + k] · e^(-2πi f k / frame)|
        window[k] = ½ - ½ cos(2πk / frame)        k from 0 to frame - 1 (Hann, periodic)

    Args:
        signal: samples (n,), at least `frame` of them; nothing is padded.
        frame: length of a piece.
        hop: samples from the beginning of one piece to that of the next.

    Returns:
        (1 + ⌊(n - frame) / hop⌋, ⌊frame / 2⌋ + 1), 0 or more.

    Raises:
        ValueError: if the signal is not one-dimensional or too short, or frame or hop is below 1.

    Source: Allen & Rabiner 1977; S2 6.

    Example:
        >>> spectrogram([3.0, 3.0, 3.0, 3.0, 1.0, -1.0, 1.0, -1.0], frame=4, hop=4).round(6)
        array([[6., 3., 0.],
               [0., 1., 2.]])
    """
    (samples,) = floating(signal)
    require_at_least(1, frame=frame, hop=hop)
    fits = samples.ndim == 1 and len(samples) >= frame
    require_fit(fits, f"signal is (n,), n at least frame={frame}", signal=samples)
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(frame) / frame)
    pieces = np.lib.stride_tricks.sliding_window_view(samples, frame)[::hop]
    magnitude = np.abs(np.fft.rfft(pieces * window.astype(samples.dtype), axis=1))
    return magnitude.astype(samples.dtype, copy=False)
