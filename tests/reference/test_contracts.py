"""The conventions that every function of the NumPy stack keeps, and the arguments it refuses.

Losses, update rules, activations and layer classes have contracts of their own, over all that there are of a kind:
`test_losses`, `test_optimizers`, `test_activations` and `test_layer_classes`.
"""

from __future__ import annotations

import doctest
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pytest

import reference.numpy_stack
from reference.numpy_stack import cnn, convolution, gan, linear, lstm, mlp, pooling

MODULES = [name for _, name, _ in pkgutil.iter_modules(reference.numpy_stack.__path__)]
CNN_SHAPES = [(3, 3, 1, 2), (2,), (2, 2, 2, 3), (3,), (3, 5), (5,), (5, 4), (4,)]
ARRAY_RESULTS: dict[str, tuple[Callable[..., Any], list[tuple[int, ...]], tuple[Any, ...]]] = {
    "mlp_backprop": (lambda *a: mlp.mlp_backprop(*a)[1]["W1"], [(5, 3), (5, 2), (3, 4), (4,), (4, 2), (2,)], ()),
    "conv2d": (convolution.conv2d, [(2, 4, 5, 3), (2, 3, 3, 4), (4,)], (2, "same")),
    "lstm_cell": (lstm.lstm_cell, [(3, 2), (3, 1), (3, 1), (2, 4), (1, 4), (4,)], ()),
    "mse_gradient": (linear.mse_gradient, [(3,), (5, 3), (5,)], ()),
    "train": (linear.train, [(3,), (5, 3), (5,)], (np.float64(0.01), 2)),
    "train for no step": (linear.train, [(3,), (5, 3), (5,)], (0.01, 0)),
    "cnn_forward": (
        lambda x, *w: cnn.cnn_forward(x, w),
        [(2, 8, 8, 1), *CNN_SHAPES],
        (),
    ),
}


def _arguments(name: str, dtype: str) -> tuple[list[Any], tuple[Any, ...]]:
    _, shapes, options = ARRAY_RESULTS[name]
    rng = np.random.default_rng(7)
    return [rng.integers(1, 5, size=shape).astype(dtype) for shape in shapes], options


def _dtypes(result: Any) -> set[str]:
    return {str(part.dtype) for part in (result if isinstance(result, tuple) else (result,))}


@pytest.mark.parametrize("name", ARRAY_RESULTS)
@pytest.mark.parametrize(
    ("given", "computed"),
    [("float64", "float64"), ("float32", "float32"), ("int64", "float64"), ("uint8", "float64"), ("bool", "float64")],
)
def test_dtype(name: str, given: str, computed: str) -> None:
    """A float dtype is kept, whatever the dtype of the constants; integers compute in float64."""
    arrays, options = _arguments(name, given)

    assert {computed} == _dtypes(ARRAY_RESULTS[name][0](*arrays, *options))


@pytest.mark.parametrize("name", ARRAY_RESULTS)
def test_arguments_are_left_alone(name: str) -> None:
    """No argument is changed, and writing into a result changes none either."""
    arrays, options = _arguments(name, "float64")
    before = [array.copy() for array in arrays]
    result = ARRAY_RESULTS[name][0](*arrays, *options)
    for part in result if isinstance(result, tuple) else (result,):
        part[...] = -99.0

    for array, copy in zip(arrays, before):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("name", ARRAY_RESULTS)
def test_lists_and_strides(name: str) -> None:
    """Lists and arrays in any memory order give what contiguous arrays give."""
    arrays, options = _arguments(name, "float64")
    function = ARRAY_RESULTS[name][0]
    expected = function(*arrays, *options)

    for other in ([a.tolist() for a in arrays], [np.asfortranarray(a) for a in arrays]):
        for ours, theirs in zip(_tuple(function(*other, *options)), _tuple(expected)):
            np.testing.assert_allclose(ours, theirs, 1e-13)


def _tuple(result: Any) -> tuple[Any, ...]:
    return result if isinstance(result, tuple) else (result,)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_large_arguments_do_not_overflow(dtype: str) -> None:
    """Up to |x| = 1000 nothing overflows, is invalid or leaves the finite numbers."""
    x = np.array([[-1000.0, 0.0, 1000.0]], dtype=dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        results: list[Any] = [gan.discriminator_loss(x, -x), gan.generator_loss(x)]
        state = x[:, :1]
        results += lstm.lstm_cell(x, state, -state, np.ones((3, 4)), np.ones((1, 4)), np.ones(4))
        results += [mlp.mlp_backprop(x, x, x.T @ x, x[0], x.T @ x, x[0])[0]]

    assert all(np.isfinite(result).all() for result in results)


def test_gan_losses_are_exact_far_out() -> None:
    """A logit of 1000 on the wrong side costs 1000, on the right side nothing."""
    assert gan.discriminator_loss([-1000.0], [1000.0]) == 2000.0
    assert gan.discriminator_loss([1000.0], [-1000.0]) == 0.0
    assert gan.generator_loss([-1000.0]) == 1000.0


def test_minimax_value_of_certainty() -> None:
    """Certainty that is right has value 0, certainty that is wrong -inf, without a warning."""
    assert gan.minimax_value([1.0], [0.0]) == 0.0
    assert gan.minimax_value([0.0], [0.0]) == -np.inf
    assert gan.minimax_value([1.0], [1.0]) == -np.inf


@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32"])
def test_max_pool_keeps_the_dtype(dtype: str) -> None:
    """Pooling keeps any dtype, drops windows that do not fit, and holds for negative values."""
    x = (np.arange(30) - (20 if dtype != "uint8" else 0)).reshape(1, 5, 6, 1).astype(dtype)
    pooled = pooling.max_pool(x, (2, 4))

    assert pooled.dtype == dtype
    np.testing.assert_array_equal(pooled[0, :, :, 0], x[0, 1:4:2, 3:4, 0])


def _image(*shape: int) -> Any:
    return np.zeros(shape)


@pytest.mark.parametrize(
    "call",
    [
        lambda: linear.mse_gradient(np.zeros(3), np.zeros((5, 3)), np.zeros((5, 1))),
        lambda: convolution.conv2d(_image(1, 4, 4, 2), _image(3, 3, 3, 1), np.zeros(1)),
        lambda: convolution.conv2d(_image(1, 4, 4, 2), _image(3, 3, 2, 1), np.zeros(2)),
        lambda: convolution.conv2d(_image(1, 2, 4, 2), _image(3, 3, 2, 1), np.zeros(1)),
        lambda: convolution.conv2d(_image(1, 4, 4, 2), _image(3, 3, 2, 1), np.zeros(1), padding="full"),
        lambda: convolution.conv2d(_image(1, 4, 4, 2), _image(3, 3, 2, 1), np.zeros(1), stride=0),
        lambda: pooling.max_pool(_image(4, 4, 2)),
        lambda: lstm.lstm_cell(_image(3, 2), _image(3, 1), _image(1, 1), _image(2, 4), _image(1, 4), np.zeros(4)),
        lambda: cnn.cnn_logits(_image(1, 8, 8, 1), [np.zeros(1)]),
    ],
)
def test_what_does_not_fit_is_refused(call: Callable[[], Any]) -> None:
    """Arguments that do not fit raise ValueError instead of being broadcast."""
    with pytest.raises(ValueError):
        call()


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    """Every example of a docstring gives what it shows, and every public function has one."""
    module = import_module(f"reference.numpy_stack.{name}")
    public = [
        value
        for key, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and callable(value) and not key.startswith("_")
    ]
    result = doctest.testmod(module, globs={**vars(module), "np": np})

    assert result.failed == 0
    missing = [value.__name__ for value in public if ">>>" not in (value.__doc__ or "")]
    assert missing in ([], ["require_same_shape"])
