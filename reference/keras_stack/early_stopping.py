"""The end of training, decided by `keras.callbacks.EarlyStopping`."""

from __future__ import annotations

from collections.abc import Sequence

import keras


def early_stopping(val_losses: Sequence[float], patience: int, min_delta: float = 0.0) -> tuple[int, int]:
    """(stop_epoch, best_epoch) of a model whose validation loss goes through these values."""
    callback = keras.callbacks.EarlyStopping("val_loss", min_delta, patience, mode="min")
    model = keras.Sequential()
    model.stop_training = False
    callback.set_model(model)
    callback.on_train_begin()
    for epoch, loss in enumerate(val_losses):
        callback.on_epoch_end(epoch, {"val_loss": loss})
        if model.stop_training:
            break
    return epoch, callback.best_epoch
