"""The end of training when validation no longer improves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .limits import require_at_least


def early_stopping(val_losses: Sequence[float], patience: int, min_delta: float = 0.0) -> tuple[int, int]:
    """The epoch at which training stops, and the epoch whose parameters are kept.

        improvement:  loss < best - min_delta        stop: `patience` epochs in a row without one

    Args:
        val_losses: validation loss of each epoch, at least one.
        patience: epochs without improvement that are borne, 1 or more.
        min_delta: what an improvement must exceed, 0 or more.

    Returns:
        (stop_epoch, best_epoch), counted from 0; stop_epoch is the last epoch if nothing stops it.

    Raises:
        ValueError: if there is no epoch, patience is below 1 or min_delta negative.

    Source: S1 6.7.

    Example:
        >>> early_stopping([1.0, 0.5, 0.6, 0.7, 0.1], patience=2)
        (3, 1)
    """
    if len(val_losses) == 0:
        raise ValueError("val_losses must hold at least one epoch. Received: an empty sequence")
    require_at_least(1, patience=patience)
    require_at_least(0, min_delta=min_delta)
    best, best_epoch, waited = math.inf, 0, 0
    for epoch, loss in enumerate(val_losses):
        waited += 1
        if loss < best - min_delta:
            best, best_epoch, waited = float(loss), epoch, 0
        if waited == patience:
            break
    return epoch, best_epoch
