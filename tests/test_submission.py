"""The proxy: nothing that a worker says is trusted, and whatever goes wrong is a finding of the check that called."""

from __future__ import annotations

import time

import msgspec
import numpy as np
import pytest

from grader import protocol as p
from grader.messages import CheckFailed
from grader.results import Verdict
from grader.sandbox.process import Death, DeathCause
from grader.submission import Session, Submission
from tests.fake_door import PARAMETERS, Answer, FakeDoor
from tests.sessions import (
    SOURCE,
    answering,
    fault,
    handle,
    make_contract,
    make_session,
    outcome,
    raw,
    returned,
    verdict,
)

Parameters = list[tuple[str, int, bool]] | None

# --- calls ----------------------------------------------------------------------------------------


def test_a_call_sends_its_arguments_and_returns_the_value() -> None:
    """`submission.f(…)` sends arguments and keywords, and returns the decoded value."""
    door = FakeDoor([returned(np.arange(3.0))])

    value = Submission(make_session(door)).mse(1.5, y_hat=[2, "a"])

    load, call = door.sent
    assert isinstance(load, p.Load) and isinstance(call, p.Call)
    assert load.source == SOURCE
    assert p.decode_value(call.payload, lambda *_: None) == [[1.5], {"y_hat": [2, "a"]}]
    assert value.tolist() == [0.0, 1.0, 2.0]


def test_a_worker_lives_through_its_checks() -> None:
    """The source is loaded once, however many calls and checks there are."""
    door = FakeDoor([returned(1), returned(2)])
    session = make_session(door)

    assert [verdict(session), verdict(session)] == [Verdict.PASSED, Verdict.PASSED]
    assert [p.Load, p.Call, p.Call] == [type(message) for message in door.sent]


def test_no_worker_starts_before_the_first_call() -> None:
    """A session costs nothing until a check calls."""
    session = make_session()

    session.close()


def test_every_call_has_an_id_of_its_own() -> None:
    """Ids of calls are not counted up: a submission cannot guess the next one."""
    door = FakeDoor([returned(1), returned(2)])
    session = make_session(door)

    verdict(session), verdict(session)

    ids = [message.id for message in door.sent]
    assert len(set(ids)) == 3
    assert ids[2] - ids[1] != ids[1] - ids[0]


def test_calls_are_recorded_for_diagnosis() -> None:
    """Each call of a check is an event: what was asked, and what came of it."""
    session = answering(returned(2.5), fault())

    with session.recording() as record:
        Submission(session).mse(1.0, 2.0)
        with pytest.raises(CheckFailed):
            Submission(session).mse(1.0, 2.0)

    first, second = (event.outcome for event in record.events)
    assert first and first.value == 2.5 and first.fault is None
    assert second and second.fault == ("raised", "ValueError", "no")


def test_a_record_begins_empty() -> None:
    """Events, findings and prints of one check are not those of the next."""
    session = answering(returned(1, warnings=[("RuntimeWarning", "overflow encountered in exp", 1)]), returned(2))

    verdict(session)
    verdict(session)

    assert session.record.findings == []
    assert len(session.record.events) == 1


def test_prints_are_kept_with_the_check() -> None:
    """What the submission printed during a check is in that check's record."""
    door = FakeDoor([returned(1)], output="hello\n")
    session = make_session(door)

    verdict(session)

    assert session.record.output == ["hello\n"]


def test_a_name_outside_the_manifest_is_the_authors_mistake() -> None:
    """A check that calls what the manifest does not name fails as ours, never as the learner's."""
    with pytest.raises(LookupError, match="mae"):
        Submission(answering()).mae(1.0)


def test_private_names_are_not_functions() -> None:
    """Names that begin with an underscore are not sent: pytest and NumPy ask for many."""
    with pytest.raises(AttributeError):
        Submission(answering())._private  # noqa: B018


# --- replies out of order -------------------------------------------------------------------------

DISORDER: dict[str, Answer] = {
    "another call's id": p.Returned(12345, p.encode_value(1.0), b"", []),
    "another call's failure": p.Failed(12345, p.Fault("raised", "E", "", []), b"", []),
    "a second load": p.Loaded(0, None, []),
    "an unknown callback": p.CallbackCall(0, 7, p.encode_value([[], {}])),
    "another call's callback": p.CallbackCall(12345, 1, p.encode_value([[], {}])),
    "a value cut short": raw(b"\x92\x00"),
    "a value that is nothing": raw(b""),
    "an object that was not asked for": handle(),
    "a callback as value": raw(msgspec.msgpack.encode(p.reference_ext(p.CALLBACK, 1))),
}


@pytest.mark.parametrize("answer", DISORDER.values(), ids=DISORDER.keys())
def test_a_reply_out_of_order_is_a_crash(answer: Answer) -> None:
    """A reply that no honest worker sends ends the worker, and the check as crashed."""
    door = FakeDoor([answer])
    session = make_session(door)

    assert verdict(session) is Verdict.CRASHED
    assert not door.alive


@pytest.mark.parametrize("answer", [returned(1.0), fault(), p.Loaded(99, None, [])])
def test_a_load_answered_with_anything_else_is_a_crash(answer: Answer) -> None:
    """The first reply is `Loaded` with the load's own id, or the submission cannot be loaded."""
    reply = p.Returned(0, b"\x00", b"", []) if callable(answer) else answer
    session = make_session(FakeDoor([], loaded=reply))

    assert verdict(session) is Verdict.CRASHED


# --- faults and deaths ----------------------------------------------------------------------------

FAULTS = {
    "syntax": Verdict.RAISED,
    "not_implemented": Verdict.NOT_IMPLEMENTED,
    "out_of_memory": Verdict.OUT_OF_MEMORY,
    "early_exit": Verdict.EARLY_EXIT,
    "unsupported": Verdict.UNSUPPORTED_VALUE,
    "raised": Verdict.RAISED,
    "grader_error": Verdict.RAISED,
    "skipped_no_gpu": Verdict.RAISED,
    "passed": Verdict.RAISED,
    "": Verdict.RAISED,
}


@pytest.mark.parametrize(("kind", "expected"), FAULTS.items(), ids=FAULTS.keys())
def test_a_fault_is_the_learners(kind: str, expected: Verdict) -> None:
    """A fault that the worker claims becomes a verdict on the submission, never one of ours or a pass."""
    assert expected is verdict(answering(fault(kind)))


@pytest.mark.parametrize(("lines", "expected"), [([1, 3], 3), ([], None), ([9999], None), ([-1], None), ([0], None)])
def test_a_line_is_one_of_the_learners_own(lines: list[int], expected: int | None) -> None:
    """The last line of the learner's file in the traceback is named; a line that is not there is not."""
    finding = outcome(answering(fault(lines=lines)))

    assert finding
    assert expected == finding.line


def test_an_exception_says_type_message_and_line() -> None:
    """The full text of an exception has its type, message and line; the brief one has no message."""
    finding = outcome(answering(fault(name="ZeroDivisionError", text="secret", lines=[2])))

    assert finding
    assert "ZeroDivisionError in line 2: secret" in finding.full.en
    assert "ZeroDivisionError in line 2" in finding.brief.en
    assert "secret" not in finding.brief.en + finding.brief.zh


LEAKS: dict[str, p.Reply] = {
    "an exception's message": fault(text="s3cr3t"),
    "an exception's type": fault(name="s3cr3t"),
    "an unsupported value": fault("unsupported", text="s3cr3t"),
    "an exit": fault("early_exit", text="s3cr3t"),
    "a missing function": fault("not_implemented", name="s3cr3t", text="s3cr3t"),
    "memory": fault("out_of_memory", text="s3cr3t"),
    "a syntax error during a call": fault("syntax", text="s3cr3t"),
    "a warning": p.Returned(0, b"\x00", b"", [("RuntimeWarning", "overflow encountered in s3cr3t", 1)]),
}


@pytest.mark.parametrize("reply", LEAKS.values(), ids=LEAKS.keys())
def test_what_a_hidden_check_says_is_not_the_submissions_to_choose(reply: p.Reply) -> None:
    """The brief text of a finding repeats nothing that the worker wrote during a call: it may be a hidden input."""
    with_echo = msgspec.structs.replace(reply, after=p.encode_value([[1.0, 2.0], {}]))

    finding = outcome(answering(with_echo))

    assert finding
    assert "s3cr3t" not in finding.brief.en + finding.brief.zh


DEATHS = {
    DeathCause.TIMEOUT: Verdict.TIMEOUT,
    DeathCause.MEMORY: Verdict.OUT_OF_MEMORY,
    DeathCause.THREADS: Verdict.CRASHED,
    DeathCause.SCRATCH: Verdict.CRASHED,
    DeathCause.EXITED: Verdict.EARLY_EXIT,
    DeathCause.KILLED: Verdict.CRASHED,
    DeathCause.PROTOCOL: Verdict.CRASHED,
}


@pytest.mark.parametrize(("cause", "expected"), DEATHS.items(), ids=[cause.value for cause in DeathCause])
def test_a_death_costs_its_own_check_alone(cause: DeathCause, expected: Verdict) -> None:
    """A worker that dies ends its check with the cause; the next check has a new worker, loaded anew."""
    second = FakeDoor([returned(1.0)])
    session = make_session(FakeDoor([Death(cause, "", "last words")]), second)

    assert expected is verdict(session)
    assert session.record.output == ["last words"]
    assert verdict(session) is Verdict.PASSED
    assert [p.Load, p.Call] == [type(message) for message in second.sent]


def test_every_cause_of_death_has_a_verdict() -> None:
    """No cause is forgotten in the table above."""
    assert set(DeathCause) == set(DEATHS)


LOAD_ENDS: dict[str, tuple[Answer, Verdict]] = {
    "syntax": (p.Loaded(0, p.Fault("syntax", "SyntaxError", "invalid syntax", [2]), []), Verdict.RAISED),
    "exception": (p.Loaded(0, p.Fault("raised", "NameError", "x", [1]), []), Verdict.RAISED),
    "exit": (p.Loaded(0, p.Fault("early_exit", "SystemExit", "", [1]), []), Verdict.EARLY_EXIT),
    "endless": (Death(DeathCause.TIMEOUT), Verdict.TIMEOUT),
    "killed": (Death(DeathCause.KILLED, "SIGSEGV"), Verdict.CRASHED),
}


@pytest.mark.parametrize(("answer", "expected"), LOAD_ENDS.values(), ids=LOAD_ENDS.keys())
def test_a_file_that_does_not_load_is_tried_once(answer: Answer, expected: Verdict) -> None:
    """What fails at import fails every check with the same finding, and is not run again."""
    session = make_session(FakeDoor([], loaded=answer))

    assert [expected] * 3 == [verdict(session) for _ in range(3)]


# --- time -----------------------------------------------------------------------------------------


def test_a_call_has_the_doors_wall_limit() -> None:
    """A call may take the wall seconds of its limits."""
    door = FakeDoor([returned(1.0)])

    verdict(make_session(door, total_s=1000.0))

    assert door.walls[1] == pytest.approx(6.0, abs=0.5)


def test_a_call_may_take_no_more_than_is_left() -> None:
    """Near the end of the budget a call has only the rest of it."""
    door = FakeDoor([returned(1.0)])

    verdict(make_session(door, total_s=1.0))

    assert 0 < door.walls[1] <= 1.0


def test_the_budget_of_a_submission_is_used_up() -> None:
    """All calls together have a budget: when it is spent, further calls are not made."""

    def slow(message: p.Request) -> p.Reply:
        time.sleep(0.06)
        return p.Returned(0, p.encode_value(1.0), message.payload if isinstance(message, p.Call) else b"", [])

    door = FakeDoor([slow])
    session = make_session(door, total_s=0.05)

    assert [verdict(session) for _ in range(3)] == [Verdict.PASSED, Verdict.TIMEOUT, Verdict.TIMEOUT]
    assert len(door.sent) == 2
    finding = outcome(session)
    assert finding and "used up" in finding.full.en


def test_one_deadline_holds_for_a_call_and_its_callbacks() -> None:
    """Callbacks do not renew the time of a call."""
    asks = [p.CallbackCall(0, 1, p.encode_value([[1.0], {}])) for _ in range(2)]
    door = FakeDoor([*asks, returned(1.0)])

    def slow(x: float) -> float:
        time.sleep(0.03)
        return x

    verdict(make_session(door, total_s=1000.0), slow, 1.0)

    assert door.walls[3] <= door.walls[1] - 0.06


# --- what a file must define ----------------------------------------------------------------------

AS_GIVEN, BY_POSITION, ANY, BY_NAME, ANY_NAMED = 1, 0, 2, 3, 4
ACCEPTED: dict[str, Parameters] = {
    "(x, h=1)": [("x", AS_GIVEN, False), ("h", AS_GIVEN, True)],
    "(a, h=1): the first goes by position": [("a", AS_GIVEN, False), ("h", AS_GIVEN, True)],
    "(x=0, h=1)": [("x", AS_GIVEN, True), ("h", AS_GIVEN, True)],
    "(x, /, h=1)": [("x", BY_POSITION, False), ("h", AS_GIVEN, True)],
    "(x, h=1, more=2)": [("x", AS_GIVEN, False), ("h", AS_GIVEN, True), ("more", AS_GIVEN, True)],
    "(x, h=1, *, more=2)": [("x", AS_GIVEN, False), ("h", AS_GIVEN, True), ("more", BY_NAME, True)],
    "(x, **options)": [("x", AS_GIVEN, False), ("options", ANY_NAMED, False)],
    "(*arguments, **options)": [("arguments", ANY, False), ("options", ANY_NAMED, False)],
    "unknown, as of a built-in": None,
}
REFUSED: dict[str, Parameters] = {
    "()": [],
    "(h=1)": [("h", AS_GIVEN, True), ("x", BY_NAME, False)],
    "(x): h cannot be given": [("x", AS_GIVEN, False)],
    "(x, h): h must be given": [("x", AS_GIVEN, False), ("h", AS_GIVEN, False)],
    "(x, step=1): h has another name": [("x", AS_GIVEN, False), ("step", AS_GIVEN, True)],
    "(x, h=1, /): h has no name": [("x", BY_POSITION, False), ("h", BY_POSITION, True)],
    "(x, y, h=1)": [("x", AS_GIVEN, False), ("y", AS_GIVEN, False), ("h", AS_GIVEN, True)],
    "(x, *, h=1, more)": [("x", AS_GIVEN, False), ("h", BY_NAME, True), ("more", BY_NAME, False)],
    "(*, x, h=1)": [("x", BY_NAME, False), ("h", BY_NAME, True)],
    "(*arguments): h cannot be named": [("arguments", ANY, False)],
    "(**options): x goes by position": [("options", ANY_NAMED, False)],
}


def with_parameters(parameters: Parameters) -> Session:
    """A session of a file whose `f` has these parameters, where `f(x, h=…)` is asked for."""
    loaded = p.Loaded(0, None, [p.Found("f", True, parameters)])
    return make_session(FakeDoor([returned(1.0)], loaded=loaded), signatures={"f": (("x", "h"), 1)})


@pytest.mark.parametrize("parameters", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_parameters_that_can_be_called_as_the_contract_says(parameters: Parameters) -> None:
    """A function may have more than the contract asks for, if it can be called the same way."""
    assert Submission(with_parameters(parameters)).f(1.0) == 1.0


@pytest.mark.parametrize("parameters", REFUSED.values(), ids=REFUSED.keys())
def test_parameters_that_cannot(parameters: Parameters) -> None:
    """A function that cannot be called as the contract says is told what is asked for and what it has."""
    with pytest.raises(CheckFailed) as failed:
        Submission(with_parameters(parameters)).f(1.0)

    assert failed.value.finding.verdict is Verdict.MISSING
    assert "`f` must take (x, h). Received: f(" in failed.value.finding.full.en


@pytest.mark.parametrize(
    ("source", "found", "said"),
    [
        (b"def mae(): pass\n", [], "not defined"),
        (b"def mae(): pass\n", [p.Found("mse", False, None)], "not defined"),
        (b"mse = 3\n", [p.Found("mse", False, None)], "cannot be called"),
        (b"rmse = 3\n", [p.Found("mse", False, None)], "not defined"),
    ],
)
def test_a_function_that_is_not_there(source: bytes, found: list[p.Found], said: str) -> None:
    """A missing name and one that cannot be called are told apart."""
    door = FakeDoor([], loaded=p.Loaded(0, None, found))
    finding = outcome(Session(source, make_contract(), lambda: door))

    assert finding and finding.verdict is Verdict.MISSING
    assert said in finding.full.en


def test_the_fake_answers_with_the_parameters_of_mse() -> None:
    """The fake's default is a file that defines what the contract of these tests asks for."""
    assert [name for name, _, _ in PARAMETERS] == list(make_contract().signatures["mse"][0])
