"""What the layers hold beyond their gradients: ties, identities between them, and what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from reference.numpy_stack import (
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
    parameters,
    pooling,
    rnn,
)
from reference.numpy_stack.windows import image_windows, scatter_windows


def _zeros(*shape: int) -> Any:
    return np.zeros(shape)


LSTM = (_zeros(2, 4), _zeros(1, 4), _zeros(4))
GRU = (_zeros(2, 3), _zeros(1, 3), _zeros(2, 3))
RNN = (_zeros(3, 1), _zeros(2, 1), _zeros(1, 1), _zeros(1))
HEADS = (_zeros(2, 3, 4), _zeros(4, 4), _zeros(4, 4), _zeros(4, 4), _zeros(4, 4))
FEATURES = (_zeros(3), _zeros(3), _zeros(3))
QKV = (_zeros(3, 3), _zeros(3, 3), _zeros(3, 3))
REFUSED: dict[str, Callable[[], Any]] = {
    "a bias of another width": lambda: dense.dense_forward(_zeros(5, 3), _zeros(3, 4), _zeros(3)),
    "a single sample": lambda: dense.dense_forward(_zeros(3), _zeros(3, 4), _zeros(4)),
    "dy of another batch": lambda: dense.dense_backward(_zeros(1, 4), _zeros(5, 3), _zeros(3, 4)),
    "dy of relu": lambda: dense.relu_backward(_zeros(3), _zeros(3, 1)),
    "dy of conv2d": lambda: convolution.conv2d_backward(_zeros(1, 3, 3, 1), _zeros(1, 3, 3, 2), _zeros(2, 2, 2, 1)),
    "channels of conv2d": lambda: convolution.conv2d_backward(
        _zeros(1, 2, 2, 1), _zeros(1, 3, 3, 3), _zeros(2, 2, 2, 1)
    ),
    "dilation": lambda: convolution.conv2d(_zeros(1, 4, 4, 1), _zeros(2, 2, 1, 1), _zeros(1), dilation=0),
    "a dilated kernel too large": lambda: convolution.conv2d(
        _zeros(1, 4, 4, 1), _zeros(3, 3, 1, 1), _zeros(1), dilation=2
    ),
    "stride and same": lambda: convolution.conv2d(_zeros(1, 4, 4, 1), _zeros(2, 2, 1, 1), _zeros(1), 0, "same"),
    "an image with channels": lambda: convolution.convolve2d(_zeros(3, 3, 1), _zeros(2, 2)),
    "an empty kernel": lambda: convolution.convolve2d(_zeros(3, 3), _zeros(0, 2)),
    "a size of 0": lambda: convolution.conv_output_size(0, 1),
    "a kernel too large": lambda: convolution.conv_output_size(4, 3, dilation=2),
    "a negative padding": lambda: convolution.conv_output_size(4, 3, padding=-1),
    "an unknown padding": lambda: convolution.conv_output_size(4, 3, padding="full"),
    "transposed kernel": lambda: convolution_transpose.conv2d_transpose(
        _zeros(1, 2, 2, 3), _zeros(2, 2, 3, 4), _zeros(4)
    ),
    "transposed padding": lambda: convolution_transpose.conv2d_transpose(
        _zeros(1, 2, 2, 3), _zeros(2, 2, 4, 3), _zeros(4), padding="full"
    ),
    "transposed stride": lambda: convolution_transpose.conv2d_transpose(
        _zeros(1, 2, 2, 3), _zeros(2, 2, 4, 3), _zeros(4), stride=0
    ),
    "transposed dy": lambda: convolution_transpose.conv2d_transpose_backward(
        _zeros(1, 2, 2, 4), _zeros(1, 2, 2, 3), _zeros(2, 2, 4, 3)
    ),
    "a window too large": lambda: pooling.avg_pool(_zeros(1, 2, 2, 1), 3),
    "a window of 0": lambda: pooling.max_pool(_zeros(1, 2, 2, 1), 0, 1),
    "dy of a pool": lambda: pooling.max_pool_backward(_zeros(1, 2, 2, 1), _zeros(1, 2, 2, 1)),
    "dy of a mean": lambda: pooling.avg_pool_backward(_zeros(1, 1, 1, 1), _zeros(1, 2, 2, 2)),
    "a rate of 1": lambda: dropout.dropout(_zeros(3), 1.0, _zeros(3)),
    "a negative rate": lambda: dropout.dropout_backward(_zeros(3), -0.1, _zeros(3)),
    "samples of another shape": lambda: dropout.dropout(_zeros(3, 2), 0.5, _zeros(2)),
    "gamma of batchnorm": lambda: batchnorm.batchnorm_backward(_zeros(5, 3), _zeros(5, 3), _zeros(5)),
    "statistics": lambda: batchnorm.batchnorm_forward(_zeros(5, 3), *FEATURES, _zeros(1)),
    "an empty batch": lambda: batchnorm.batchnorm_forward(_zeros(0, 3), *FEATURES, _zeros(3)),
    "gamma of layernorm": lambda: layernorm.layernorm(_zeros(5, 3), _zeros(5), _zeros(5)),
    "a vector": lambda: layernorm.layernorm(_zeros(3), _zeros(3), _zeros(3)),
    "an id too large": lambda: embedding.embedding_forward([3], _zeros(3, 2)),
    "a negative id": lambda: embedding.embedding_backward(_zeros(1, 2), [-1], 3),
    "an id with a fraction": lambda: embedding.embedding_forward([0.5], _zeros(3, 2)),
    "dy of embedding": lambda: embedding.embedding_backward(_zeros(3, 2), [0, 1], 3),
    "a state of rnn": lambda: rnn.rnn_step(_zeros(3, 2), _zeros(1, 1), *RNN[1:]),
    "a sequence at one step": lambda: rnn.rnn_step(_zeros(3, 5, 2), *RNN),
    "one step as a sequence": lambda: rnn.rnn_forward(_zeros(3, 2), *RNN),
    "dh of rnn": lambda: rnn.rnn_backward(_zeros(3, 1), _zeros(3, 5, 2), *RNN),
    "the output of rnn": lambda: rnn.rnn_output(_zeros(3, 1), _zeros(2, 2), _zeros(2)),
    "the bias of an LSTM": lambda: lstm.lstm_forward(_zeros(3, 5, 2), *LSTM[:2], _zeros(1)),
    "dh of an LSTM": lambda: lstm.lstm_backward(_zeros(3, 4, 1), _zeros(3, 5, 2), *LSTM),
    "dc of an LSTM": lambda: lstm.lstm_cell_backward(
        _zeros(3, 1), _zeros(1, 1), _zeros(3, 2), _zeros(3, 1), _zeros(3, 1), *LSTM
    ),
    "a GRU with one bias": lambda: gru.gru_forward(_zeros(3, 5, 2), *GRU[:2], _zeros(3)),
    "dh of a GRU": lambda: gru.gru_backward(_zeros(3, 4, 1), _zeros(3, 5, 2), *GRU),
    "the state of a GRU": lambda: gru.gru_cell(_zeros(3, 2), _zeros(1, 1), *GRU),
    "keys of another width": lambda: attention.attention(_zeros(3, 4), _zeros(5, 3), _zeros(5, 2)),
    "a mask of numbers": lambda: attention.attention(*QKV, np.ones((3, 3))),
    "a mask of another size": lambda: attention.attention(*QKV, np.ones((2, 3), bool)),
    "a mask larger than the scores": lambda: attention.attention(*QKV, np.ones((2, 3, 3), bool)),
    "a row without True": lambda: attention.attention(*QKV, np.eye(3, k=1, dtype=bool)),
    "dy of attention": lambda: attention.attention_backward(_zeros(1, 3), *QKV),
    "a negative length": lambda: attention.causal_mask(-1),
    "heads that do not divide": lambda: attention.multi_head_attention(*HEADS, n_heads=3),
    "no heads": lambda: attention.multi_head_attention(*HEADS, n_heads=0),
    "dy of heads": lambda: attention.multi_head_attention_backward(_zeros(1, 3, 4), *HEADS, n_heads=2),
    "an unknown layer": lambda: parameters.parameter_count((4,), [{"type": "softmax"}]),
    "conv2d on a vector": lambda: parameters.parameter_count(
        (4,), [{"type": "conv2d", "filters": 1, "kernel": (1, 1)}]
    ),
    "a pool too large": lambda: parameters.parameter_count((3, 3, 1), [{"type": "maxpool", "size": 4}]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_fit_is_refused(name: str) -> None:
    """Arguments that do not fit raise ValueError, and the message ends in what was received."""
    with pytest.raises(ValueError, match="Received: "):
        REFUSED[name]()


def test_the_first_maximum_gets_the_gradient(keras_stack: ModuleType) -> None:
    """Among equal maxima the first one of the window, row by row, gets it all, as in TensorFlow."""
    x = np.array([[[1, 2, 2, 0], [2, 2, 3, 3], [5, 5, 0, 0], [5, 5, 0, 0]]], dtype=float)[..., None]
    dy = np.arange(1.0, 5.0).reshape(1, 2, 2, 1)
    dx = pooling.max_pool_backward(dy, x)

    np.testing.assert_array_equal(dx[0, :, :, 0], [[0, 1, 0, 0], [0, 0, 2, 0], [3, 0, 4, 0], [0, 0, 0, 0]])
    np.testing.assert_array_equal(dx, np.asarray(keras_stack.pooling.max_pool_backward(dy, x)))


GEOMETRY = st.tuples(st.integers(1, 9), st.integers(1, 4), st.integers(1, 3), st.integers(1, 3))


@settings(max_examples=60, deadline=None)
@given(
    down=GEOMETRY, width=st.integers(1, 9), kernel_width=st.integers(1, 4), padding=st.sampled_from(["valid", "same"])
)
def test_conv_output_size_is_the_size(
    down: tuple[int, int, int, int], width: int, kernel_width: int, padding: str
) -> None:
    """What `conv_output_size` says along both axes is what `conv2d` returns."""
    height, kernel_height, stride, dilation = down
    sizes = []
    for size, kernel in ((height, kernel_height), (width, kernel_width)):
        assume(padding == "same" or (kernel - 1) * dilation < size)
        sizes.append(convolution.conv_output_size(size, kernel, stride, padding, dilation))
    x, kernels = np.ones((1, height, width, 1)), np.ones((kernel_height, kernel_width, 1, 1))
    y = convolution.conv2d(x, kernels, [0.0], stride, padding, dilation)

    assert y.shape == (1, *sizes, 1)


@settings(max_examples=40, deadline=None)
@given(
    size=st.tuples(st.integers(1, 6), st.integers(1, 6)),
    kernel=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    stride=st.integers(1, 3),
    padding=st.sampled_from(["valid", "same"]),
)
def test_transposed_convolution_is_the_transpose(
    size: tuple[int, int], kernel: tuple[int, int], stride: int, padding: str
) -> None:
    """⟨conv2d(x), y⟩ = ⟨x, conv2d_transpose(y)⟩ for every x and y, with one kernel and no bias."""
    rng = np.random.default_rng(3)
    y, weights = rng.normal(size=(2, *size, 3)), rng.normal(size=(*kernel, 2, 3))
    back = convolution_transpose.conv2d_transpose(y, weights, np.zeros(2), stride, padding)
    x = rng.normal(size=back.shape)
    forth = convolution.conv2d(x, weights, np.zeros(3), stride, padding)

    np.testing.assert_allclose(np.sum(forth * y), np.sum(x * back), 1e-10, 1e-10)


def test_scattering_is_the_transpose_of_looking(rng: np.random.Generator) -> None:
    """⟨image_windows(x), w⟩ = ⟨x, scatter_windows(w)⟩, with steps in both directions and dilation."""
    x = rng.normal(size=(2, 7, 9, 3))
    windows = image_windows(x, (2, 3), (2, 1), (3, 2))
    w = rng.normal(size=windows.shape)

    np.testing.assert_allclose(np.sum(windows * w), np.sum(x * scatter_windows(w, x.shape, (2, 1), (3, 2))))


def test_convolution_is_the_product_of_polynomials(rng: np.random.Generator) -> None:
    """One row convolves as `numpy.convolve`, and the arguments may change places."""
    a, b = rng.normal(size=(1, 5)), rng.normal(size=(1, 3))

    np.testing.assert_allclose(convolution.convolve2d(a, b)[0], np.convolve(a[0], b[0]))
    np.testing.assert_allclose(convolution.convolve2d(a.T @ b, b.T @ a), convolution.convolve2d(b.T @ a, a.T @ b))


def test_dropout_keeps_the_expectation() -> None:
    """Over all u the mean of the result is x; u equal to the rate is kept; rate 0 keeps everything."""
    u = (np.arange(1000) + 0.5) / 1000

    np.testing.assert_allclose(dropout.dropout(np.full(1000, 3.0), 0.25, u).mean(), 3.0)
    assert dropout.dropout([1.0], 0.5, [0.5]) == 2.0
    np.testing.assert_array_equal(dropout.dropout(u, 0.0, u), u)


def test_dropout_keeps_the_dtype_of_x() -> None:
    """float64 samples do not make the result of a float32 input float64."""
    x = np.ones(3, dtype=np.float32)

    assert dropout.dropout(x, np.float64(0.5), np.ones(3)).dtype == np.float32


def test_normalised_batches_and_samples(rng: np.random.Generator) -> None:
    """Results have mean 0 and variance 1, over the batch or over the features; a constant one gives beta."""
    x = rng.normal(5, 3, size=(50, 4))
    batch, _, _ = batchnorm.batchnorm_forward(x, np.ones(4), np.zeros(4), np.zeros(4), np.ones(4), eps=0.0)
    layer = layernorm.layernorm(x, np.ones(4), np.zeros(4), eps=0.0)
    for y, axis in ((batch, 0), (layer, 1)):
        np.testing.assert_allclose(y.mean(axis), 0, atol=1e-12)
        np.testing.assert_allclose(y.var(axis), 1)

    constant, _, _ = batchnorm.batchnorm_forward(np.full((3, 2), 7.0), [2.0, 2.0], [1.0, 4.0], [0, 0], [1, 1])
    np.testing.assert_array_equal(constant, [[1, 4]] * 3)
    np.testing.assert_array_equal(layernorm.layernorm(np.full((3, 2), 7.0), [2.0, 2.0], [1.0, 4.0]), [[1, 4]] * 3)


def test_batchnorm_in_use_reads_the_running_statistics() -> None:
    """Outside training even an empty batch has results, and the statistics come back as copies."""
    mean, var = np.array([1.0]), np.array([4.0])
    y, new_mean, new_var = batchnorm.batchnorm_forward([[5.0]], [3.0], [0.5], mean, var, eps=0.0, training=False)
    empty, _, _ = batchnorm.batchnorm_forward(np.ones((0, 1)), [3.0], [0.5], mean, var, training=False)
    new_mean += 1
    new_var += 1

    assert (y.item(), mean.item(), var.item()) == (6.5, 1.0, 4.0)
    assert empty.shape == (0, 1)


@pytest.mark.parametrize(("module", "name", "gates"), [(lstm, "lstm", 4), (gru, "gru", 3)])
def test_sequences_repeat_the_cell(module: Any, name: str, gates: int, rng: np.random.Generator) -> None:
    """The states of a sequence are the cell's, the last one is what comes back without the sequence."""
    x = rng.normal(size=(3, 5, 2))
    bias = (2, 4 * gates) if name == "gru" else (4 * gates,)
    weights = [rng.normal(size=shape) for shape in ((2, 4 * gates), (4, 4 * gates), bias)]
    states = getattr(module, f"{name}_forward")(x, *weights, True)
    carried = [np.zeros((3, 4))] * (2 if name == "lstm" else 1)
    for t in range(5):
        result = getattr(module, f"{name}_cell")(x[:, t], *carried, *weights)
        carried = list(result) if isinstance(result, tuple) else [result]
        np.testing.assert_allclose(states[:, t], carried[0], 1e-12, 1e-14)

    np.testing.assert_array_equal(getattr(module, f"{name}_forward")(x, *weights), states[:, -1])


def test_sequences_without_steps() -> None:
    """No step leaves the state as it was, and every gradient of the weights 0."""
    h0 = np.array([[0.5]])

    assert rnn.rnn_forward(_zeros(1, 0, 2), h0, _zeros(2, 1), _zeros(1, 1), _zeros(1)).shape == (1, 0, 1)
    assert lstm.lstm_forward(_zeros(1, 0, 2), *LSTM).tolist() == [[0.0]]
    assert gru.gru_forward(_zeros(1, 0, 2), *GRU, True).shape == (1, 0, 1)
    assert not lstm.lstm_backward([[1.0]], _zeros(1, 0, 2), *LSTM)["dkernel"].any()
    assert not gru.gru_backward([[1.0]], _zeros(1, 0, 2), *GRU)["dbias"].any()


def test_attention_sees_what_it_may(rng: np.random.Generator) -> None:
    """Weights are probabilities over the allowed keys, and a later position changes no earlier output."""
    q, k, v = rng.normal(size=(3, 2, 4, 4))
    _, weights = attention.attention(q, k, v, attention.causal_mask(4))
    np.testing.assert_allclose(weights.sum(-1), 1)
    assert not np.triu(weights, 1).any()

    x, (Wq, Wk, Wv, Wo) = rng.normal(size=(2, 4, 4)), rng.normal(size=(4, 4, 4))
    changed = np.where(np.arange(4)[:, None] == 3, x + 1, x)
    before, after = (attention.multi_head_attention(each, Wq, Wk, Wv, Wo, 2, True) for each in (x, changed))
    np.testing.assert_array_equal(before[:, :3], after[:, :3])
    assert np.abs(before[:, 3] - after[:, 3]).min() > 1e-6


def test_far_apart_scores_are_exact() -> None:
    """Scores of ±1000 and more give weights of 0 and 1, without overflow."""
    with np.errstate(over="raise", invalid="raise"):
        output, weights = attention.attention([[1e3]], [[1e3], [-1e3]], [[3.0], [5.0]])

    assert output.tolist() == [[3.0]]
    assert weights.tolist() == [[1.0, 0.0]]


def test_parameters_of_the_source() -> None:
    """S3 4.1's network for 28×28 images has the parameters that Keras's summary shows, and S3 4.2's too."""
    conv = [{"type": "conv2d", "filters": filters, "kernel": (3, 3)} for filters in (32, 64)]
    pool, flatten = {"type": "maxpool", "size": (2, 2)}, {"type": "flatten"}
    ends = [{"type": "dense", "units": units} for units in (64, 10)]

    assert parameters.parameter_count((28, 28, 1), [conv[0], pool, conv[1], pool, flatten, *ends]) == 121_930
    assert parameters.parameter_count((20, 8), [*3 * [{"type": "lstm", "units": 64}], ends[1]]) == 85_386
