"""One contract for all layers: shapes, dtypes, gradients, no mutation, and the Keras layer of the same weights."""

from __future__ import annotations

import copy
import doctest
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import layers
from reference.numpy_stack.gradcheck import numerical_gradient
from reference.numpy_stack.layers import Layer

Array = np.ndarray[Any, Any]
FILES = [name for _, name, _ in pkgutil.iter_modules(layers.__path__)]


@dataclass(frozen=True)
class Case:
    """A layer, the shape of one batch, and what Keras calls the layer (None: it draws numbers of its own)."""

    make: Callable[[], Layer]
    shape: tuple[int, ...]
    result: tuple[int, ...]
    keras: Callable[[Any, dict[str, Any]], Any] | None = None
    ids: int = 0
    trains: tuple[bool, ...] = (True,)


def _by_name(name: str, *arguments: Any, **options: Any) -> Callable[[Any, dict[str, Any]], Any]:
    return lambda keras, dtype: getattr(keras.layers, name)(*arguments, **options, **dtype)


def _leaky_relu(x: Any) -> Any:
    """`keras.layers.LeakyReLU` rounds its slope to float32; this keeps it whole."""
    from reference.keras_stack.activations import leaky_relu

    return leaky_relu(x)


CASES = {
    "Dense": Case(lambda: layers.Dense(4), (3, 2), (3, 4), _by_name("Dense", 4)),
    "Dense on sequences": Case(lambda: layers.Dense(4), (3, 5, 2), (3, 5, 4), _by_name("Dense", 4)),
    **{
        f"Activation {name}": Case(
            lambda name=name: layers.Activation(name),  # type: ignore[misc]
            (3, 4),
            (3, 4),
            _by_name("Activation", name),
        )
        for name in ("sigmoid", "tanh", "relu")
    },
    "Activation leaky_relu": Case(
        lambda: layers.Activation("leaky_relu"), (3, 4), (3, 4), _by_name("Activation", _leaky_relu)
    ),
    "Conv2D": Case(lambda: layers.Conv2D(3, (2, 3)), (2, 4, 5, 2), (2, 3, 3, 3), _by_name("Conv2D", 3, (2, 3))),
    "Conv2D same, strided": Case(
        lambda: layers.Conv2D(3, (3, 3), stride=2, padding="same"),
        (2, 4, 5, 2),
        (2, 2, 3, 3),
        _by_name("Conv2D", 3, (3, 3), strides=2, padding="same"),
    ),
    "Conv2D dilated": Case(
        lambda: layers.Conv2D(2, (2, 2), dilation=2),
        (1, 4, 4, 2),
        (1, 2, 2, 2),
        _by_name("Conv2D", 2, (2, 2), dilation_rate=2),
    ),
    "Conv2DTranspose": Case(
        lambda: layers.Conv2DTranspose(3, (3, 3), stride=2, padding="same"),
        (2, 2, 3, 2),
        (2, 4, 6, 3),
        _by_name("Conv2DTranspose", 3, (3, 3), strides=2, padding="same"),
    ),
    "MaxPooling2D": Case(layers.MaxPooling2D, (2, 4, 5, 2), (2, 2, 2, 2), _by_name("MaxPooling2D")),
    "AveragePooling2D": Case(
        lambda: layers.AveragePooling2D((2, 3), 1),
        (2, 4, 5, 2),
        (2, 3, 3, 2),
        _by_name("AveragePooling2D", (2, 3), strides=1),
    ),
    "Flatten": Case(layers.Flatten, (2, 3, 4, 2), (2, 24), _by_name("Flatten")),
    "Dropout": Case(lambda: layers.Dropout(0.4), (5, 4), (5, 4), trains=(True, False)),
    "BatchNormalization": Case(
        lambda: layers.BatchNormalization(momentum=0.8),
        (4, 3, 2),
        (4, 3, 2),
        _by_name("BatchNormalization", momentum=0.8),
        trains=(True, False),
    ),
    "LayerNormalization": Case(
        layers.LayerNormalization, (3, 2, 4), (3, 2, 4), _by_name("LayerNormalization", epsilon=1e-3)
    ),
    "Embedding": Case(lambda: layers.Embedding(7, 3), (2, 4), (2, 4, 3), _by_name("Embedding", 7, 3), ids=7),
    **{
        f"{name}{' sequences' if every else ''}": Case(
            lambda name=name, every=every: getattr(layers, name)(3, return_sequences=every),  # type: ignore[misc]
            (2, 4, 2),
            (2, 4, 3) if every else (2, 3),
            _by_name(name, 3, return_sequences=every),
        )
        for name in ("SimpleRNN", "LSTM", "GRU")
        for every in (False, True)
    },
    "MultiHeadAttention": Case(lambda: layers.MultiHeadAttention(2), (2, 3, 8), (2, 3, 8)),
    "MultiHeadAttention causal": Case(lambda: layers.MultiHeadAttention(2, causal=True), (2, 3, 8), (2, 3, 8)),
}
PAIRED = {name: case for name, case in CASES.items() if case.keras is not None}
every_layer = pytest.mark.parametrize("case", CASES.values(), ids=CASES)
every_way = pytest.mark.parametrize(
    ("case", "training"),
    [(case, training) for case in CASES.values() for training in case.trains],
    ids=[f"{name}{'' if training else ' in use'}" for name, case in CASES.items() for training in case.trains],
)


def _inputs(case: Case, rng: np.random.Generator, dtype: str = "float64") -> Array:
    return rng.integers(case.ids, size=case.shape) if case.ids else rng.normal(size=case.shape).astype(dtype)


def _built(case: Case, rng: np.random.Generator, dtype: str = "float64") -> Layer:
    """The layer with parameters of which none is 0 or 1, as a bias is at first."""
    layer = case.make()
    layer.build(case.shape[1:], dtype)
    layer.parameters = {name: rng.normal(size=p.shape).astype(dtype) for name, p in layer.parameters.items()}
    layer.statistics = {name: rng.uniform(0.5, 2, p.shape).astype(dtype) for name, p in layer.statistics.items()}
    return layer


@every_layer
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_shapes_and_dtypes(case: Case, dtype: str, rng: np.random.Generator) -> None:
    """Results, gradients and parameters have the shape that is promised and the dtype of the layer."""
    layer, x = _built(case, rng, dtype), _inputs(case, rng, dtype)
    y = layer.forward(x, training=True)
    dx = layer.backward(np.ones_like(y))

    assert y.shape == case.result
    assert dx.shape == x.shape
    assert {name: p.shape for name, p in layer.parameters.items()} == {n: g.shape for n, g in layer.gradients.items()}
    assert {np.dtype(dtype)} == {a.dtype for a in (y, dx, *layer.gradients.values(), *layer.statistics.values())}


@every_way
def test_gradients(case: Case, training: bool, rng: np.random.Generator) -> None:
    """The gradients of every parameter and of the inputs are those of central differences."""
    layer, x = _built(case, rng), _inputs(case, rng)
    dy = rng.normal(size=case.result)

    def loss(inputs: Array, **changed: Array) -> float:
        other = copy.deepcopy(layer)
        other.parameters |= changed
        return float(np.sum(dy * other.forward(inputs, training)))

    walked = copy.deepcopy(layer)
    walked.forward(x, training)
    dx = walked.backward(dy)

    if not case.ids:
        np.testing.assert_allclose(dx, numerical_gradient(loss, x), 1e-6, 1e-8)
    for name, value in layer.parameters.items():
        expected = numerical_gradient(lambda p, name=name: loss(x, **{name: p}), value)  # type: ignore[misc]
        np.testing.assert_allclose(walked.gradients[name], expected, 1e-6, 1e-8, err_msg=name)


@every_way
def test_nothing_is_changed(case: Case, training: bool, rng: np.random.Generator) -> None:
    """Inputs, gradients and parameters are only read, and no result shares memory with them."""
    layer, x = _built(case, rng), _inputs(case, rng)
    dy = rng.normal(size=case.result)
    given = [x, dy, *layer.parameters.values(), *layer.statistics.values()]
    before = [array.copy() for array in given]
    for array in given:
        array.flags.writeable = False
    y = layer.forward(x, training)
    results = [y, layer.backward(dy), *layer.gradients.values()]

    assert all(np.array_equal(array, saved) for array, saved in zip(given, before))
    assert not any(np.shares_memory(result, array) for result in results for array in given)


@every_way
def test_backward_can_be_repeated(case: Case, training: bool, rng: np.random.Generator) -> None:
    """A second backward pass after the same forward pass gives the same gradients; they do not add up."""
    layer, dy = _built(case, rng), rng.normal(size=case.result)
    layer.forward(_inputs(case, rng), training)
    first, first_gradients = layer.backward(dy), layer.gradients
    second = layer.backward(dy)

    np.testing.assert_array_equal(first, second)
    for name, gradient in layer.gradients.items():
        np.testing.assert_array_equal(gradient, first_gradients[name])


@every_layer
def test_a_seed_decides_everything(case: Case, rng: np.random.Generator) -> None:
    """The same seed gives the same parameters and results, and the first batch builds the layer with seed 0."""
    x = _inputs(case, rng)
    one, other = case.make(), case.make()
    other.build(case.shape[1:], seed=0)

    np.testing.assert_array_equal(one.forward(x, training=True), other.forward(x, training=True))
    for name, parameter in one.parameters.items():
        np.testing.assert_array_equal(parameter, other.parameters[name])
    other.build(case.shape[1:], seed=1)
    drawn = {"kernel", "recurrent_kernel", "table", "Wq", "Wk", "Wv", "Wo"} & one.parameters.keys()
    assert not any(np.array_equal(one.parameters[name], other.parameters[name]) for name in drawn)


@every_layer
def test_gradients_that_do_not_fit_are_refused(case: Case, rng: np.random.Generator) -> None:
    """A gradient of another shape is a ValueError, a backward pass before any forward pass a RuntimeError."""
    layer = _built(case, rng)
    with pytest.raises(RuntimeError, match="Received"):
        layer.backward(np.ones(case.result))
    layer.forward(_inputs(case, rng), training=True)
    with pytest.raises(ValueError, match="Received"):
        layer.backward(np.ones((*case.result, 2)))


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("case", PAIRED.values(), ids=PAIRED)
def test_keras_agrees(case: Case, dtype: str, rng: np.random.Generator, tf: ModuleType) -> None:
    """The Keras layer with the same weights gives the same result, gradients and statistics."""
    import keras

    assert case.keras is not None
    layer, x = _built(case, rng, dtype), _inputs(case, rng, dtype)
    dy = rng.normal(size=case.result).astype(dtype)
    theirs = case.keras(keras, {"dtype": dtype})
    theirs.build(x.shape)
    theirs.set_weights([*layer.parameters.values(), *layer.statistics.values()])
    options = {"training": True} if layer.statistics else {}
    with tf.GradientTape() as tape:
        inputs = tf.convert_to_tensor(x)
        tape.watch(inputs)
        y = theirs(inputs, **options)
        loss = tf.reduce_sum(dy * y)
    sources = [variable.value for variable in theirs.trainable_variables]
    *gradients, dx = tape.gradient(loss, [*sources, inputs])
    our_y, our_dx = layer.forward(x, training=True), layer.backward(dy)
    statistics = [variable.value for variable in theirs.non_trainable_variables if variable.dtype == dtype]

    _assert_close([our_y, *layer.statistics.values()], [y, *statistics], dtype)
    _assert_close(list(layer.gradients.values()), [tf.convert_to_tensor(g) for g in gradients], dtype)
    if not case.ids:
        _assert_close([our_dx], [dx], dtype)


def _assert_close(ours: list[Array], theirs: list[Any], dtype: str) -> None:
    tolerance = {"float64": 1e-11, "float32": 5e-5}[dtype]
    for our, their in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(our, np.asarray(their), tolerance, tolerance)


@pytest.mark.parametrize("causal", [False, True])
def test_keras_attention_agrees(causal: bool, rng: np.random.Generator, tf: ModuleType) -> None:
    """`keras.layers.MultiHeadAttention` with one input for all three gives the same result and gradients."""
    import keras

    layer, x = layers.MultiHeadAttention(2, causal), rng.normal(size=(2, 3, 8))
    ours = layer.forward(x)
    dx = layer.backward(np.cos(ours))
    theirs = keras.layers.MultiHeadAttention(2, 4, use_bias=False, dtype="float64")
    theirs.build(x.shape, x.shape)
    *split, last = layer.parameters.values()
    theirs.set_weights([*(W.reshape(8, 2, 4) for W in split), last.reshape(2, 4, 8)])
    with tf.GradientTape() as tape:
        inputs = tf.convert_to_tensor(x)
        tape.watch(inputs)
        loss = tf.reduce_sum(np.cos(ours) * theirs(inputs, inputs, use_causal_mask=causal))
    *gradients, their_dx = tape.gradient(loss, [*(v.value for v in theirs.trainable_variables), inputs])

    _assert_close([dx], [their_dx], "float64")
    _assert_close([g.ravel() for g in layer.gradients.values()], [tf.reshape(g, [-1]) for g in gradients], "float64")


def test_dropout_draws_anew() -> None:
    """Two passes in training drop different values; outside training nothing is dropped."""
    layer, x = layers.Dropout(0.5), np.ones((8, 8))

    assert not np.array_equal(layer.forward(x, training=True), layer.forward(x, training=True))
    np.testing.assert_array_equal(layer.forward(x), x)


def test_the_cell_remembers_at_first() -> None:
    """The forget gate's bias of a new LSTM is 1, all others are 0."""
    layer = layers.LSTM(2)
    layer.build((3, 4))

    np.testing.assert_array_equal(layer.parameters["bias"], [0, 0, 1, 1, 0, 0, 0, 0])


@pytest.mark.parametrize(
    "call",
    [
        lambda: layers.Dense(0),
        lambda: layers.Dense(2).forward(np.ones(3)),
        lambda: layers.Dense(2).build(()),
        lambda: layers.Activation("swish"),
        lambda: layers.Conv2D(2, (3, 3), stride=0),
        lambda: layers.Conv2D(2, (3, 3)).forward(np.ones((4, 4, 1))),
        lambda: layers.Conv2D(2, (3, 3), padding="full").forward(np.ones((1, 4, 4, 1))),
        lambda: layers.Conv2DTranspose(0, (3, 3)),
        lambda: layers.Dropout(1.0),
        lambda: layers.BatchNormalization(eps=0.0),
        lambda: layers.LayerNormalization(eps=-1.0),
        lambda: layers.Embedding(3, 2).forward([[3]]),
        lambda: layers.Embedding(3, 2).forward([[0.5]]),
        lambda: layers.LSTM(-3),
        lambda: layers.GRU(3).forward(np.ones((2, 3))),
        lambda: layers.MultiHeadAttention(3).forward(np.ones((1, 2, 4))),
    ],
)
def test_what_does_not_fit_is_refused(call: Callable[[], Any]) -> None:
    """Arguments and inputs that do not fit are ValueErrors that say what was received."""
    with pytest.raises(ValueError, match="Received"):
        call()


def test_a_layer_shows_its_arguments() -> None:
    """Constructor arguments are attributes, and the layer's text."""
    assert repr(layers.Dense(3)) == "Dense(kernel_initializer=glorot_uniform, units=3)"
    assert repr(layers.Flatten()) == "Flatten()"


@pytest.mark.parametrize("name", FILES)
def test_examples(name: str) -> None:
    """Every example of a layer gives what it shows; every public class has one, and the package names it."""
    module = import_module(f"reference.numpy_stack.layers.{name}")
    public = [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]
    public = [value for value in public if callable(value) and not value.__name__.startswith("_")]

    assert doctest.testmod(module, globs={**vars(module), "np": np}).failed == 0
    assert all(">>>" in (value.__doc__ or "") for value in public)
    assert all(hasattr(layers, value.__name__) for value in public if isinstance(value, type))


def test_every_layer_is_tried() -> None:
    """Each kind of layer occurs in CASES."""
    kinds = {value for value in vars(layers).values() if isinstance(value, type)} - {Layer}

    assert {type(case.make()) for case in CASES.values()} == kinds
