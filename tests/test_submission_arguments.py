"""What becomes of arguments: they are left alone, warned about, and called back."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest

from grader import messages, protocol as p, submission as module
from grader.messages import CheckFailed
from grader.results import Verdict
from tests.fake_door import FakeDoor
from tests.sessions import after, answering, make_session, outcome, returned, verdict

# --- mutation and warnings ------------------------------------------------------------------------


def test_a_mutated_argument_is_named() -> None:
    """An argument that comes back changed is a mutation, by the name that the stub gives it."""
    finding = outcome(answering(returned(after=after(1.0, np.zeros(3)))), 1.0, np.ones(3))

    assert finding
    assert finding.verdict is Verdict.MUTATED_INPUT
    assert "`y_hat`" in finding.full.en and "`y`" not in finding.full.en
    assert finding.brief == finding.full


def test_a_mutated_keyword_is_named() -> None:
    """Arguments given by keyword are looked at as well."""
    finding = outcome(answering(returned(after=after(1.0, y_hat=[1, 3]))), 1.0, y_hat=[1, 2])

    assert finding and finding.verdict is Verdict.MUTATED_INPUT
    assert "`y_hat`" in finding.full.en


CHANGES: dict[str, tuple[Any, Any]] = {
    "a value": (np.array([1.0]), np.array([2.0])),
    "a sign of zero": (np.array([0.0]), np.array([-0.0])),
    "the shape": (np.zeros((2, 3)), np.zeros((3, 2))),
    "the dtype": (np.zeros(2), np.zeros(2, np.float32)),
    "an item more": ([1], [1, 2]),
    "a key more": ({"W": 1.0}, {"W": 1.0, "cache": 2.0}),
    "deep inside": ([{"W": [np.ones(2)]}], [{"W": [np.zeros(2)]}]),
    "a list for a tuple": ((1, 2), [1, 2]),
}


@pytest.mark.parametrize(("before", "now"), CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_a_mutation(before: Any, now: Any) -> None:
    """Values, shapes, dtypes and members count, however deep."""
    assert verdict(answering(returned(after=after(now, 1.0))), before, 1.0) is Verdict.MUTATED_INPUT


def test_an_argument_left_alone_is_no_mutation() -> None:
    """Arrays of every layout, NaN included, come back as the same bytes."""
    x = np.array([[1.0, math.nan, 2.0, 3.0]] * 3)

    assert verdict(answering(returned()), x[:, ::2], np.asfortranarray(x)) is Verdict.PASSED


def test_fewer_arguments_than_were_sent_is_a_mutation() -> None:
    """A worker that sends something else than the call's arguments back has not left them alone."""
    lies: list[Any] = [[], [[], {}], [[1.0], {}], 5, {"a": 1}]

    for lie in lies:
        assert verdict(answering(returned(after=p.encode_value(lie)))) is Verdict.MUTATED_INPUT


def test_bytes_that_are_no_arguments_are_a_crash() -> None:
    """What comes back is decoded as carefully as a value."""
    assert verdict(answering(returned(after=b"\x92\x00"))) is Verdict.CRASHED


def test_an_argument_that_no_longer_travels_is_a_mutation() -> None:
    """A function that puts something unsupported into its argument has changed it."""
    assert verdict(answering(returned(after=b""))) is Verdict.MUTATED_INPUT


STRANGE_ECHO = {
    "bin": msgspec.msgpack.encode([[b"raw", 1.0], {}]),
    "timestamp": msgspec.msgpack.encode([[msgspec.msgpack.Ext(-1, b"\0\0\0\1"), 1.0], {}]),
    "deeper than is sent": b"\x92\x92" + b"\x91" * 22 + b"\x00\x00\x80",
}


@pytest.mark.parametrize("echo", STRANGE_ECHO.values(), ids=STRANGE_ECHO.keys())
def test_no_echo_is_our_error(echo: bytes) -> None:
    """Whatever a worker sends back as its arguments, the check ends in a verdict on the submission."""
    assert verdict(answering(returned(after=echo))) in (Verdict.MUTATED_INPUT, Verdict.CRASHED)


WARNINGS = {
    ("RuntimeWarning", "overflow encountered in exp"): Verdict.NOT_FINITE,
    ("RuntimeWarning", "overflow encountered in scalar multiply"): Verdict.NOT_FINITE,
    ("RuntimeWarning", "invalid value encountered in divide"): Verdict.NOT_FINITE,
    ("RuntimeWarning", "divide by zero encountered in log"): Verdict.PASSED,
    ("RuntimeWarning", "Mean of empty slice."): Verdict.PASSED,
    ("UserWarning", "overflow encountered in exp"): Verdict.PASSED,
    ("DeprecationWarning", "old"): Verdict.PASSED,
}


@pytest.mark.parametrize(("warning", "expected"), WARNINGS.items(), ids=[text for _, text in WARNINGS])
def test_warnings_of_overflow_are_not_finite(warning: tuple[str, str], expected: Verdict) -> None:
    """NumPy's warnings of overflow and invalid values fail a check; one of division by zero alone does not."""
    assert expected is verdict(answering(returned(warnings=[(*warning, 2)])))


def test_a_warning_names_the_operation_and_the_line() -> None:
    """The learner is told which operation left the range, and where."""
    finding = outcome(answering(returned(warnings=[("RuntimeWarning", "overflow encountered in exp", 3)])))

    assert finding and finding.line == 3
    assert "overflow encountered in exp in line 3" in finding.full.en


def test_an_exception_outranks_a_warning_before_it() -> None:
    """Of several facts the one that explains the others is shown."""
    failed = p.Failed(0, p.Fault("raised", "ValueError", "no", [3]), b"", WARNED)

    assert verdict(answering(failed)) is Verdict.RAISED


WARNED = [("RuntimeWarning", "overflow encountered in exp", 3)]


# --- callbacks ------------------------------------------------------------------------------------


def asked(*arguments: Any, number: int = 1, **keywords: Any) -> p.CallbackCall:
    """A worker's wish to run callback `number`."""
    return p.CallbackCall(0, number, after(*arguments, **keywords))


def test_a_callback_runs_in_the_grader() -> None:
    """A callable argument is sent as a number; the worker may have it called, and gets its value."""
    door = FakeDoor([asked(3.0, scale=2), returned(1.0)])
    calls = []

    def f(x: float, scale: int) -> float:
        calls.append((x, scale))
        return x * scale

    assert verdict(make_session(door), f, 1.0) is Verdict.PASSED
    answer = door.sent[2]
    assert calls == [(3.0, 2)]
    assert isinstance(answer, p.CallbackResult) and answer.error == ""
    assert p.decode_value(answer.payload, lambda *_: None) == 6.0


def test_the_same_callable_is_one_callback() -> None:
    """A function that is passed twice has one number; two functions have two."""
    door = FakeDoor([returned()])

    verdict(make_session(door), [abs, abs, len], 1.0)

    seen: list[int] = []
    assert isinstance(door.sent[1], p.Call)
    p.decode_value(door.sent[1].payload, lambda code, number, name: seen.append(number))
    assert seen == [1, 1, 2]


def test_an_error_in_a_callback_goes_to_the_submission() -> None:
    """Its arguments were the submission's, and so is the error: it is raised there."""
    door = FakeDoor([asked("no number"), returned(1.0)])

    def f(x: float) -> float:
        return math.sqrt(x)

    assert verdict(make_session(door), f, 1.0) is Verdict.PASSED
    answer = door.sent[2]
    assert isinstance(answer, p.CallbackResult)
    assert answer.error.startswith("TypeError: ")


def test_a_value_that_does_not_travel_is_the_callbacks_error() -> None:
    """A callback whose result cannot be sent is an error told to the submission, not one of ours."""
    door = FakeDoor([asked(1.0), returned(1.0)])

    assert verdict(make_session(door), lambda x: {x}, 1.0) is Verdict.PASSED
    answer = door.sent[2]
    assert isinstance(answer, p.CallbackResult) and "UnsupportedValue" in answer.error


def test_a_callback_may_end_the_check() -> None:
    """A check's own callback may find the submission at fault."""

    def f(x: float) -> float:
        raise CheckFailed(messages.missing("backward"))

    assert verdict(answering(asked(1.0)), f, 1.0) is Verdict.MISSING


MALFORMED = {
    "no list": p.encode_value(5),
    "three parts": p.encode_value([[], {}, 1]),
    "arguments that are a dict": p.encode_value([{}, {}]),
    "keywords that are a list": p.encode_value([[], []]),
    "a reference": msgspec.msgpack.encode([[p.reference_ext(p.CALLBACK, 1)], {}]),
    "bytes": b"\xc1",
}


@pytest.mark.parametrize("payload", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_callback_is_a_crash(payload: bytes) -> None:
    """The arguments of a callback are a list and a dict of plain values."""
    assert verdict(answering(p.CallbackCall(0, 1, payload)), len, 1.0) is Verdict.CRASHED


def test_endless_callbacks_are_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call may not go on asking forever."""
    monkeypatch.setattr(module, "CALLBACK_LIMIT", 5)

    assert verdict(answering(*[asked([]) for _ in range(6)]), len, 1.0) is Verdict.CRASHED
