import numpy as np


def early_stopping(val_losses, patience, min_delta=0.0):
    """From one improvement to the next, each within `patience` epochs of the one before."""
    losses, best = np.asarray(val_losses, dtype=float), 0
    while True:
        window = losses[best + 1 : best + 1 + patience]
        better = np.flatnonzero(window < losses[best] - min_delta)
        if better.size == 0:
            return min(best + patience, losses.size - 1), np.int64(best)
        best += 1 + better[0]
