import numpy as np


def early_stopping(val_losses, patience, min_delta=0.0):
    """Epoch at which training stops, and the epoch whose parameters are kept.

    val_losses  validation loss of each epoch, an array with one axis and at least one element
    patience    how many epochs in a row without improvement end the training, 1 or more
    min_delta   a loss is an improvement if it is less than best - min_delta; 0 or more

    Returns (stop_epoch, best_epoch), both counted from 0: the epoch at which patience runs out (the
    last epoch if it never does), and the epoch of the last improvement up to then.
    """
    raise NotImplementedError
