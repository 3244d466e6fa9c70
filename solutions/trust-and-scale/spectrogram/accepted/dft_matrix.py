import numpy as np


def hann(frame):
    """The periodic window: the symmetric one, one sample longer, without its end."""
    return np.hanning(frame + 1)[:-1]


def spectrogram(signal, frame, hop):
    """The transform written out as two matrix products."""
    count = 1 + (len(signal) - frame) // hop
    index = hop * np.arange(count)[:, None] + np.arange(frame)[None, :]
    pieces = signal[index] * hann(frame)
    angle = 2 * np.pi * np.outer(np.arange(frame), np.arange(frame // 2 + 1)) / frame
    magnitude = np.hypot(pieces @ np.cos(angle), pieces @ np.sin(angle))
    return magnitude.astype(np.float64 if not np.issubdtype(signal.dtype, np.floating) else signal.dtype)
