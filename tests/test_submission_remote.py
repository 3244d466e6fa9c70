"""Remote objects: they can be asked, as far as the manifest allows, and are never trusted."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader import protocol as p
from grader.remote import RemoteObject, remote_kind
from grader.submission import Submission
from tests.fake_door import Answer, FakeDoor
from tests.sessions import handle, make_session, raw

ALL = frozenset(["attributes", "methods", "arithmetic", "indexing"])


def remote(*answers: Answer, allowed: frozenset[str] = ALL) -> tuple[Any, FakeDoor]:
    """A remote object as a check holds it, and its door."""
    door = FakeDoor([handle(1001, "Value"), *answers])
    return Submission(make_session(door, remote=allowed)).mse(1.0, 2.0), door


def last_call(door: FakeDoor) -> tuple[str, str, Any]:
    """Operation, name and arguments of the last call; handles as their numbers."""
    call = door.sent[-1]
    assert isinstance(call, p.Call)
    return call.operation, call.name, p.decode_value(call.payload, lambda code, number, name: f"#{number}")[0]


REFUSED_QUESTIONS: dict[str, Callable[[Any], object]] = {
    "==": lambda v: v == 1,
    "!=": lambda v: v != 1,
    "== from the left": lambda v: v == 1,
    "<": lambda v: v < 1,
    "<=": lambda v: v <= 1,
    ">": lambda v: v > 1,
    ">=": lambda v: v >= 1,
    "bool": bool,
    "not": operator.not_,
    "if": lambda v: 1 if v else 2,
    "hash": hash,
    "in a set": lambda v: {v},
    "float": float,
    "int": int,
    "index": operator.index,
    "len": len,
    "iter": list,
    "in": lambda v: 1 in v,
    "in a list": lambda v: v in [1, 2],
    "array": np.asarray,
    "array of": lambda v: np.array([v], dtype=float),
    "ufunc": np.exp,
    "array ==": lambda v: np.ones(2) == v,
}


@pytest.mark.parametrize("question", REFUSED_QUESTIONS.values(), ids=REFUSED_QUESTIONS.keys())
def test_a_remote_object_compares_with_nothing(question: Callable[[Any], object]) -> None:
    """What would send an expected value over, or trust the answer, is refused, whatever the manifest allows."""
    value, door = remote()

    with pytest.raises(TypeError):
        question(value)

    assert len(door.sent) == 2


OPERATIONS: dict[str, tuple[Callable[[Any], Any], str, tuple[str, str, Any]]] = {
    "v + 2": (lambda v: v + 2, "arithmetic", ("operator", "+", ["#1001", 2])),
    "2 + v": (lambda v: 2 + v, "arithmetic", ("operator", "+", [2, "#1001"])),
    "v - 2": (lambda v: v - 2, "arithmetic", ("operator", "-", ["#1001", 2])),
    "2 - v": (lambda v: 2 - v, "arithmetic", ("operator", "-", [2, "#1001"])),
    "v * v": (lambda v: v * v, "arithmetic", ("operator", "*", ["#1001", "#1001"])),
    "2 * v": (lambda v: 2 * v, "arithmetic", ("operator", "*", [2, "#1001"])),
    "v / 2": (lambda v: v / 2, "arithmetic", ("operator", "/", ["#1001", 2])),
    "2 / v": (lambda v: 2 / v, "arithmetic", ("operator", "/", [2, "#1001"])),
    "v ** 3": (lambda v: v**3, "arithmetic", ("operator", "**", ["#1001", 3])),
    "-v": (lambda v: -v, "arithmetic", ("operator", "neg", ["#1001"])),
    "numpy scalar * v": (lambda v: np.float64(2) * v, "arithmetic", ("operator", "*", [2.0, "#1001"])),
    "v.grad": (lambda v: v.grad, "attributes", ("attribute", "grad", ["#1001"])),
    "v(1)": (lambda v: v(1), "methods", ("method", "", ["#1001", 1])),
    "v[0]": (lambda v: v[0], "indexing", ("operator", "[]", ["#1001", 0])),
}


@pytest.mark.parametrize(("do", "needs", "expected"), OPERATIONS.values(), ids=OPERATIONS.keys())
def test_what_the_manifest_allows_is_done_in_the_worker(
    do: Callable[[Any], Any], needs: str, expected: tuple[str, str, Any]
) -> None:
    """Arithmetic, attributes, calls and indexing go over the wire, operands in their order."""
    value, door = remote(raw(p.encode_value(7.0)), allowed=frozenset([needs]))

    assert do(value) == 7.0
    assert expected == last_call(door)


@pytest.mark.parametrize(("do", "needs", "_expected"), OPERATIONS.values(), ids=OPERATIONS.keys())
def test_what_the_manifest_does_not_allow_is_refused(
    do: Callable[[Any], Any], needs: str, _expected: tuple[str, str, Any]
) -> None:
    """Each kind of operation is opt-in: without it, the check is told that it may not."""
    value, door = remote(raw(p.encode_value(7.0)), allowed=ALL - {needs})

    with pytest.raises(TypeError, match=f"does not allow {needs}"):
        do(value)

    assert len(door.sent) == 2


def test_results_of_operations_may_be_objects_again() -> None:
    """Handles lead to handles; each has the class name that the worker gave."""
    value, _ = remote(handle(2001, "Tensor"))

    again = value.forward

    assert isinstance(again, RemoteObject)
    assert [remote_kind(value), remote_kind(again), remote_kind(1.0)] == ["Value", "Tensor", "float"]
    assert repr(again) == "<remote Tensor>"


def test_arguments_of_methods_are_not_sent_back() -> None:
    """Mutation is looked for in functions; a method may change its own object."""
    value, door = remote(raw(p.encode_value(7.0)))

    value(np.ones(3))

    call = door.sent[-1]
    assert isinstance(call, p.Call) and not call.echo
    assert value._session.record.findings == []
