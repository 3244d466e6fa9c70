"""Attention: every position takes a weighted mean of what the others offer."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .activations import softmax
from .arrays import Array, floating, require_fit, require_same_shape

Mask = NDArray[np.bool_]


def attention(q: ArrayLike, k: ArrayLike, v: ArrayLike, mask: ArrayLike | None = None) -> tuple[Array, Array]:
    """Scaled dot-product attention.

        weights = softmax(q kᵀ / √d)        over the keys that the mask allows
        output  = weights v

    Args:
        q: queries (…, Tq, d).
        k: keys (…, Tk, d).
        v: values (…, Tk, e).
        mask: booleans that broadcast to (…, Tq, Tk); True = may attend. None allows everything.

    Returns:
        (output, weights): (…, Tq, e) and (…, Tq, Tk); each row of the weights sums to 1.

    Raises:
        ValueError: if the shapes do not fit, or a query may attend to nothing.

    Source: S1 references [10]; Vaswani et al. 2017, 3.2.1.

    Example:
        >>> output, weights = attention([[1.0]], [[0.0], [5.0], [5.0]], [[2.0], [4.0], [9.0]], [True, False, False])
        >>> output, weights
        (array([[2.]]), array([[1., 0., 0.]]))
    """
    q, k, v = floating(q, k, v)
    _require_fit(q, k, v)
    scores = q @ k.swapaxes(-1, -2) / float(np.sqrt(q.shape[-1]))
    if mask is not None:
        scores = np.where(_checked(mask, scores.shape), scores, -np.inf)
    weights = softmax(scores)
    return weights @ v, weights


def attention_backward(
    dy: ArrayLike, q: ArrayLike, k: ArrayLike, v: ArrayLike, mask: ArrayLike | None = None
) -> tuple[Array, Array, Array]:
    """Gradients of a loss in the queries, keys and values of `attention`.

        dv = weightsᵀ dy        dw = dy vᵀ
        ds = weights · (dw - Σ_k dw · weights)        (the softmax, row by row)
        dq = ds k / √d          dk = dsᵀ q / √d

    Args:
        dy: gradient of the loss in the output (…, Tq, e).
        q, k, v, mask: as in `attention`; where the mask is False the weight is 0, and so is its gradient.

    Returns:
        (dq, dk, dv), each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit, or a query may attend to nothing.

    Source: Vaswani et al. 2017, which leaves the backward pass out.

    Example:
        >>> dq, dk, dv = attention_backward([[1.0]], [[0.0]], [[1.0], [-1.0]], [[4.0], [2.0]])
        >>> dq, dk.ravel(), dv.ravel()
        (array([[1.]]), array([0., 0.]), array([0.5, 0.5]))
    """
    dy, q, k, v = floating(dy, q, k, v)
    output, weights = attention(q, k, v, mask)
    require_same_shape(dy=dy, output=output)
    dw = dy @ v.swapaxes(-1, -2)
    ds = weights * (dw - np.sum(dw * weights, axis=-1, keepdims=True)) / float(np.sqrt(q.shape[-1]))
    return ds @ k, ds.swapaxes(-1, -2) @ q, weights.swapaxes(-1, -2) @ dy


def causal_mask(length: int) -> Mask:
    """The mask under which no position sees a later one.

        mask[i, j] = (j ≤ i)

    Args:
        length: number of positions, at least 0.

    Returns:
        Booleans (length, length), True on and below the diagonal.

    Raises:
        ValueError: if the length is negative.

    Source: S1 references [10]; Vaswani et al. 2017, 3.2.3.

    Example:
        >>> causal_mask(2)
        array([[ True, False],
               [ True,  True]])
    """
    if length < 0:
        raise ValueError(f"length must be at least 0. Received: length={length}")
    return np.tri(length, dtype=np.bool_)


def multi_head_attention(
    x: ArrayLike, Wq: ArrayLike, Wk: ArrayLike, Wv: ArrayLike, Wo: ArrayLike, n_heads: int, causal: bool = False
) -> Array:
    """Self-attention in several subspaces at once.

        headₕ = attention(x Wq, x Wk, x Wv)        each on its columns h·d/n_heads … (h+1)·d/n_heads - 1
        output = [head₀ … head_{n_heads-1}] Wo     the scale is √(d / n_heads)

    Args:
        x: sequences (n, T, d).
        Wq, Wk, Wv, Wo: (d, d).
        n_heads: number of heads, a divisor of d.
        causal: whether a position sees itself and earlier ones only.

    Returns:
        (n, T, d).

    Raises:
        ValueError: if the shapes do not fit, or the heads do not divide d.

    Source: S1 references [10]; Vaswani et al. 2017, 3.2.2.

    Example:
        >>> identity, x = np.eye(2), [[[2.0, 0.0], [0.0, 0.0]]]
        >>> multi_head_attention(x, 0 * identity, identity, identity, identity, n_heads=2, causal=True)
        array([[[2., 0.],
                [1., 0.]]])
    """
    x, Wq, Wk, Wv, Wo = floating(x, Wq, Wk, Wv, Wo)
    _require_heads(x, n_heads, Wq=Wq, Wk=Wk, Wv=Wv, Wo=Wo)
    q, k, v = (_split(x @ W, n_heads) for W in (Wq, Wk, Wv))
    heads, _ = attention(q, k, v, causal_mask(x.shape[1]) if causal else None)
    return _merge(heads) @ Wo


def multi_head_attention_backward(
    dy: ArrayLike,
    x: ArrayLike,
    Wq: ArrayLike,
    Wk: ArrayLike,
    Wv: ArrayLike,
    Wo: ArrayLike,
    n_heads: int,
    causal: bool = False,
) -> dict[str, Array]:
    """Gradients of a loss in the inputs and weights of `multi_head_attention`.

        dWo = headsᵀ dy        dheads = dy Woᵀ        (dq, dk, dv) = attention_backward(dheads, …)
        dWq = xᵀ dq, …         dx = dq Wqᵀ + dk Wkᵀ + dv Wvᵀ

    Args:
        dy: gradient of the loss in the output (n, T, d).
        x, Wq, Wk, Wv, Wo, n_heads, causal: as in `multi_head_attention`.

    Returns:
        {"dx", "dWq", "dWk", "dWv", "dWo"}, each of the shape of what it belongs to.

    Raises:
        ValueError: if the shapes do not fit, or the heads do not divide d.

    Source: Vaswani et al. 2017, which leaves the backward pass out.

    Example:
        >>> one = [[1.0]]
        >>> grads = multi_head_attention_backward([one], [[[3.0]]], one, one, [[2.0]], one, n_heads=1)
        >>> {name: gradient.item() for name, gradient in grads.items()}
        {'dx': 2.0, 'dWq': 0.0, 'dWk': 0.0, 'dWv': 3.0, 'dWo': 6.0}
    """
    dy, x, Wq, Wk, Wv, Wo = floating(dy, x, Wq, Wk, Wv, Wo)
    _require_heads(x, n_heads, Wq=Wq, Wk=Wk, Wv=Wv, Wo=Wo)
    require_same_shape(dy=dy, x=x)
    mask = causal_mask(x.shape[1]) if causal else None
    q, k, v = (_split(x @ W, n_heads) for W in (Wq, Wk, Wv))
    heads, _ = attention(q, k, v, mask)
    split_gradients = attention_backward(_split(dy @ Wo.T, n_heads), q, k, v, mask)
    dq, dk, dv = (_merge(gradient) for gradient in split_gradients)
    weight_gradients = {name: _over_samples(x, d) for name, d in (("dWq", dq), ("dWk", dk), ("dWv", dv))}
    dx = dq @ Wq.T + dk @ Wk.T + dv @ Wv.T
    return {"dx": dx, **weight_gradients, "dWo": _over_samples(_merge(heads), dy)}


def _split(x: Array, n_heads: int) -> Array:
    """(n, T, d) → (n, heads, T, d / heads)."""
    n, length, d = x.shape
    return x.reshape(n, length, n_heads, d // n_heads).swapaxes(1, 2)


def _merge(heads: Array) -> Array:
    """(n, heads, T, d / heads) → (n, T, d)."""
    n, n_heads, length, width = heads.shape
    return heads.swapaxes(1, 2).reshape(n, length, n_heads * width)


def _over_samples(x: Array, dy: Array) -> Array:
    """Σ over samples and positions of xᵀ dy."""
    return np.tensordot(x, dy, axes=([0, 1], [0, 1]))


def _checked(mask: ArrayLike, shape: tuple[int, ...]) -> Mask:
    mask = np.asarray(mask)
    if mask.dtype != np.bool_:
        raise ValueError(f"mask must be boolean, True = may attend. Received: dtype {mask.dtype}")
    try:
        allowed = np.broadcast_to(mask, shape)
    except ValueError:
        raise ValueError(f"mask must broadcast to {shape}. Received: mask {mask.shape}") from None
    if not allowed.any(axis=-1).all():
        raise ValueError("each query must be allowed at least one key. Received: a row of mask without True")
    return allowed


def _require_fit(q: Array, k: Array, v: Array) -> None:
    fits = q.ndim == k.ndim == v.ndim >= 2 and q.shape[:-2] == k.shape[:-2] == v.shape[:-2]
    fits = fits and 0 < q.shape[-1] == k.shape[-1] and 0 < k.shape[-2] == v.shape[-2]
    require_fit(fits, "q is (…, Tq, d), k (…, Tk, d), v (…, Tk, e), none of Tk and d 0", q=q, k=k, v=v)


def _require_heads(x: Array, n_heads: int, **weights: Array) -> None:
    d = x.shape[-1] if x.ndim == 3 else 0
    fits = d > 0 and x.shape[1] > 0 and all(W.shape == (d, d) for W in weights.values())
    require_fit(fits, f"x is (n, T, d) with T and d above 0, {', '.join(weights)} are (d, d)", x=x, **weights)
    if n_heads < 1 or d % n_heads:
        raise ValueError(f"n_heads must divide d = {d}. Received: n_heads={n_heads}")
