"""Attention, through `keras.ops` and `keras.layers.MultiHeadAttention`, with gradients by the tape."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from keras import layers, ops

from .tensors import Tensor, call_layer, dtype_of, floating, pullback


def attention(q: Any, k: Any, v: Any, mask: Any = None) -> tuple[Tensor, Tensor]:
    """(output, weights) of `ops.dot_product_attention`; shapes as in `numpy_stack.attention`.

    Keras returns the output only: the weights are its output where the values are the unit vectors.
    """
    q, k, v = floating(q, k, v)
    before, (queries, keys) = tuple(q.shape[:-2]), (q.shape[-2], k.shape[-2])
    if mask is not None:
        mask = ops.broadcast_to(ops.convert_to_tensor(mask), (*before, queries, keys))
        mask = ops.reshape(mask, (-1, 1, queries, keys))
    unit_vectors = ops.broadcast_to(ops.eye(keys, dtype=dtype_of(v)), (*before, keys, keys))
    results = [
        ops.dot_product_attention(*(_with_one_head(part) for part in (q, k, values)), mask=mask)
        for values in (v, unit_vectors)
    ]
    output, weights = (ops.reshape(each, (*before, queries, each.shape[-1])) for each in results)
    return output, weights


def attention_backward(dy: Any, q: Any, k: Any, v: Any, mask: Any = None) -> tuple[Tensor, Tensor, Tensor]:
    """(dq, dk, dv) of `attention` for the gradient dy of its output."""
    dy, q, k, v = floating(dy, q, k, v)
    dq, dk, dv = pullback(lambda queries, keys, values: attention(queries, keys, values, mask)[0], dy, q, k, v)
    return dq, dk, dv


def causal_mask(length: int) -> Tensor:
    """Booleans (length, length), True on and below the diagonal."""
    return ops.tril(ops.ones((length, length), "bool"))


def multi_head_attention(x: Any, Wq: Any, Wk: Any, Wv: Any, Wo: Any, n_heads: int, causal: bool = False) -> Tensor:
    """Self-attention (n, T, d) by `MultiHeadAttention` without biases; weights (d, d), x (n, T, d).

    Keras rounds its factor 1/√(d / n_heads) to float32; Wq makes good for that, in float64.
    """
    x, Wq, Wk, Wv, Wo = floating(x, Wq, Wk, Wv, Wo)
    d = x.shape[-1]
    heads = (n_heads, d // n_heads)
    scale = 1 / math.sqrt(heads[1])
    Wq *= ops.cast(np.float64(scale / float(np.float32(scale))), dtype_of(x))
    weights = [*(ops.reshape(W, (d, *heads)) for W in (Wq, Wk, Wv)), ops.reshape(Wo, (*heads, d))]
    layer = layers.MultiHeadAttention(*heads, use_bias=False, dtype=dtype_of(x))
    return call_layer(layer, weights, x, x, use_causal_mask=causal)


def multi_head_attention_backward(
    dy: Any, x: Any, Wq: Any, Wk: Any, Wv: Any, Wo: Any, n_heads: int, causal: bool = False
) -> dict[str, Tensor]:
    """The gradients of `multi_head_attention` under the names "dx", "dWq", "dWk", "dWv", "dWo"."""
    dy, *arguments = floating(dy, x, Wq, Wk, Wv, Wo)

    def forward(x: Tensor, Wq: Tensor, Wk: Tensor, Wv: Tensor, Wo: Tensor) -> Tensor:
        return multi_head_attention(x, Wq, Wk, Wv, Wo, n_heads, causal)

    return dict(zip(("dx", "dWq", "dWk", "dWv", "dWo"), pullback(forward, dy, *arguments)))


def _with_one_head(x: Tensor) -> Tensor:
    """(…, T, d) → (n, T, 1, d), as `ops.dot_product_attention` takes it."""
    return ops.reshape(x, (-1, x.shape[-2], 1, x.shape[-1]))
