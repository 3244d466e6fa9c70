"""What looks on while a network trains: it may show the progress, or end the training."""

from __future__ import annotations

import math
import sys
from typing import TextIO

from .early_stopping import early_stopping
from .limits import require_at_least
from .models import Callback, Sequential


class EarlyStopping(Callback):
    """Ends the training when a number no longer falls, and puts the best parameters back: `early_stopping`.

    Args:
        patience: epochs without improvement that are borne, 1 or more.
        min_delta: what an improvement must exceed, 0 or more.
        monitor: name of the number in the history.
        restore: whether the parameters of the best epoch are put back at the end.

    Attributes:
        best_epoch: the last epoch that improved, from 0.
        stopped_epoch: the epoch after which training ended, or None.

    Raises:
        ValueError: if a constant is out of range, or the history has no such number.

    Source: S1 6.7; `keras.callbacks.EarlyStopping`.

    Example:
        >>> EarlyStopping(patience=3).best_epoch
        0
    """

    def __init__(self, patience: int, min_delta: float = 0.0, monitor: str = "val_loss", restore: bool = True) -> None:
        require_at_least(1, patience=patience)
        require_at_least(0, min_delta=min_delta)
        self.patience = patience
        self.min_delta = min_delta
        self.monitor = monitor
        self.restore = restore

        self.best_epoch = 0
        self.stopped_epoch: int | None = None

    def on_train_begin(self, model: Sequential) -> None:
        self._values: list[float] = []
        self._best_weights = model.weights()
        self.best_epoch, self.stopped_epoch = 0, None

    def on_epoch_end(self, model: Sequential, epoch: int, logs: dict[str, float]) -> None:
        if self.monitor not in logs:
            raise ValueError(f"monitor must be one of {', '.join(logs)}. Received: monitor={self.monitor!r}")
        self._values.append(logs[self.monitor])
        end_if_next_were_best, _ = early_stopping([*self._values, -math.inf], self.patience, self.min_delta)
        _, self.best_epoch = early_stopping(self._values, self.patience, self.min_delta)
        if self.best_epoch == epoch:
            self._best_weights = model.weights()
        if end_if_next_were_best == epoch:
            self.stopped_epoch, model.stop_training = epoch, True

    def on_train_end(self, model: Sequential) -> None:
        if self.restore and self._values:
            model.load(self._best_weights)


class ProgressBar(Callback):
    """A line that fills while an epoch trains; it says nothing where the stream is no terminal.

    Args:
        stream: where it is written; None means standard error.
        width: characters of the bar, at least 1.

    Source: S1 4, whose `fit` shows one; `keras.utils.Progbar`.

    Example:
        >>> ProgressBar(width=10).bar(step=3, steps=10)
        '[###.......]'
    """

    def __init__(self, stream: TextIO | None = None, width: int = 24) -> None:
        require_at_least(1, width=width)
        self.stream = sys.stderr if stream is None else stream
        self.width = width
        self._epoch = 0

    def bar(self, step: int, steps: int) -> str:
        """The bar after `step` of `steps` batches."""
        full = self.width * step // steps
        return f"[{'#' * full}{'.' * (self.width - full)}]"

    def on_train_begin(self, model: Sequential) -> None:
        self._epoch = 0

    def on_batch_end(self, model: Sequential, step: int, steps: int, loss: float) -> None:
        self._write(f"\repoch {self._epoch + 1} {self.bar(step, steps)} loss {loss:.4f}")

    def on_epoch_end(self, model: Sequential, epoch: int, logs: dict[str, float]) -> None:
        numbers = "  ".join(f"{name} {value:.4f}" for name, value in logs.items())
        self._write(f"\repoch {epoch + 1} {self.bar(1, 1)} {numbers}\n")
        self._epoch = epoch + 1

    def _write(self, text: str) -> None:
        if self.stream.isatty():
            self.stream.write(text)
            self.stream.flush()
