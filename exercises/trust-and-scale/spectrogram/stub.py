import numpy as np


def spectrogram(signal, frame, hop):
    """The strength of each frequency in overlapping pieces of a signal.

    signal  samples (n,), n at least frame
    frame   length of a piece
    hop     samples from the beginning of one piece to that of the next

    Returns an array (1 + (n - frame) // hop, frame // 2 + 1): magnitudes of the real FFT of each piece, times
    a periodic Hann window. Nothing is padded.
    """
    raise NotImplementedError
