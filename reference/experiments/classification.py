"""How the digit classifiers are trained and measured, alike for every network and in both libraries."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..numpy_stack.limits import require_at_least
from ..numpy_stack.metrics import accuracy
from ..numpy_stack.models import Callback, History, Sequential
from ..numpy_stack.schedules import cosine_decay
from ..numpy_stack.updates import Optimizer
from .digits_data import Images, Labels, moved_copies, split_digits


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a training is decided by, besides the network.

    Attributes:
        seed: decides the split, the first weights and the order of the samples.
        margin: pixels of 0 around each digit.
        epochs: passes over the training digits, each in five places; 1 or more.
        batch_size: samples in a step.
        lr: Adam's learning rate at the first step; it falls along half a cosine, to 0 after the last.

    Example:
        >>> Recipe(seed=3, epochs=2).lr
        0.01
    """

    seed: int = 0
    margin: int = 1
    epochs: int = 20
    batch_size: int = 128
    lr: float = 0.01


@dataclass(frozen=True, slots=True)
class Run:
    """A trained classifier, and how it does on the digits that it has not seen.

    Attributes:
        history: "loss", "val_loss" and "val_accuracy", a number for each epoch. The "val_" ones are
            of the test digits, by which nothing is chosen: not the epoch, nor anything else.
        accuracy: the share of test digits that are read right, after the last epoch.
        images: the test digits (360, height, width, 1).
        labels: what they are (360,).
        predictions: what the network takes them for (360,).
        model: the network, whose results are logits (n, 10): `Sequential`, or Keras's.

    Example:
        >>> Run({}, 0.5, np.zeros((2, 8, 8, 1)), np.array([0, 1]), np.array([0, 0]), model=None).accuracy
        0.5
    """

    history: History
    accuracy: float
    images: Images
    labels: Labels
    predictions: NDArray[np.integer[Any]]
    model: Any


class CosineDecay(Callback):
    """Lowers the learning rate of an optimizer after each batch: `cosine_decay`.

    Args:
        optimizer: the one of the network that is trained.
        decay_steps: number of steps until the rate is 0.

    Source: S3 5.2; Loshchilov & Hutter 2017; `keras.optimizers.schedules.CosineDecay`.

    Example:
        >>> optimizer = Optimizer("adam", lr=1.0)
        >>> CosineDecay(optimizer, decay_steps=2).on_batch_end(None, step=1, steps=2, loss=0.0)
        >>> round(optimizer.lr, 3)
        0.5
    """

    def __init__(self, optimizer: Optimizer, decay_steps: int) -> None:
        self.optimizer = optimizer
        self.lr0 = optimizer.lr
        self.decay_steps = decay_steps
        self._made = 0

    def on_batch_end(self, model: Sequential, step: int, steps: int, loss: float) -> None:
        self._made += 1
        self.optimizer.lr = cosine_decay(self._made, self.lr0, self.decay_steps)


def train_numpy(model: Sequential, recipe: Recipe) -> Run:
    """Train a network of `numpy_stack` on the digits, and measure it.

    Args:
        model: its results are logits (n, 10); not built yet.
        recipe: how.

    Returns:
        A `Run`, with the same model, trained.

    Raises:
        ValueError: if a number of the recipe is out of range.

    Source: S1 4, with the learning rate of S3 5.2 and the augmentation of S1 6.7.

    Example:
        >>> from ..numpy_stack.layers import Dense, Flatten
        >>> run = train_numpy(Sequential([Flatten(), Dense(10)]), Recipe(epochs=3))
        >>> run.accuracy > 0.8, sorted(run.history)
        (True, ['loss', 'val_accuracy', 'val_loss'])
    """
    x_train, x_test, y_train, y_test = split_digits(recipe.seed, recipe.margin)
    x_train, y_train = moved_copies(x_train, y_train)
    optimizer = Optimizer("adam", lr=recipe.lr)
    decay = CosineDecay(optimizer, _steps(recipe, len(x_train)))
    model.compile("sparse_cross_entropy", optimizer, recipe.seed, metrics=[accuracy])
    history = model.fit(x_train, y_train, recipe.epochs, recipe.batch_size, (x_test, y_test), [decay])
    return _measured(model, history, model.predict(x_test), x_test, y_test)


def train_keras(model: Any, recipe: Recipe) -> Run:
    """The same training through `keras.Model.fit`.

    The order of the samples comes from TensorFlow's random numbers, not NumPy's: the two trainings see
    the same digits in another order, and are compared by what they reach.

    Args:
        model: a Keras network whose results are logits (n, 10).
        recipe: how.

    Returns:
        A `Run`, with the same model, trained.

    Raises:
        ValueError: if a number of the recipe is out of range.

    Source: S1 4, with the learning rate of S3 5.2 and the augmentation of S1 6.7.

    Example:
        >>> import keras
        >>> network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10)])
        >>> train_keras(network, Recipe(epochs=3)).accuracy > 0.8
        True
    """
    import keras
    import tensorflow as tf

    x_train, x_test, y_train, y_test = split_digits(recipe.seed, recipe.margin)
    x_train, y_train = moved_copies(x_train, y_train)
    batches = tf.data.Dataset.from_tensor_slices((x_train, y_train))
    batches = batches.shuffle(len(x_train), seed=recipe.seed).batch(recipe.batch_size)
    rate = keras.optimizers.schedules.CosineDecay(recipe.lr, _steps(recipe, len(x_train)))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    # In so short a training XLA costs more than it saves.
    model.compile(keras.optimizers.Adam(rate), loss, metrics=["accuracy"], jit_compile=False)
    fitted = model.fit(batches, epochs=recipe.epochs, validation_data=(x_test, y_test), shuffle=False, verbose=0)
    history = {name: [float(value) for value in fitted.history[name]] for name in ("loss", "val_loss", "val_accuracy")}
    return _measured(model, history, model.predict(x_test, verbose=0), x_test, y_test)


def _steps(recipe: Recipe, samples: int) -> int:
    require_at_least(1, epochs=recipe.epochs, batch_size=recipe.batch_size)
    return recipe.epochs * math.ceil(samples / recipe.batch_size)


def _measured(model: Any, history: History, logits: NDArray[Any], images: Images, labels: Labels) -> Run:
    return Run(history, accuracy(labels, logits), images, labels, np.argmax(logits, axis=1), model)
