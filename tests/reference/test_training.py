"""Networks that train: like Keras step by step, to a promised accuracy, and the same way each time."""

from __future__ import annotations

import io
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import digits
from reference.numpy_stack.callbacks import EarlyStopping, ProgressBar
from reference.numpy_stack.layers import Activation, Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from reference.numpy_stack.metrics import accuracy
from reference.numpy_stack.models import Callback, Sequential
from reference.numpy_stack.updates import RULES, Optimizer

Array = np.ndarray[Any, Any]
# Keras rounds constants to float32, where 0.1 is another number; it adds Adam's eps to the uncorrected √v, so that
# the two rules are one only where eps is next to nothing.
KERAS_RULES: dict[str, tuple[str, dict[str, float], dict[str, float]]] = {  # Keras's name, our constants, Keras's
    "sgd": ("SGD", {"lr": 0.25}, {"learning_rate": 0.25}),
    "adam": (
        "Adam",
        {"lr": 2**-7, "beta1": 0.875, "beta2": 1 - 2**-10, "eps": 1e-30},
        {"learning_rate": 2**-7, "beta_1": 0.875, "beta_2": 1 - 2**-10, "epsilon": 1e-30},
    ),
}
STEPS = 100
BATCH = 16


def _dense_network() -> Sequential:
    """S1 4's network, for smaller images."""
    return Sequential([Flatten(), Dense(32), Activation("relu"), Dense(10)])


def _cnn() -> Sequential:
    """S3 4.1's network, at a quarter of its width, half in the dense layer."""
    return Sequential(
        [
            Conv2D(8, (3, 3)),
            Activation("relu"),
            MaxPooling2D(),
            Conv2D(16, (3, 3)),
            Activation("relu"),
            MaxPooling2D(),
            Flatten(),
            Dense(32),
            Activation("relu"),
            Dense(10),
        ]
    )


def _keras_dense_network(keras: Any, dtype: str) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [layers.Flatten(dtype=dtype), layers.Dense(32, activation="relu", dtype=dtype), layers.Dense(10, dtype=dtype)]
    )


def _keras_cnn(keras: Any, dtype: str) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [
            layers.Conv2D(8, (3, 3), activation="relu", dtype=dtype),
            layers.MaxPooling2D(dtype=dtype),
            layers.Conv2D(16, (3, 3), activation="relu", dtype=dtype),
            layers.MaxPooling2D(dtype=dtype),
            layers.Flatten(dtype=dtype),
            layers.Dense(32, activation="relu", dtype=dtype),
            layers.Dense(10, dtype=dtype),
        ]
    )


def _digits(margin: int = 0, dtype: str = "float64") -> tuple[Array, Array]:
    """Images (n, height, width, 1) in [0, 1], with a margin of zeros, and labels."""
    images, labels = digits.load_digits()
    padded = np.pad(images, [(0, 0), (margin, margin), (margin, margin)])
    return (padded[..., np.newaxis] / 16).astype(dtype), labels


def _keras_curve(
    tf: ModuleType, model: Any, optimizer: Any, weights: list[Array], batches: list[tuple[Array, Array]]
) -> list[float]:
    """Keras's losses before each step, from these weights on these batches."""
    import keras

    model.build((None, *batches[0][0].shape[1:]))
    model.set_weights(weights)

    @tf.function  # type: ignore[untyped-decorator,unused-ignore]
    def step(x: Any, y: Any) -> Any:
        with tf.GradientTape() as tape:
            losses = keras.ops.sparse_categorical_crossentropy(y, model(x, training=True), from_logits=True)
            loss = keras.ops.mean(losses)
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        return loss

    return [float(step(x, y)) for x, y in batches]


@pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-9), ("float32", 1e-4)])
@pytest.mark.parametrize("rule", KERAS_RULES)
@pytest.mark.parametrize(
    ("make", "make_keras", "margin"), [(_dense_network, _keras_dense_network, 0), (_cnn, _keras_cnn, 4)]
)
def test_keras_trains_alike(
    make: Callable[[], Sequential],
    make_keras: Callable[[Any, str], Any],
    margin: int,
    rule: str,
    dtype: str,
    tolerance: float,
    tf: ModuleType,
) -> None:
    """From the same weights and batches both stacks have the same loss at each of 100 steps."""
    import keras

    x, y = _digits(margin, dtype)
    batches = [(x[i : i + BATCH], y[i : i + BATCH]) for i in range(0, STEPS * BATCH, BATCH)]
    model = make()
    keras_rule, constants, keras_constants = KERAS_RULES[rule]
    model.compile("sparse_cross_entropy", Optimizer(rule, **constants), seed=3)
    model.forward(x[:1])
    keras_optimizer = getattr(keras.optimizers, keras_rule)(**keras_constants)
    theirs = _keras_curve(tf, make_keras(keras, dtype), keras_optimizer, list(model.parameters.values()), batches)
    ours = [model.train_on_batch(*batch) for batch in batches]

    assert len(ours) == STEPS
    assert np.mean(ours[-10:]) < 0.7 * np.mean(ours[:10])
    np.testing.assert_allclose(ours, theirs, tolerance)


@pytest.mark.parametrize("seed", range(3))
def test_the_dense_network_reads_digits(seed: int) -> None:
    """S1's network reads at least 96 % of the digits that it has not seen, whatever the split and the start."""
    x, y = _digits()
    order = np.random.default_rng(seed).permutation(len(x))
    test, train = order[:360], order[360:]
    model = Sequential([Flatten(), Dense(128), Activation("relu"), Dense(10)])
    model.compile("sparse_cross_entropy", Optimizer("adam"), seed=seed, metrics=[accuracy])
    history = model.fit(x[train], y[train], 30, 32, (x[test], y[test]))

    assert set(history) == {"loss", "val_loss", "val_accuracy"}
    assert model.evaluate(x[test], y[test])["accuracy"] >= 0.96
    assert history["val_accuracy"][-1] == accuracy(y[test], model.predict(x[test], batch_size=100))


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
