"""A network as a stack of layers, and the loop that trains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import losses
from .arrays import Array, float_dtype
from .layers.base import Layer, seeds
from .limits import require_at_least
from .samples import require_samples
from .splits import minibatches
from .updates import Optimizer

History = dict[str, list[float]]
Metric = Callable[[Any, Any], float]
LOSSES: dict[str, tuple[Metric, Callable[[Any, Any], Array]]] = {  # each with its gradient in the prediction
    "mse": (losses.mse, losses.mse_grad),
    "mae": (losses.mae, losses.mae_grad),
    "huber": (losses.huber, losses.huber_grad),
    "binary_cross_entropy": (losses.binary_cross_entropy, losses.binary_cross_entropy_grad),
    "bce_from_logits": (losses.bce_from_logits, losses.bce_from_logits_grad),
    "cross_entropy": (losses.cross_entropy, losses.cross_entropy_grad),
    "sparse_cross_entropy": (losses.sparse_cross_entropy, losses.softmax_cross_entropy_grad),
}


class Callback:
    """Looks on while a network trains, and does nothing unless a kind of callback says otherwise.

    Example:
        >>> class Printer(Callback):
        ...     def on_epoch_end(self, model, epoch, logs):
        ...         print(epoch, sorted(logs))
    """

    def on_train_begin(self, model: Sequential) -> None:
        """Before the first epoch."""

    def on_batch_end(self, model: Sequential, step: int, steps: int, loss: float) -> None:
        """After `step` of the epoch's `steps` batches; the loss is the epoch's mean so far."""

    def on_epoch_end(self, model: Sequential, epoch: int, logs: dict[str, float]) -> None:
        """After an epoch, counted from 0, with its numbers; `model.stop_training = True` makes it the last."""

    def on_train_end(self, model: Sequential) -> None:
        """After the last epoch."""


class Sequential:
    """Layers that feed each other, trained by gradient descent in minibatches.

        ŷ = layerₖ(… layer₁(x))        the gradients go back through the layers in reverse

    Args:
        layers: at least one, in order.

    Attributes:
        layers: as given, a list.
        stop_training: what a callback sets to end `fit` after the epoch.

    Source: S1 4, S4 4; `keras.Sequential`.

    Example:
        >>> from .layers import Dense
        >>> model = Sequential([Dense(1)])
        >>> model.compile("mse", Optimizer("sgd", lr=0.1))
        >>> x = np.linspace(-1, 1, 20)[:, None]
        >>> history = model.fit(x, 3 * x + 1, epochs=40, batch_size=5)
        >>> history["loss"][0] > history["loss"][-1], model.predict([[2.0]]).round(2)
        (True, array([[7.]]))
    """

    def __init__(self, layers: Iterable[Layer]) -> None:
        self.layers = list(layers)
        if not self.layers:
            raise ValueError("layers must be at least one. Received: none")
        self.stop_training = False
        self._loss: tuple[Metric, Callable[[Any, Any], Array]] | None = None
        self._optimizer = Optimizer("sgd")
        self._metrics: tuple[Metric, ...] = ()
        self._seed = 0

    def compile(self, loss: str, optimizer: Optimizer, seed: int = 0, metrics: Sequence[Metric] = ()) -> None:
        """Say how the network learns.

        Args:
            loss: "mse", "mae", "huber", "binary_cross_entropy" (probabilities), "bce_from_logits",
                "cross_entropy" (one-hot labels, probabilities) or "sparse_cross_entropy" (labels, logits).
            optimizer: keeps its state for this network alone.
            seed: decides the first parameters, what is dropped and the order of the samples.
            metrics: functions of (targets, predictions), such as `metrics.accuracy`, that `evaluate` reports.

        Raises:
            ValueError: if the loss is unknown.
        """
        if loss not in LOSSES:
            raise ValueError(f"loss must be one of {', '.join(LOSSES)}. Received: loss={loss!r}")
        self._loss, self._optimizer, self._seed, self._metrics = LOSSES[loss], optimizer, seed, tuple(metrics)

    @property
    def parameters(self) -> dict[str, Array]:
        """All parameters, by the layer's number and their name: "0.kernel"."""
        return {f"{i}.{name}": p for i, layer in enumerate(self.layers) for name, p in layer.parameters.items()}

    @property
    def gradients(self) -> dict[str, Array]:
        """Those of the last backward pass, under the names of `parameters`."""
        return {f"{i}.{name}": g for i, layer in enumerate(self.layers) for name, g in layer.gradients.items()}

    def weights(self) -> list[dict[str, Array]]:
        """Copies of each layer's parameters and statistics, for `load`."""
        return [{k: w.copy() for k, w in (layer.parameters | layer.statistics).items()} for layer in self.layers]

    def load(self, weights: Sequence[dict[str, Array]]) -> None:
        """Put back what `weights` returned."""
        for layer, saved in zip(self.layers, weights):
            layer.parameters = {name: saved[name].copy() for name in layer.parameters if name in saved}
            layer.statistics = {name: saved[name].copy() for name in layer.statistics if name in saved}

    def forward(self, x: ArrayLike, training: bool = False) -> Array:
        """The result for a batch; the first batch builds the layers that are not built."""
        values: NDArray[Any] = np.asarray(x)
        for layer, seed in zip(self.layers, seeds(self._seed, len(self.layers))):
            if not layer.built:
                layer.build(values.shape[1:], float_dtype(values.dtype), seed)
            values = layer.forward(values, training)
        return values

    def backward(self, dy: ArrayLike) -> Array:
        """The gradient in the last batch, for the gradient dy in its result; fills the layers' gradients."""
        gradient = np.asarray(dy)
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)
        return gradient

    def train_on_batch(self, x: ArrayLike, y: ArrayLike) -> float:
        """One step of the optimizer; returns the loss before it."""
        loss, loss_grad = self._compiled_loss()
        prediction = self.forward(x, training=True)
        self.backward(loss_grad(y, prediction))
        for name, value in self._optimizer.step(self.parameters, self.gradients).items():
            index, _, key = name.partition(".")
            self.layers[int(index)].parameters[key] = value
        return loss(y, prediction)

    def fit(
        self,
        x: ArrayLike,
        y: ArrayLike,
        epochs: int = 1,
        batch_size: int = 32,
        validation_data: tuple[ArrayLike, ArrayLike] | None = None,
        callbacks: Sequence[Callback] = (),
        shuffle: bool = True,
    ) -> History:
        """Train for some epochs, each over all samples in an order of its own.

        The layers go on from the parameters they have; the order comes from the seed, so that two
        networks with the same seed and samples train alike.

        Args:
            x, y: samples and targets, equally many.
            epochs, batch_size: at least 1.
            validation_data: (x, y) on which each epoch is evaluated.
            callbacks: look on, and may end the training.
            shuffle: False keeps the order of the samples.

        Returns:
            {"loss": …} with one number an epoch, the mean over its batches while they train; with
            validation data also "val_loss" and "val_" of each metric.

        Raises:
            ValueError: if x and y do not fit, or a count is below 1.
            RuntimeError: if the network is not compiled.
        """
        require_at_least(1, epochs=epochs, batch_size=batch_size)
        x, y = np.asarray(x), np.asarray(y)
        require_samples(x=x, y=y)
        self.forward(x[:1])
        random, history = np.random.default_rng(self._seed), History()
        self.stop_training = False
        for callback in callbacks:
            callback.on_train_begin(self)
        for epoch in range(epochs):
            order = random.permutation(len(x)) if shuffle else np.arange(len(x))
            logs = {"loss": self._train_epoch(minibatches(x, y, batch_size, order), callbacks)}
            if validation_data is not None:
                measured = self.evaluate(*validation_data, batch_size=batch_size)
                logs |= {f"val_{name}": value for name, value in measured.items()}
            for name, value in logs.items():
                history.setdefault(name, []).append(value)
            for callback in callbacks:
                callback.on_epoch_end(self, epoch, dict(logs))
            if self.stop_training:
                break
        for callback in callbacks:
            callback.on_train_end(self)
        return history

    def predict(self, x: ArrayLike, batch_size: int = 256) -> Array:
        """The results for many samples, without training, a batch at a time."""
        require_at_least(1, batch_size=batch_size)
        x = np.asarray(x)
        require_samples(x=x)
        return np.concatenate([self.forward(x[i : i + batch_size]) for i in range(0, len(x), batch_size)])

    def evaluate(self, x: ArrayLike, y: ArrayLike, batch_size: int = 256) -> dict[str, float]:
        """The loss and the metrics of many samples, by name."""
        loss, _ = self._compiled_loss()
        prediction = self.predict(x, batch_size)
        return {"loss": loss(y, prediction)} | {each.__name__: float(each(y, prediction)) for each in self._metrics}

    def _train_epoch(self, batches: Sequence[tuple[Any, Any]], callbacks: Sequence[Callback]) -> float:
        """The mean loss over the samples of an epoch, each before the step that its batch makes."""
        total, seen = 0.0, 0
        for step, (x, y) in enumerate(batches, start=1):
            total += self.train_on_batch(x, y) * len(x)
            seen += len(x)
            for callback in callbacks:
                callback.on_batch_end(self, step, len(batches), total / seen)
        return total / seen

    def _compiled_loss(self) -> tuple[Metric, Callable[[Any, Any], Array]]:
        if self._loss is None:
            raise RuntimeError("the network needs a loss: call compile first. Received: a network without one")
        return self._loss
