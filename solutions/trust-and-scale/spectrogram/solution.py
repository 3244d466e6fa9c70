import numpy as np


def spectrogram(signal, frame, hop):
    signal = signal.astype(signal.dtype if signal.dtype.kind == "f" else np.float64)
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(frame) / frame)
    pieces = np.lib.stride_tricks.sliding_window_view(signal, frame)[::hop]
    return np.abs(np.fft.rfft(pieces * window.astype(signal.dtype)))
