"""NumPy against Keras: both stacks give one value for every function, in both dtypes.

A new function of the stacks is a new line of `CASES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference import numpy_stack

Arguments = tuple[Any, ...]
TOLERANCE = {"float64": 1e-12, "float32": 2e-5}


def _normal(*shapes: tuple[int, ...]) -> Callable[[np.random.Generator], Arguments]:
    return lambda rng: tuple(rng.normal(size=shape) for shape in shapes)


def _adam(t: int, eps: float) -> Callable[[np.random.Generator], Arguments]:
    def arguments(rng: np.random.Generator) -> Arguments:
        theta, m, v, grad = rng.normal(size=(4, 5, 3))
        return theta, m, v**2, grad, t, 0.1, 0.8, 0.95, eps

    return arguments


def _conv(height: int, width: int, kernel: tuple[int, int], stride: int, padding: str) -> Any:
    def arguments(rng: np.random.Generator) -> Arguments:
        shapes = [(2, height, width, 3), (*kernel, 3, 4), (4,)]
        return (*(rng.normal(size=shape) for shape in shapes), stride, padding)

    return arguments


def _pool(*options: Any) -> Callable[[np.random.Generator], Arguments]:
    return lambda rng: (rng.normal(size=(2, 7, 8, 3)), *options)


def _cnn(rng: np.random.Generator) -> Arguments:
    shapes = [(3, 2, 2, 3), (3,), (2, 3, 3, 4), (4,), (4, 6), (6,), (6, 5), (5,)]
    weights = [rng.normal(size=shape) for shape in shapes]
    return rng.normal(size=(3, 8, 9, 2)), dict(zip(numpy_stack.cnn.PARAMETERS, weights))


def _probabilities(rng: np.random.Generator) -> Arguments:
    return rng.uniform(0.01, 0.99, size=(5, 1)), rng.uniform(0.01, 0.99, size=(3, 1))


MLP = _normal((5, 3), (5, 2), (3, 4), (4,), (4, 2), (2,))
LSTM = _normal((3, 2), (3, 5), (3, 5), (2, 20), (5, 20), (20,))
CASES: list[tuple[str, Callable[[np.random.Generator], Arguments]]] = [
    ("losses.mse", _normal((4, 3), (4, 3))),
    ("losses.mse", _normal((5,), (5,))),
    ("losses.mse_grad", _normal((2, 3, 4), (2, 3, 4))),
    *((f"activations.{name}", _normal((4, 3))) for name in ("sigmoid", "tanh", "relu")),
    *((f"activations.{name}", _normal((4, 3))) for name in ("softplus", "log_sigmoid", "softmax")),
    ("activations.softmax", lambda rng: (rng.normal(size=(2, 3, 4)), 1)),
    ("optimizers.gradient_step", lambda rng: (*rng.normal(size=(2, 4, 3)), 0.3)),
    ("optimizers.adam_step", _adam(1, 1e-2)),
    ("optimizers.adam_step", _adam(7, 0.5)),
    ("mlp.mlp_loss", MLP),
    ("mlp.mlp_backprop", MLP),
    ("convolution.conv2d", _conv(7, 6, (3, 2), 1, "valid")),
    ("convolution.conv2d", _conv(7, 6, (3, 2), 1, "same")),
    ("convolution.conv2d", _conv(8, 7, (2, 4), 2, "valid")),
    ("convolution.conv2d", _conv(8, 7, (2, 4), 2, "same")),
    ("convolution.conv2d", _conv(9, 8, (3, 3), 3, "same")),
    ("convolution.conv2d", _conv(5, 6, (1, 1), 2, "same")),
    ("convolution.conv2d", _conv(3, 4, (3, 4), 1, "valid")),
    ("convolution.conv2d", _conv(3, 2, (5, 4), 1, "same")),
    ("pooling.max_pool", _pool()),
    ("pooling.max_pool", _pool((2, 3))),
    ("pooling.max_pool", _pool(3, 1)),
    ("lstm.lstm_cell", LSTM),
    ("gan.discriminator_loss", _normal((5, 1), (3, 1))),
    ("gan.generator_loss", _normal((4,))),
    ("gan.minimax_value", _probabilities),
    ("linear.mse_gradient", _normal((3,), (5, 3), (5,))),
    ("linear.train", lambda rng: (*_normal((3,), (5, 3), (5,))(rng), 0.05, 4)),
    ("cnn.cnn_logits", _cnn),
    ("cnn.cnn_forward", _cnn),
]


def _call(stack: ModuleType, name: str, arguments: Arguments) -> Any:
    module, function = name.split(".")
    return getattr(import_module(f"{stack.__name__}.{module}"), function)(*arguments)


def _cast(value: Any, dtype: str) -> Any:
    """The arrays of `value` in another dtype; numbers, names and options as they are."""
    if isinstance(value, dict):
        return {key: _cast(part, dtype) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_cast(part, dtype) for part in value)
    return value.astype(dtype) if isinstance(value, np.ndarray) else value


def _parts(value: Any, name: str = "result") -> Iterator[tuple[str, Any]]:
    """Every number and array of a result with its name."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from _parts(value[key], key)
    elif isinstance(value, (tuple, list)):
        for index, part in enumerate(value):
            yield from _parts(part, f"{name}[{index}]")
    else:
        yield name, value


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("name", "arguments"), CASES, ids=lambda case: case if isinstance(case, str) else "")
def test_both_stacks_agree(
    name: str,
    arguments: Callable[[np.random.Generator], Arguments],
    dtype: str,
    rng: np.random.Generator,
    keras_stack: ModuleType,
) -> None:
    """A function gives the same names, shapes, dtype and values in NumPy as in Keras."""
    given = _cast(arguments(rng), dtype)
    ours = list(_parts(_call(numpy_stack, name, given)))
    theirs = list(_parts(_call(keras_stack, name, given)))

    assert [part for part, _ in ours] == [part for part, _ in theirs]
    for (part, our), (_, their) in zip(ours, theirs):
        assert np.shape(our) == np.shape(their), part
        if not isinstance(our, float):
            assert our.dtype == np.asarray(their).dtype == dtype, part
        np.testing.assert_allclose(our, np.asarray(their), TOLERANCE[dtype], TOLERANCE[dtype], err_msg=part)


def test_every_function_is_compared() -> None:
    """Every public function that both stacks have occurs in CASES."""
    compared = {name for name, _ in CASES}
    shared = import_module("reference.keras_stack").__all__
    functions = {
        f"{module}.{name}"
        for module in shared
        for name, value in vars(import_module(f"reference.numpy_stack.{module}")).items()
        if callable(value)
        and getattr(value, "__module__", "") == f"reference.numpy_stack.{module}"
        and not name.startswith("_")
    }

    assert {"cnn.in_order"} == functions - compared


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "softplus", "log_sigmoid", "softmax"])
def test_activations_agree_far_out(name: str, keras_stack: ModuleType) -> None:
    """Up to ±1000 the activations of both stacks agree to the last digits."""
    x = np.array([-1000.0, -750.0, -40.0, 0.0, 40.0, 750.0, 1000.0])
    theirs = np.asarray(getattr(keras_stack.activations, name)(x))

    np.testing.assert_allclose(getattr(numpy_stack.activations, name)(x), theirs, 1e-12, 1e-300)


def test_gan_losses_agree_far_out(keras_stack: ModuleType) -> None:
    """Logits of ±1000 give the losses that Keras gives."""
    real, fake = np.array([1000.0, -1000.0, 3.0]), np.array([-1000.0, 1000.0])

    for name, arguments in (("discriminator_loss", (real, fake)), ("generator_loss", (fake,))):
        ours = getattr(numpy_stack.gan, name)(*arguments)
        assert ours == pytest.approx(float(getattr(keras_stack.gan, name)(*arguments)), rel=1e-12)


def test_built_network_is_the_forward_pass(keras_stack: ModuleType, rng: np.random.Generator) -> None:
    """A built Keras model predicts what `cnn_forward` computes from its weights."""
    model = keras_stack.cnn.build_cnn((12, 11, 2), 5)
    x = rng.normal(size=(3, 12, 11, 2)).astype("float32")
    ours = numpy_stack.cnn.cnn_forward(x, model.get_weights())

    np.testing.assert_allclose(ours, np.asarray(model(x)), 1e-5, 1e-6)
    assert [layer.filters for layer in model.layers if hasattr(layer, "filters")] == [32, 64]


def test_adam_agrees_over_many_steps(keras_stack: ModuleType, rng: np.random.Generator) -> None:
    """Steps that are taken one after the other stay together, with the default constants too."""
    state: tuple[Any, Any, Any] = (rng.normal(size=4), np.zeros(4), np.zeros(4))
    keras_state = state
    for t in range(1, 6):
        grad = rng.normal(size=4)
        state = numpy_stack.optimizers.adam_step(*state, grad, t)
        keras_state = keras_stack.optimizers.adam_step(*keras_state, grad, t)

    for ours, theirs in zip(state, keras_state):
        np.testing.assert_allclose(ours, np.asarray(theirs), 1e-12)
