"""Cases of the layers: forward and backward passes on shapes whose sizes all differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .drawing import Arguments, Case, Draw, normal

DENSE: list[Case] = [
    ("dense.dense_forward", normal((5, 3), (3, 4), (4,))),
    ("dense.dense_forward", normal((2, 5, 3), (3, 4), (4,))),
    ("dense.dense_backward", normal((5, 4), (5, 3), (3, 4))),
    ("dense.dense_backward", normal((2, 5, 4), (2, 5, 3), (3, 4))),
    ("dense.dense_backward", normal((1, 4), (1, 3), (3, 4))),
    ("dense.relu_backward", normal((4, 3), (4, 3))),
]

GEOMETRIES = [  # image, kernel, stride, padding, dilation, size of the result
    ((7, 6), (3, 2), 1, "valid", 1, (5, 5)),
    ((8, 7), (2, 4), 2, "valid", 1, (4, 2)),
    ((8, 7), (2, 4), 2, "same", 1, (4, 4)),
    ((9, 8), (3, 3), 3, "same", 1, (3, 3)),
    ((5, 6), (1, 1), 2, "same", 1, (3, 3)),
    ((9, 8), (3, 2), 1, "valid", 2, (5, 6)),
    ((9, 8), (3, 2), 1, "same", 3, (9, 8)),
]


def _convolutions() -> list[Case]:
    cases: list[Case] = []
    for image, kernel, *options, size in GEOMETRIES:
        x, k = (2, *image, 3), (*kernel, 3, 4)
        cases.append(("convolution.conv2d", normal(x, k, (4,), options=tuple(options))))
        cases.append(("convolution.conv2d_backward", normal((2, *size, 4), x, k, options=tuple(options))))
    return cases


TRANSPOSED = [  # image, kernel, stride, padding, size of the result
    ((3, 4), (3, 2), 1, "valid", (5, 5)),
    ((3, 4), (3, 2), 1, "same", (3, 4)),
    ((3, 4), (3, 4), 2, "valid", (7, 10)),
    ((3, 4), (3, 4), 2, "same", (6, 8)),
    ((3, 4), (2, 1), 3, "valid", (9, 12)),
    ((3, 4), (2, 1), 3, "same", (9, 12)),
    ((1, 1), (5, 4), 2, "same", (2, 2)),
]


def _transposed_convolutions() -> list[Case]:
    cases: list[Case] = []
    for image, kernel, *options, size in TRANSPOSED:
        x, k, module = (2, *image, 3), (*kernel, 5, 3), "convolution_transpose"
        cases.append((f"{module}.conv2d_transpose", normal(x, k, (5,), options=tuple(options))))
        backward = normal((2, *size, 5), x, k, options=tuple(options))
        cases.append((f"{module}.conv2d_transpose_backward", backward))
    return cases


CONVOLUTION: list[Case] = [
    *_convolutions(),
    *_transposed_convolutions(),
    ("convolution.convolve2d", normal((5, 4), (2, 3))),
    ("convolution.convolve2d", normal((2, 1), (3, 4))),
    *(
        ("convolution.conv_output_size", lambda rng, options=options: options)
        for options in (
            (28, 3),
            (28, 3, 2),
            (28, 3, 2, "same"),
            (9, 4, 2, 1),
            (11, 3, 1, "valid", 4),
            (7, 3, 1, "same", 2),
        )
    ),
]


def _ids(*shape: int) -> Callable[[np.random.Generator], Any]:
    return lambda rng: rng.integers(0, 4, size=shape)


POOLED = [((), (3, 4)), (((2, 3),), (3, 2)), ((3, 1), (5, 6)), (((2, 3), (3, 2)), (2, 3))]
POOLING: list[Case] = []
for pool_options, rows_and_columns in POOLED:
    POOLING.append(("pooling.avg_pool", normal((2, 7, 8, 3), options=pool_options)))
    for pool in ("avg_pool", "max_pool"):
        shapes = ((2, *rows_and_columns, 3), (2, 7, 8, 3))
        POOLING.append((f"pooling.{pool}_backward", normal(*shapes, options=pool_options)))

REGULARISATION: list[Case] = [
    *(
        (name, lambda rng, options=options: (rng.normal(size=(4, 3, 5)), 0.3, rng.uniform(size=(4, 3, 5)), *options))
        for name, options in (("dropout.dropout", ()), ("dropout.dropout", (False,)), ("dropout.dropout_backward", ()))
    ),
    ("dropout.dropout", lambda rng: (rng.normal(size=5), 0.0, rng.uniform(size=5))),
]


def _batchnorm(*shape: int, training: bool) -> Draw:
    def arguments(rng: np.random.Generator) -> Arguments:
        gamma, beta, mean, var = rng.uniform(0.5, 2, size=(4, shape[-1]))
        return rng.normal(3, 2, size=shape), gamma, beta, mean, var, 0.75, 0.25, training

    return arguments


NORMALISATION: list[Case] = [
    *(("batchnorm.batchnorm_forward", _batchnorm(6, 3, training=training)) for training in (True, False)),
    *(("batchnorm.batchnorm_forward", _batchnorm(2, 4, 5, 3, training=training)) for training in (True, False)),
    ("batchnorm.batchnorm_forward", _batchnorm(1, 3, training=True)),
    ("batchnorm.batchnorm_backward", normal((6, 3), (6, 3), (3,))),
    ("batchnorm.batchnorm_backward", normal((6, 3), (6, 3), (3,), options=(0.5,))),
    ("batchnorm.batchnorm_backward", normal((2, 4, 5, 3), (2, 4, 5, 3), (3,))),
    ("layernorm.layernorm", normal((4, 5), (5,), (5,))),
    ("layernorm.layernorm", normal((2, 4, 5), (5,), (5,), options=(0.5,))),
    ("layernorm.layernorm_backward", normal((4, 5), (4, 5), (5,))),
    ("layernorm.layernorm_backward", normal((2, 4, 5), (2, 4, 5), (5,), options=(0.5,))),
]

EMBEDDING: list[Case] = [
    ("embedding.embedding_forward", lambda rng: (_ids(3, 5)(rng), rng.normal(size=(4, 2)))),
    ("embedding.embedding_backward", lambda rng: (rng.normal(size=(3, 5, 2)), _ids(3, 5)(rng), 4)),
    ("embedding.embedding_backward", lambda rng: (rng.normal(size=(3, 2)), _ids(3)(rng), 6)),
]

_RNN = ((3, 5), (2, 5), (5, 5), (5,))  # state, kernel, recurrent kernel, bias
_LSTM = ((2, 20), (5, 20), (20,))
_GRU = ((2, 15), (5, 15), (2, 15))
_X = (3, 4, 2)
RECURRENT: list[Case] = [
    ("rnn.rnn_step", normal((3, 2), *_RNN)),
    ("rnn.rnn_output", normal((3, 5), (5, 2), (2,))),
    ("rnn.rnn_forward", normal(_X, *_RNN)),
    ("rnn.rnn_backward", normal((3, 4, 5), _X, *_RNN)),
    ("lstm.lstm_forward", normal(_X, *_LSTM)),
    ("lstm.lstm_forward", normal(_X, *_LSTM, options=(True,))),
    ("lstm.lstm_cell_backward", normal((3, 5), (3, 5), (3, 2), (3, 5), (3, 5), *_LSTM)),
    ("lstm.lstm_backward", normal((3, 5), _X, *_LSTM)),
    ("lstm.lstm_backward", normal((3, 4, 5), _X, *_LSTM)),
    ("gru.gru_cell", normal((3, 2), (3, 5), *_GRU)),
    ("gru.gru_forward", normal(_X, *_GRU)),
    ("gru.gru_forward", normal(_X, *_GRU, options=(True,))),
    ("gru.gru_cell_backward", normal((3, 5), (3, 2), (3, 5), *_GRU)),
    ("gru.gru_backward", normal((3, 5), _X, *_GRU)),
    ("gru.gru_backward", normal((3, 4, 5), _X, *_GRU)),
]

_MASK = np.array([[True, False, True, True, False], [False, False, True, False, False], [True] * 5])


def _attention(*shapes: tuple[int, ...], mask: Any) -> Draw:
    return normal(*shapes, options=(mask,))


_QKV, _HEADS = ((2, 3, 4), (2, 5, 4), (2, 5, 6)), ((2, 5, 6), *(4 * [(6, 6)]))
ATTENTION: list[Case] = [
    *(("attention.attention", _attention(*_QKV, mask=mask)) for mask in (None, _MASK, _MASK[0])),
    ("attention.attention", _attention((3, 4), (5, 4), (5, 6), mask=_MASK)),
    ("attention.attention", _attention((2, 7, 3, 4), (2, 7, 5, 4), (2, 7, 5, 6), mask=_MASK)),
    *(("attention.attention_backward", _attention((2, 3, 6), *_QKV, mask=mask)) for mask in (None, _MASK)),
    ("attention.causal_mask", lambda rng: (4,)),
    *(("attention.multi_head_attention", normal(*_HEADS, options=(heads, heads > 1))) for heads in (1, 2, 3)),
    ("attention.multi_head_attention_backward", normal((2, 5, 6), *_HEADS, options=(2, True))),
    ("attention.multi_head_attention_backward", normal((2, 5, 6), *_HEADS, options=(3,))),
]

_CNN = [
    {"type": "conv2d", "filters": 8, "kernel": (3, 2), "stride": 2, "padding": "same"},
    {"type": "batchnorm"},
    {"type": "maxpool", "size": (2, 3)},
    {"type": "conv2d", "filters": 5, "kernel": (2, 2), "bias": False},
    {"type": "flatten"},
    {"type": "dense", "units": 7},
    {"type": "dense", "units": 3, "bias": False},
]
_STACK = [{"type": "lstm", "units": 6}, {"type": "batchnorm"}, {"type": "lstm", "units": 5}]
PARAMETERS: list[Case] = [
    ("parameters.parameter_count", lambda rng: ((15, 17, 3), _CNN)),
    ("parameters.parameter_count", lambda rng: ((4, 3), [*_STACK, {"type": "flatten"}, {"type": "dense", "units": 2}])),
]

CASES = [*DENSE, *CONVOLUTION, *POOLING, *REGULARISATION, *NORMALISATION, *EMBEDDING]
CASES += [*RECURRENT, *ATTENTION, *PARAMETERS]
