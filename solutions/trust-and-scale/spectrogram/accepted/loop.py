import numpy as np


def spectrogram(signal, frame, hop):
    """Piece by piece, with the other form of the window, computed in float64."""
    window = np.sin(np.pi * np.arange(frame) / frame) ** 2
    rows, start = [], 0
    while start + frame <= len(signal):
        spectrum = np.fft.fft(signal[start : start + frame].astype(float) * window)
        rows.append(np.abs(spectrum[: frame // 2 + 1]))
        start += hop
    return np.array(rows, dtype=signal.dtype if signal.dtype.kind == "f" else float)
