"""Every backward pass of the layers against central differences of its forward pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pytest

from reference.numpy_stack import (
    activations,
    attention,
    batchnorm,
    convolution,
    convolution_transpose,
    dense,
    dropout,
    embedding,
    gru,
    layernorm,
    lstm,
    pooling,
    rnn,
)
from reference.numpy_stack.gradcheck import numerical_gradient

Array = np.ndarray[Any, Any]
TOLERANCE = 1e-6  # relative, in the norm of the whole array; a wrong factor or sign is off by 0.1 or more


class Pass(NamedTuple):
    """A forward pass, its backward pass with the upstream gradient first, and its arguments' shapes."""

    forward: Callable[..., Any]
    backward: Callable[..., Any]
    shapes: list[tuple[int, ...]]


def _convolution(image: tuple[int, int], kernel: tuple[int, int], *options: Any) -> Pass:
    return Pass(
        lambda x, k, b: convolution.conv2d(x, k, b, *options),
        lambda dy, x, k, b: convolution.conv2d_backward(dy, x, k, *options),
        [(2, *image, 2), (*kernel, 2, 3), (3,)],
    )


def _transposed(kernel: tuple[int, int], *options: Any) -> Pass:
    return Pass(
        lambda x, k, b: convolution_transpose.conv2d_transpose(x, k, b, *options),
        lambda dy, x, k, b: convolution_transpose.conv2d_transpose_backward(dy, x, k, *options),
        [(2, 2, 3, 2), (*kernel, 3, 2), (3,)],
    )


def _pooling(kind: str, *options: Any) -> Pass:
    forward, backward = getattr(pooling, kind), getattr(pooling, f"{kind}_backward")
    return Pass(lambda x: forward(x, *options), lambda dy, x: backward(dy, x, *options), [(2, 5, 6, 2)])


def _batchnorm(*shape: int) -> Pass:
    def forward(x: Array, gamma: Array, beta: Array) -> Array:
        return batchnorm.batchnorm_forward(x, gamma, beta, 0 * gamma, 0 * gamma + 1, eps=0.1)[0]

    def backward(dy: Array, x: Array, gamma: Array, beta: Array) -> Any:
        return batchnorm.batchnorm_backward(dy, x, gamma, eps=0.1)

    return Pass(forward, backward, [shape, shape[-1:], shape[-1:]])


def _attention(mask: Any) -> Pass:
    return Pass(
        lambda q, k, v: attention.attention(q, k, v, mask)[0],
        lambda dy, q, k, v: attention.attention_backward(dy, q, k, v, mask),
        [(2, 3, 5), (2, 4, 5), (2, 4, 2)],
    )


def _heads(n_heads: int, causal: bool) -> Pass:
    options: Any = {"n_heads": n_heads, "causal": causal}
    return Pass(
        partial(attention.multi_head_attention, **options),
        partial(attention.multi_head_attention_backward, **options),
        [(2, 3, 4), (4, 4), (4, 4), (4, 4), (4, 4)],
    )


def _sequences(module: Any, name: str, weights: Sequence[tuple[int, ...]], sequences: bool) -> Pass:
    forward, backward = getattr(module, f"{name}_forward"), getattr(module, f"{name}_backward")
    return Pass(lambda *arguments: forward(*arguments, sequences), backward, [(2, 3, 2), *weights])


U, IDS = np.random.default_rng(1).uniform(size=(4, 3)), np.array([[1, 4], [4, 0], [4, 1]])
MASK = np.array([[True, False, True, True], [False, True, False, False], [True, True, True, True]])
RNN = [(2, 3), (2, 3), (3, 3), (3,)]
LSTM, GRU = [(2, 12), (3, 12), (12,)], [(2, 9), (3, 9), (2, 9)]
PASSES = {
    "dense": Pass(dense.dense_forward, lambda dy, x, W, b: dense.dense_backward(dy, x, W), [(5, 3), (3, 4), (4,)]),
    "dense of a sequence": Pass(
        dense.dense_forward, lambda dy, x, W, b: dense.dense_backward(dy, x, W), [(2, 5, 3), (3, 4), (4,)]
    ),
    "relu": Pass(activations.relu, lambda dy, x: (dense.relu_backward(dy, x),), [(4, 3)]),
    "conv2d": _convolution((4, 5), (3, 2)),
    "conv2d, stride": _convolution((6, 5), (3, 2), 2),
    "conv2d, same": _convolution((5, 4), (3, 2), 1, "same"),
    "conv2d, same and stride": _convolution((5, 6), (2, 4), 2, "same"),
    "conv2d, dilation": _convolution((5, 6), (3, 2), 1, "valid", 2),
    "conv2d, all of them": _convolution((6, 5), (2, 3), 2, "same", 2),
    "conv2d_transpose": _transposed((3, 2)),
    "conv2d_transpose, stride": _transposed((3, 2), 2, "valid"),
    "conv2d_transpose, same": _transposed((3, 4), 2, "same"),
    "conv2d_transpose, gaps": _transposed((1, 2), 3, "same"),
    "max_pool": _pooling("max_pool", 2),
    "max_pool, overlapping": _pooling("max_pool", (3, 2), (2, 1)),
    "avg_pool": _pooling("avg_pool", (2, 3)),
    "avg_pool, overlapping": _pooling("avg_pool", 3, 1),
    "dropout": Pass(
        lambda x: dropout.dropout(x, 0.4, U), lambda dy, x: (dropout.dropout_backward(dy, 0.4, U),), [(4, 3)]
    ),
    "batchnorm": _batchnorm(6, 3),
    "batchnorm of images": _batchnorm(2, 3, 4, 2),
    "layernorm": Pass(
        lambda x, gamma, beta: layernorm.layernorm(x, gamma, beta, eps=0.1),
        lambda dy, x, gamma, beta: layernorm.layernorm_backward(dy, x, gamma, eps=0.1),
        [(2, 3, 4), (4,), (4,)],
    ),
    "embedding": Pass(
        lambda table: embedding.embedding_forward(IDS, table),
        lambda dy, table: (embedding.embedding_backward(dy, IDS, len(table)),),
        [(6, 2)],
    ),
    "rnn": Pass(rnn.rnn_forward, rnn.rnn_backward, [(2, 4, 2), *RNN]),
    "lstm": _sequences(lstm, "lstm", LSTM, False),
    "lstm, all states": _sequences(lstm, "lstm", LSTM, True),
    "lstm_cell": Pass(
        lambda *a: np.stack(lstm.lstm_cell(*a)),
        lambda dy, *a: lstm.lstm_cell_backward(*dy, *a),
        [(2, 2), (2, 3), (2, 3), *LSTM],
    ),
    "gru": _sequences(gru, "gru", GRU, False),
    "gru, all states": _sequences(gru, "gru", GRU, True),
    "gru_cell": Pass(gru.gru_cell, gru.gru_cell_backward, [(2, 2), (2, 3), *GRU]),
    "attention": _attention(None),
    "attention, masked": _attention(MASK),
    "multi_head_attention": _heads(2, False),
    "multi_head_attention, causal": _heads(4, True),
}


def _gradients(layer: Pass, dy: Array, arguments: list[Array]) -> list[Array]:
    result = layer.backward(dy, *arguments)
    if isinstance(result, dict):
        return list(result.values())
    return list(result) if isinstance(result, tuple) else [result]


def _case(name: str, rng: np.random.Generator) -> tuple[Pass, Array, list[Array]]:
    layer = PASSES[name]
    arguments = [rng.normal(size=shape) for shape in layer.shapes]
    return layer, rng.normal(size=np.shape(layer.forward(*arguments))), arguments


@pytest.mark.parametrize("name", PASSES)
def test_gradients(name: str, rng: np.random.Generator) -> None:
    """There is one gradient for each argument, in their order, and it is that of Σ dy ⊙ forward(…)."""
    layer, dy, arguments = _case(name, rng)
    gradients = _gradients(layer, dy, arguments)

    assert [gradient.shape for gradient in gradients] == layer.shapes
    for index, gradient in enumerate(gradients):

        def loss(value: Array, index: int = index) -> float:
            return float(np.sum(dy * layer.forward(*arguments[:index], value, *arguments[index + 1 :])))

        numerical = numerical_gradient(loss, arguments[index])
        assert np.linalg.norm(gradient - numerical) <= TOLERANCE * np.linalg.norm(numerical), index


@pytest.mark.parametrize("name", PASSES)
def test_arguments_are_left_alone(name: str, rng: np.random.Generator) -> None:
    """Read-only and non-contiguous arguments will do, and no result shares memory with them."""
    layer, dy, arguments = _case(name, rng)
    expected = [layer.forward(*arguments), *_gradients(layer, dy, arguments)]
    given = [np.repeat(value, 2, axis=-1)[..., ::2] for value in (dy, *arguments)]
    for value in given:
        value.flags.writeable = False
    results = [layer.forward(*given[1:]), *_gradients(layer, given[0], given[1:])]

    for result, right in zip(results, expected):
        np.testing.assert_allclose(result, right, 1e-12, 1e-12)
        assert not any(np.shares_memory(result, value) for value in given)
        assert result.flags.writeable


@pytest.mark.parametrize("name", PASSES)
@pytest.mark.parametrize(("given", "computed"), [("float16", "float16"), ("float32", "float32"), ("int64", "float64")])
def test_dtype(name: str, given: str, computed: str, rng: np.random.Generator) -> None:
    """Both passes keep a float dtype; integers compute in float64 (pooling's maximum keeps any dtype)."""
    layer, dy, arguments = _case(name, rng)
    arguments = [np.round(value).astype(given) for value in arguments]
    forward = layer.forward(*arguments).dtype
    gradients = _gradients(layer, np.round(dy).astype(given), arguments)

    assert forward == (given if name.startswith("max_pool") else computed)
    assert {gradient.dtype.name for gradient in gradients} == {computed}


@pytest.mark.parametrize(
    "name", [name for name in PASSES if not name.startswith(("batchnorm", "dropout", "embedding"))]
)
def test_an_empty_batch(name: str, rng: np.random.Generator) -> None:
    """No samples give no results, and gradients of 0 for the parameters."""
    layer = PASSES[name]
    batched = {"rnn": 2, "lstm_cell": 3, "gru_cell": 2, "attention": 3, "attention, masked": 3}.get(name, 1)
    arguments = [rng.normal(size=shape) for shape in layer.shapes]
    arguments[:batched] = [value[:0] for value in arguments[:batched]]
    result = layer.forward(*arguments)
    gradients = _gradients(layer, np.zeros_like(result), arguments)

    assert result.size == 0
    assert [gradient.shape for gradient in gradients] == [value.shape for value in arguments]
    assert not any(gradient.any() for gradient in gradients)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("name", [name for name in PASSES if not name.startswith(("conv", "embedding", "multi"))])
def test_large_arguments_do_not_overflow(name: str, dtype: str, rng: np.random.Generator) -> None:
    """Inputs of ±1000 give finite results and gradients, without a warning."""
    layer, dy, arguments = _case(name, rng)
    arguments = [(1000 * np.sign(value)).astype(dtype) for value in arguments]
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        results = [layer.forward(*arguments), *_gradients(layer, dy.astype(dtype), arguments)]

    assert all(np.isfinite(result).all() for result in results)
