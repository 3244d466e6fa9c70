"""Networks that train: the loop, what looks on, and that a seed decides all of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack.callbacks import EarlyStopping, ProgressBar
from reference.numpy_stack.layers import Activation, Dense, Dropout
from reference.numpy_stack.models import Callback, Sequential
from reference.numpy_stack.updates import RULES, Optimizer

Array = np.ndarray[Any, Any]


# --- fit ------------------------------------------------------------------------------------------


def _small(seed: int = 0, **options: Any) -> tuple[Sequential, Array, Array]:
    """A network with dropout and the line that it may learn."""
    x = np.random.default_rng(5).normal(size=(24, 3))
    model = Sequential([Dense(8), Activation("tanh"), Dropout(0.2), Dense(1)])
    model.compile("mse", Optimizer("sgd", lr=0.05, **options), seed=seed)
    return model, x, x[:, :1] - 2 * x[:, 1:2]


def test_a_seed_decides_a_training() -> None:
    """The same seed gives the same history and parameters; another one does not."""
    histories, parameters = [], []
    for seed in (1, 1, 2):
        model, x, y = _small(seed)
        histories.append(model.fit(x, y, epochs=3, batch_size=5))
        parameters.append(model.parameters["0.kernel"])

    assert histories[0] == histories[1] != histories[2]
    assert np.array_equal(parameters[0], parameters[1])
    assert not np.array_equal(parameters[0], parameters[2])


def test_layers_start_differently() -> None:
    """Two layers of one shape do not get the same parameters."""
    model = Sequential([Dense(3), Dense(3)])
    model.forward(np.ones((1, 3)))

    assert not np.array_equal(model.parameters["0.kernel"], model.parameters["1.kernel"])


def test_fit_reads_its_arguments_only() -> None:
    """Samples may be read-only, and are what they were."""
    model, x, y = _small()
    before = x.copy()
    x.flags.writeable = y.flags.writeable = False
    model.fit(x, y, validation_data=(x, y))

    np.testing.assert_array_equal(x, before)


def test_the_loss_is_the_mean_over_samples() -> None:
    """An epoch's loss weighs each sample alike, the last batch being smaller; `shuffle` keeps their order."""
    model, x, y = _small()
    model.layers.pop(2)
    model.compile("mse", Optimizer("sgd", lr=0.0))
    history = model.fit(x, y, epochs=2, batch_size=7, shuffle=False)

    np.testing.assert_allclose(history["loss"], model.evaluate(x, y)["loss"], 1e-12)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_trains(rule: str) -> None:
    """Each update rule lowers the loss."""
    model, x, y = _small()
    model.compile("mse", Optimizer(rule, lr=0.01), seed=0)
    history = model.fit(x, y, epochs=30, batch_size=8)

    assert history["loss"][-1] < 0.8 * history["loss"][0]


def test_a_network_is_differentiable() -> None:
    """`backward` gives the gradient in the inputs: what adversarial examples need."""
    model, x, _ = _small()
    y = model.forward(x)
    dx = model.backward(np.ones_like(y))
    h = 1e-6
    moved = x.copy()
    moved[0, 0] += h

    assert dx[0, 0] == pytest.approx((model.forward(moved).sum() - y.sum()) / h, rel=1e-4)
    assert model.gradients.keys() == model.parameters.keys()


# --- callbacks ------------------------------------------------------------------------------------


class _Scripted(Callback):
    """Replaces each epoch's validation loss, and marks the parameters with the epoch's number."""

    def __init__(self, losses: list[float]) -> None:
        self.losses = losses
        self.stopping = EarlyStopping(patience=2)

    def on_train_begin(self, model: Sequential) -> None:
        self.stopping.on_train_begin(model)

    def on_epoch_end(self, model: Sequential, epoch: int, logs: dict[str, float]) -> None:
        model.layers[0].parameters["bias"] = np.full(8, float(epoch))
        self.stopping.on_epoch_end(model, epoch, {"val_loss": self.losses[epoch]})

    def on_train_end(self, model: Sequential) -> None:
        self.stopping.on_train_end(model)


@pytest.mark.parametrize(
    ("losses", "epochs", "best", "stopped"),
    [
        ([1.0, 0.5, 0.6, 0.7, 0.1], 4, 1, 3),
        ([1.0, 0.5, 0.6], 3, 1, None),
        ([3.0, 2.0, 1.0], 3, 2, None),
        ([1.0, 2.0, 3.0], 3, 0, 2),
        ([float("nan")] * 3, 2, 0, 1),
    ],
)
def test_early_stopping(losses: list[float], epochs: int, best: int, stopped: int | None) -> None:
    """Training ends after `patience` epochs without improvement, with the parameters of the best one."""
    model, x, y = _small()
    script = _Scripted(losses)
    history = model.fit(x, y, epochs=len(losses), callbacks=[script])

    assert len(history["loss"]) == epochs
    assert (script.stopping.best_epoch, script.stopping.stopped_epoch) == (best, stopped)
    np.testing.assert_array_equal(model.parameters["0.bias"], best)


def test_early_stopping_watches_what_there_is() -> None:
    """A history without the number is a ValueError that names those it has."""
    model, x, y = _small()
    with pytest.raises(ValueError, match=r"one of loss. Received: monitor='val_loss'"):
        model.fit(x, y, callbacks=[EarlyStopping(patience=1)])


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_progress_bar_is_for_terminals() -> None:
    """A terminal sees one line an epoch; a file sees nothing."""
    terminal, file = _Terminal(), io.StringIO()
    model, x, y = _small()
    model.fit(x, y, 2, 8, callbacks=[ProgressBar(terminal, width=3), ProgressBar(file)])
    lines = terminal.getvalue().split("\n")

    assert file.getvalue() == ""
    assert len(lines) == 3
    assert "\repoch 1 [#..] loss " in lines[0]
    assert lines[1].split("\r")[-1].startswith("epoch 2 [###] loss ")


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call",
    [
        lambda model: Sequential([]),
        lambda model: model.compile("cooking", Optimizer("sgd")),
        lambda model: Optimizer("cooking"),
        lambda model: model.fit(np.ones((3, 3)), np.ones((2, 1))),
        lambda model: model.fit(np.ones((0, 3)), np.ones((0, 1))),
        lambda model: model.fit(np.ones((3, 3)), np.ones((3, 1)), epochs=0),
        lambda model: model.fit(np.ones((3, 3)), np.ones((3, 1)), batch_size=0),
        lambda model: model.predict(np.ones((0, 3))),
        lambda model: model.fit(np.ones((3, 3)), np.ones((3, 2))),
        lambda model: EarlyStopping(patience=0),
        lambda model: EarlyStopping(patience=1, min_delta=-1.0),
        lambda model: ProgressBar(width=0),
    ],
)
def test_what_does_not_fit_is_refused(call: Callable[[Sequential], Any]) -> None:
    """Arguments that do not fit are ValueErrors that say what was received."""
    model, _, _ = _small()
    with pytest.raises(ValueError, match="Received"):
        call(model)


def test_training_needs_a_loss() -> None:
    """A network that was not compiled says so."""
    with pytest.raises(RuntimeError, match="compile"):
        Sequential([Dense(1)]).fit(np.ones((2, 1)), np.ones((2, 1)))
