"""Training agrees: from the same weights and batches both stacks have the same loss at each of 100 steps."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import pytest

from reference.numpy_stack import digits, gan
from reference.numpy_stack.layers import LSTM, Activation, Conv2D, Dense, Flatten, MaxPooling2D
from reference.numpy_stack.models import Sequential
from reference.numpy_stack.updates import Optimizer

Array = np.ndarray[Any, Any]
Batches = list[tuple[Array, Array]]
# Keras rounds constants to float32, where 0.1 is another number; it adds Adam's eps to the uncorrected √v, so that
# the two rules are one only where eps is next to nothing.
KERAS_RULES: dict[str, tuple[str, dict[str, float], dict[str, float]]] = {  # Keras's name, our constants, Keras's
    "sgd": ("SGD", {}, {}),
    "adam": (
        "Adam",
        {"beta1": 0.875, "beta2": 1 - 2**-10, "eps": 1e-30},
        {"beta_1": 0.875, "beta_2": 1 - 2**-10, "epsilon": 1e-30},
    ),
}
ADAM_RATE = 2**-7
STEPS = 100
BATCH = 16
NOISE = 6
PRECISIONS = pytest.mark.parametrize(("dtype", "tolerance"), [("float64", 1e-9), ("float32", 1e-4)])


class Network(NamedTuple):
    """A network in both stacks, the batches that it learns from, and how fast it does so by SGD."""

    make: Callable[[], Sequential]
    make_keras: Callable[[Any, str], Any]
    batches: Callable[[str], Batches]
    sgd_rate: float


# --- the networks ---------------------------------------------------------------------------------


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


def _lstm_network() -> Sequential:
    """S3 4.2's network, at a quarter of its width, with one layer of the three."""
    return Sequential([LSTM(16), Dense(10)])


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


def _keras_lstm_network(keras: Any, dtype: str) -> Any:
    return keras.Sequential([keras.layers.LSTM(16, dtype=dtype), keras.layers.Dense(10, dtype=dtype)])


def _generator() -> Sequential:
    """Noise (n, 6) to images as rows of 64 pixels in (0, 1)."""
    return Sequential([Dense(16), Activation("relu"), Dense(64), Activation("sigmoid")])


def _discriminator() -> Sequential:
    """Rows of 64 pixels to logits (n, 1)."""
    return Sequential([Dense(16), Activation("tanh"), Dense(1)])


# --- the batches ----------------------------------------------------------------------------------


def _digits(margin: int, dtype: str) -> Batches:
    """100 batches of images (n, height, width, 1) in [0, 1], with a margin of zeros, and labels."""
    images, labels = digits.load_digits()
    padded = np.pad(images, [(0, 0), (margin, margin), (margin, margin)])
    x = (padded[..., np.newaxis] / 16).astype(dtype)
    return [(x[i : i + BATCH], labels[i : i + BATCH]) for i in range(0, STEPS * BATCH, BATCH)]


def _rows(dtype: str) -> Batches:
    """The same as sequences: the eight rows of a digit, from top to bottom."""
    return [(x[..., 0], y) for x, y in _digits(0, dtype)]


def _digits_and_noise(dtype: str) -> Batches:
    """100 batches of real images as rows of 64 pixels, and as much noise."""
    noise = np.random.default_rng(11).normal(size=(STEPS, BATCH, NOISE)).astype(dtype)
    return [(x.reshape(BATCH, 64), z) for (x, _), z in zip(_digits(0, dtype), noise)]


NETWORKS = {
    "dense": Network(_dense_network, _keras_dense_network, lambda dtype: _digits(0, dtype), 0.25),
    "cnn": Network(_cnn, _keras_cnn, lambda dtype: _digits(4, dtype), 0.25),
    "lstm": Network(_lstm_network, _keras_lstm_network, _rows, 0.5),
}


# --- one network ----------------------------------------------------------------------------------


def _rate(rule: str, sgd_rate: float) -> float:
    return sgd_rate if rule == "sgd" else ADAM_RATE


def _optimizer(rule: str, lr: float) -> Optimizer:
    return Optimizer(rule, lr, **KERAS_RULES[rule][1])


def _keras_optimizer(rule: str, lr: float) -> Any:
    import keras

    name, _, constants = KERAS_RULES[rule]
    return getattr(keras.optimizers, name)(lr, **constants)


def _keras_curve(tf: ModuleType, model: Any, optimizer: Any, weights: list[Array], batches: Batches) -> list[float]:
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


@PRECISIONS
@pytest.mark.parametrize("rule", KERAS_RULES)
@pytest.mark.parametrize("name", NETWORKS)
def test_keras_trains_alike(name: str, rule: str, dtype: str, tolerance: float, tf: ModuleType) -> None:
    """From the same weights and batches both stacks have the same loss at each of 100 steps."""
    import keras

    network = NETWORKS[name]
    lr = _rate(rule, network.sgd_rate)
    batches, model = network.batches(dtype), network.make()
    model.compile("sparse_cross_entropy", _optimizer(rule, lr), seed=3)
    model.forward(batches[0][0])
    weights = list(model.parameters.values())
    theirs = _keras_curve(tf, network.make_keras(keras, dtype), _keras_optimizer(rule, lr), weights, batches)
    ours = [model.train_on_batch(*batch) for batch in batches]

    assert len(ours) == STEPS
    assert np.mean(ours[-10:]) < 0.7 * np.mean(ours[:10])
    np.testing.assert_allclose(ours, theirs, tolerance)


# --- two networks against each other --------------------------------------------------------------


class Adversaries(NamedTuple):
    """A generator and a discriminator, each with the optimizer that updates it alone; ours or Keras's."""

    generator: Any
    discriminator: Any
    generator_optimizer: Any
    discriminator_optimizer: Any


def _updated(model: Sequential, optimizer: Optimizer, gradients: dict[str, Array]) -> None:
    """One step of one network, with gradients under the names of its parameters."""
    for name, value in optimizer.step(model.parameters, gradients).items():
        index, _, key = name.partition(".")
        model.layers[int(index)].parameters[key] = value


def _gan_losses(pair: Adversaries, real: Array, z: Array) -> tuple[float, float]:
    """The discriminator's loss before its step, then the generator's against the new discriminator, before its own."""
    critic, fake = pair.discriminator, pair.generator.forward(z)
    real_logits, fake_logits = critic.forward(real), critic.forward(fake)
    discriminator_loss = gan.discriminator_loss(real_logits, fake_logits)
    d_real, d_fake = gan.discriminator_loss_grad(real_logits, fake_logits)
    critic.backward(d_fake)  # the last forward pass was that of the generated samples
    of_fake = critic.gradients
    critic.forward(real)
    critic.backward(d_real)
    _updated(critic, pair.discriminator_optimizer, {name: g + of_fake[name] for name, g in critic.gradients.items()})

    fake_logits = critic.forward(fake)
    pair.generator.backward(critic.backward(gan.generator_loss_grad(fake_logits)))
    _updated(pair.generator, pair.generator_optimizer, pair.generator.gradients)
    return discriminator_loss, gan.generator_loss(fake_logits)


def _keras_adversaries(ours: Adversaries, rule: str, lr: float, dtype: str) -> Adversaries:
    """The same networks in Keras, with the same weights."""
    import keras

    layers = keras.layers
    generator = keras.Sequential(
        [layers.Dense(16, activation="relu", dtype=dtype), layers.Dense(64, activation="sigmoid", dtype=dtype)]
    )
    discriminator = keras.Sequential([layers.Dense(16, activation="tanh", dtype=dtype), layers.Dense(1, dtype=dtype)])
    for theirs, mine, inputs in ((generator, ours.generator, NOISE), (discriminator, ours.discriminator, 64)):
        theirs.build((None, inputs))
        theirs.set_weights(list(mine.parameters.values()))
    return Adversaries(generator, discriminator, _keras_optimizer(rule, lr), _keras_optimizer(rule, lr))


def _keras_gan_curves(
    tf: ModuleType, keras_stack: ModuleType, pair: Adversaries, batches: Batches
) -> list[list[float]]:
    """Both losses before each step, through Keras's layers and optimizers and the tape."""
    losses, generator, critic = keras_stack.gan, pair.generator, pair.discriminator
    of_critic, of_generator = critic.trainable_variables, generator.trainable_variables

    @tf.function  # type: ignore[untyped-decorator,unused-ignore]
    def step(real: Any, z: Any) -> Any:
        with tf.GradientTape() as tape:
            discriminator_loss = losses.discriminator_loss(critic(real), critic(generator(z)))
        pair.discriminator_optimizer.apply(tape.gradient(discriminator_loss, of_critic), of_critic)
        with tf.GradientTape() as tape:
            generator_loss = losses.generator_loss(critic(generator(z)))
        pair.generator_optimizer.apply(tape.gradient(generator_loss, of_generator), of_generator)
        return discriminator_loss, generator_loss

    return [[float(loss) for loss in step(real, z)] for real, z in batches]


@PRECISIONS
@pytest.mark.parametrize("rule", KERAS_RULES)
def test_a_gan_trains_alike(rule: str, dtype: str, tolerance: float, tf: ModuleType, keras_stack: ModuleType) -> None:
    """Generator and discriminator, updated in turn on the same noise and digits, have Keras's losses at each step."""
    batches, lr = _digits_and_noise(dtype), _rate(rule, 0.25)
    ours = Adversaries(_generator(), _discriminator(), _optimizer(rule, lr), _optimizer(rule, lr))
    ours.generator.compile("mse", ours.generator_optimizer, seed=3)  # for the seed; the losses are not `fit`'s
    ours.discriminator.compile("mse", ours.discriminator_optimizer, seed=4)
    ours.discriminator.forward(ours.generator.forward(batches[0][1]))
    theirs = _keras_gan_curves(tf, keras_stack, _keras_adversaries(ours, rule, lr, dtype), batches)
    curves = [_gan_losses(ours, *batch) for batch in batches]

    assert np.shape(curves) == (STEPS, 2)
    assert np.all(np.ptp(curves, axis=0) > 0.1)
    np.testing.assert_allclose(curves, theirs, tolerance)
