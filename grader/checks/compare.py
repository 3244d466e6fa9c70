"""`close` and its relatives: look at a returned value, and say what is wrong with it.

Type, then shape, then dtype, then NaN and infinity, then values: the first that is off is reported, for
the later ones follow from it.
"""

from __future__ import annotations

import math
from contextvars import ContextVar
from typing import Any, NamedTuple

import numpy as np

from grader.checks.tolerance import Tolerance, tolerance
from grader.messages import CheckFailed, Finding, plain
from grader.remote import RemoteObject
from grader.results import Comparison, Verdict
from grader.text import Text


class Setting(NamedTuple):
    """Whose values are compared: a Keras submission may compute in float32 by default."""

    backend: str = "numpy"
    device: str = "cpu"


NUMPY_ON_CPU = Setting()
setting: ContextVar[Setting] = ContextVar("setting", default=NUMPY_ON_CPU)
ANSWER = "the result"
_ZH = {ANSWER: "结果"}


def close(
    actual: Any, expected: Any, what: str = ANSWER, *, rtol: float | None = None, atol: float | None = None
) -> None:
    """Hold that a returned number or array equals the expected one, up to rounding."""
    wanted = np.asarray(expected)
    got = _numeric(actual, what, wanted.ndim)
    _same_shape(got, wanted, what)
    if wanted.ndim or (got.dtype.kind == "c" and wanted.dtype.kind != "c"):
        _same_dtype(got, wanted, what)
    if wanted.dtype.kind in "bui":
        _same_integers(got, wanted, what)
    else:
        _same_values(got, wanted, what, _tolerance(got, wanted, rtol, atol))


def _tolerance(got: np.ndarray, wanted: np.ndarray, rtol: float | None, atol: float | None) -> Tolerance:
    where = setting.get()
    sizes = [a.dtype.itemsize // (2 if a.dtype.kind == "c" else 1) for a in (got, wanted) if a.dtype.kind in "fc"]
    # a scalar of a Keras submission is a float32 that became a Python float on the way
    coarse = 4 if where.backend == "keras" and wanted.dtype.kind in "fc" else 8
    row = tolerance(min([*sizes, coarse]), where.device)
    return Tolerance(
        row.rtol if rtol is None else rtol, row.atol if atol is None else 0.0, row.floor if atol is None else atol
    )


def _numeric(actual: Any, what: str, rank: int) -> np.ndarray:
    """The value as an array; a plain number only where a scalar is due."""
    if isinstance(actual, (np.ndarray, np.generic)):
        return np.asarray(actual)
    if isinstance(actual, (bool, int, float)):
        return _python_number(actual)
    raise CheckFailed(_wrong_type(actual, what, rank))


def _python_number(actual: float) -> np.ndarray:
    got = np.asarray(actual)
    if got.dtype != object:
        return got
    try:
        return np.asarray(float(actual))  # an integer beyond 64 bits
    except OverflowError:
        return np.asarray(math.inf if actual > 0 else -math.inf)


def _wrong_type(actual: Any, what: str, rank: int) -> Finding:
    due = Text("a number", "一个数") if rank == 0 else Text("a NumPy array", "一个 NumPy 数组")
    hint = Text("", "")
    if actual is None:
        hint = Text(" Is a `return` missing?", " 是不是漏了 `return`？")
    elif isinstance(actual, (list, tuple)) and rank:
        hint = Text(" Convert it with `np.array(…)`.", " 可用 `np.array(…)` 转换。")
    name = "None" if actual is None else _described(actual)
    return plain(
        Verdict.WRONG_VALUE,
        f"Expected {due.en} for {what}. Received: {name}.{hint.en}",
        f"{_zh(what)}应为{due.zh}。收到的是：{name}。{hint.zh}",
    )


def _described(actual: Any) -> str:
    if isinstance(actual, RemoteObject):
        return "an object"
    if isinstance(actual, (list, tuple, dict)):
        return f"{type(actual).__name__} ({len(actual)})"
    return type(actual).__name__


def _zh(what: str) -> str:
    return _ZH.get(what, f"`{what}` ")


def _same_shape(got: np.ndarray, wanted: np.ndarray, what: str) -> None:
    if got.shape == wanted.shape:
        return
    hint = _shape_hint(got.shape, wanted.shape)

    def told(received: object) -> Text:
        return Text(
            f"Expected shape {wanted.shape} for {what}. Received: shape {received}.{hint.en}",
            f"{_zh(what)}的形状应为 {wanted.shape}。收到的形状是：{received}。{hint.zh}",
        )

    telling = got.ndim <= wanted.ndim + 2 and max(got.shape, default=0) <= 100
    raise CheckFailed(Finding(Verdict.WRONG_SHAPE, told(got.shape), told(got.shape if telling else "(…)")))


def _shape_hint(got: tuple[int, ...], wanted: tuple[int, ...]) -> Text:
    if wanted == () and math.prod(got) == 1:
        return Text(
            " One number is asked for, not an array that holds one.", " 要求返回一个数，而不是只含一个数的数组。"
        )
    if wanted == ():
        return Text(
            " One number is asked for: was the sum or mean over all axes left out?",
            " 要求返回一个数：是不是漏了对所有轴求和或求平均？",
        )
    if got == wanted[::-1]:
        return Text(" It is transposed.", " 它被转置了。")
    if [n for n in got if n != 1] == [n for n in wanted if n != 1]:
        return Text(
            " An axis of length 1 is left over or missing (`keepdims`, `reshape`).",
            " 多了或少了长度为 1 的轴（`keepdims`、`reshape`）。",
        )
    if len(wanted) == 1 and got == (wanted[0], wanted[0]):
        return Text(" Shapes (n,) and (n, 1) were broadcast to (n, n).", " 形状 (n,) 与 (n, 1) 被广播成了 (n, n)。")
    if len(got) == len(wanted) + 1 and got[1:] == wanted:
        return Text(" The sum over the batch axis is missing.", " 少了对批次轴的求和。")
    return Text("", "")


def _same_dtype(got: np.ndarray, wanted: np.ndarray, what: str) -> None:
    kinds = {"b": "b", "i": "iu", "u": "iu", "f": "f", "c": "c"}[wanted.dtype.kind]
    keras_default = setting.get().backend == "keras" and got.dtype == np.float32 and wanted.dtype == np.float64
    right = got.dtype.kind in kinds and (wanted.dtype.kind not in "fc" or got.dtype == wanted.dtype)
    if right or keras_default:
        return
    raise CheckFailed(
        plain(
            Verdict.WRONG_DTYPE,
            f"Expected dtype {wanted.dtype} for {what}. Received: {got.dtype}. "
            "The result keeps the input's dtype; integers are computed as float64.",
            f"{_zh(what)}的 dtype 应为 {wanted.dtype}。收到的是：{got.dtype}。"
            "结果应保持输入的 dtype，整数按 float64 计算。",
        )
    )


def _same_integers(got: np.ndarray, wanted: np.ndarray, what: str) -> None:
    """Exactly, without subtraction: abs(int64.min) is negative."""
    right = np.asarray(got == wanted)  # NaN equals nothing
    if not right.all():
        raise CheckFailed(_wrong_values(got, wanted, ~right, what, Tolerance(0.0, 0.0, 0.0)))


def _same_values(got: np.ndarray, wanted: np.ndarray, what: str, allowed: Tolerance) -> None:
    got = got.astype(np.result_type(wanted.dtype, np.float64), copy=False)
    strange = ~np.isfinite(got) & ~(got == wanted) & ~(np.isnan(got) & np.isnan(wanted))
    if strange.any():
        raise CheckFailed(_not_finite(got, strange, what))
    with np.errstate(all="ignore"):
        wrong = ~((got == wanted) | (np.abs(got - wanted) <= allowed.bound(wanted)))
    wrong &= ~(np.isnan(got) & np.isnan(wanted))
    if wrong.any():
        raise CheckFailed(_wrong_values(got, wanted, wrong, what, allowed))


def _not_finite(got: np.ndarray, strange: np.ndarray, what: str) -> Finding:
    where = _index(strange)
    value = "NaN" if np.isnan(got[where]) else "inf"
    count = int(strange.sum())
    return plain(
        Verdict.NOT_FINITE,
        f"{what} holds {value} ({count} of {got.size} elements). Look for a division by zero, log(0) or exp of a "
        "large number.",
        f"{_zh(what).strip()} 中出现 {value}（{got.size} 个元素中有 {count} 个）。"
        "检查是否除以零、log(0)，或对很大的数取 exp。",
    )


def _index(mask: np.ndarray) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(mask)), mask.shape))


def _wrong_values(got: np.ndarray, wanted: np.ndarray, wrong: np.ndarray, what: str, allowed: Tolerance) -> Finding:
    with np.errstate(all="ignore"):
        distance = np.abs(got.astype(complex) - wanted)
    error = np.where(wrong, np.where(np.isnan(distance), np.inf, distance), -1.0)
    worst = _index(error == error.max())
    count = int(wrong.sum())
    brief = Text(
        f"{what} differs from the reference" + (f" in {count} of {got.size} elements." if got.size > 1 else "."),
        f"{_zh(what).strip()}与参考答案不同" + (f"（{got.size} 个元素中有 {count} 个）。" if got.size > 1 else "。"),
    )
    mine, right = got[worst].item(), wanted[worst].item()
    at = f"[{', '.join(map(str, worst))}]" if worst else ""
    absolute = float(error.max())
    relative = f", {absolute / abs(right):.2g} relative" if right else ""
    relative_zh = f"，相对 {absolute / abs(right):.2g}" if right else ""
    full = Text(
        f"{brief.en} Expected {_short(right)}{' at ' + at if at else ''}. Received: {_short(mine)} "
        f"(error {absolute:.2g}{relative}; tolerance {float(allowed.bound(wanted)[worst]):.2g}).",
        f"{brief.zh}{'位置 ' + at + ' ' if at else ''}应为 {_short(right)}。收到的是：{_short(mine)}"
        f"（误差 {absolute:.2g}{relative_zh}；容差 {float(allowed.bound(wanted)[worst]):.2g}）。",
    )
    picture = Comparison(what=what, actual=got, expected=wanted, **allowed._asdict())
    return Finding(Verdict.WRONG_VALUE, full, brief, comparison=picture if 1 < got.size <= 100_000 else None)


def _short(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


# --- parts and properties -------------------------------------------------------------------------


def unpack(value: Any, *names: str) -> list[Any]:
    """The parts of a returned tuple or list that must have one for each name."""
    if isinstance(value, (tuple, list)) and len(value) == len(names):
        return list(value)
    due = ", ".join(names)
    received = "None" if value is None else _described(value)
    raise CheckFailed(
        plain(
            Verdict.WRONG_SHAPE if isinstance(value, (tuple, list)) else Verdict.WRONG_VALUE,
            f"Expected {len(names)} results ({due}). Received: {received}.",
            f"应返回 {len(names)} 个结果（{due}）。收到的是：{received}。",
        )
    )


def entries(value: Any, *names: str) -> list[Any]:
    """The values of a returned dict that must have exactly these keys."""
    if isinstance(value, dict) and set(value) == set(names):
        return [value[name] for name in names]
    received = f"dict with {', '.join(sorted(value)[:12])[:200]}" if isinstance(value, dict) else _described(value)

    def told(received: str) -> Text:
        keys = ", ".join(names)
        return Text(
            f"Expected a dict with the keys {keys}. Received: {received}.",
            f"应返回含有键 {keys} 的字典。收到的是：{received}。",
        )

    brief = told("a dict with other keys") if isinstance(value, dict) else told(received)
    raise CheckFailed(Finding(Verdict.WRONG_VALUE, told(received), brief))


def number(value: Any, what: str = ANSWER) -> float:
    """The value as a finite float."""
    got = _numeric(value, what, 0)
    _same_shape(got, np.asarray(0.0), what)
    if got.dtype.kind not in "buif":
        raise CheckFailed(_wrong_type(value, what, 0))
    if not np.isfinite(got):
        raise CheckFailed(_not_finite(got, np.asarray(True), what))
    return float(got)


def array(value: Any, what: str = ANSWER, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """The value as an array of finite real numbers, of `shape` where one is given."""
    got = _nested(value, what) if isinstance(value, (list, tuple)) else _numeric(value, what, 1)
    if shape is not None:
        _same_shape(got, np.empty(shape), what)
    if got.dtype.kind not in "buif":
        raise CheckFailed(_wrong_type(value, what, 1))
    strange = ~np.isfinite(got)
    if strange.any():
        raise CheckFailed(_not_finite(got, strange, what))
    return got


def _nested(value: Any, what: str) -> np.ndarray:
    """Nested lists of numbers as a float64 array; text and None are not read as numbers."""
    try:
        got = np.array(value)
    except (ValueError, TypeError, OverflowError):
        got = np.array(None)
    if got.dtype.kind not in "buif":
        raise CheckFailed(_wrong_type(value, what, 1))
    return got.astype(np.float64)


def require(condition: object, *, en: str, zh: str, verdict: Verdict = Verdict.WRONG_VALUE) -> None:
    """Hold a property of the answer; the texts say what was expected and what came."""
    if not condition:
        general = Text("The answer does not have the property that the title names.", "结果不满足标题所说的性质。")
        raise CheckFailed(Finding(verdict, Text(en, zh), general))
