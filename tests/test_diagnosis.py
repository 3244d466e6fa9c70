"""Diagnosis: the mistake is named where, and only where, a known wrong answer explains what came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader import protocol as p
from grader.diagnosis import Checked, Misconception, diagnose, same_value
from grader.grading import Options, grade
from grader.messages import CheckFailed
from grader.remote import RemoteObject
from grader.results import Verdict
from grader.sandbox.host import Sandbox
from grader.sources import Task
from grader.submission import Session, Submission
from grader.text import Text
from tests.courses import HIDDEN, MANIFEST, PUBLIC, SOLUTION, STUB, write_exercise
from tests.fake_door import FakeDoor
from tests.sessions import make_session

# --- choosing, without a process ------------------------------------------------------------------

Function = Callable[..., Any]


def computing(function: Function) -> Session:
    """A session of a submission whose `f` and `g` are `function(name, x)`, in this process."""

    def answer(message: p.Request) -> p.Reply:
        assert isinstance(message, p.Call)
        (arguments, _) = p.decode_value(message.payload, lambda *_: None)
        try:
            value = function(message.name, *arguments)
        except ArithmeticError as error:
            return p.Failed(0, p.Fault("raised", type(error).__name__, str(error), []), message.payload, [])
        return p.Returned(0, p.encode_value(value), p.encode_value([arguments, {}]), [])

    found = [p.Found(name, True, [("x", 1, False)]) for name in "fg"]
    door = FakeDoor([answer] * 50, loaded=p.Loaded(0, None, found))
    return make_session(door, signatures={"f": (("x",), 1), "g": (("x",), 1)})


def checked(function: Function, *calls: tuple[str, Any], verdict: Verdict = Verdict.WRONG_VALUE) -> Checked:
    """A check that made these calls of a submission and ended so."""
    session = computing(function)
    with session.recording() as record:
        for name, x in calls:
            try:
                getattr(Submission(session), name)(x)
            except CheckFailed:
                break
    return Checked(verdict, record.events)


def known(slug: str, verdict: str = "") -> Misconception:
    """A wrong answer; its source is its slug, which `named` looks up."""
    return Misconception(slug, Text(slug, slug), "", verdict, slug.encode())


def named(checks: list[Checked], answers: dict[str, Function], *, slow: str = "", tolerant: bool = False) -> list[str]:
    """The slugs that `diagnose` names, of these wrong answers; `slow` is the one that is too slow."""
    wrong = [known(slug, "too_slow" if slug == slow else "") for slug in answers]
    found = diagnose(checks, wrong, lambda source: computing(answers[source.decode()]), tolerant=tolerant)
    return [one.slug for one in found]


def square(name: str, x: Any) -> Any:
    return x * x


def plus_two(name: str, x: Any) -> Any:
    return x + 2


def f_wrong(name: str, x: Any) -> Any:
    return -x if name == "f" else 2 * x


def g_wrong(name: str, x: Any) -> Any:
    return 2 * x if name == "f" else 0 * x


def both_wrong(name: str, x: Any) -> Any:
    return f_wrong(name, x) if name == "f" else g_wrong(name, x)


def right(name: str, x: Any) -> Any:
    return 2 * x


ANSWERS: dict[str, Function] = {"square": square, "plus-two": plus_two}


def test_the_wrong_answer_that_gives_the_same_is_named() -> None:
    """A wrong answer explains a failed check if it gives the submission's outcome in every call of it."""
    assert named([checked(square, ("f", 3.0), ("f", 5.0))], ANSWERS) == ["square"]
    assert named([checked(plus_two, ("f", 3.0), ("f", 5.0))], ANSWERS) == ["plus-two"]


def test_a_mistake_that_nobody_knows_is_not_named() -> None:
    """Silence is better than a wrong name."""
    assert named([checked(lambda name, x: 7 * x, ("f", 3.0))], ANSWERS) == []


def test_one_call_that_differs_is_enough_to_stay_silent() -> None:
    """At 2 the square and plus two agree by chance; at 3 they do not."""
    assert named([checked(lambda name, x: 4.0, ("f", 2.0), ("f", 3.0))], ANSWERS) == []


def test_a_wrong_answer_is_ruled_out_by_a_check_that_passed() -> None:
    """What would have failed a passed check is not what the submission does."""
    failed, passed = checked(f_wrong, ("f", 3.0)), checked(f_wrong, ("g", 3.0), verdict=Verdict.PASSED)

    assert named([failed, passed], {"all-negative": lambda name, x: -x}) == []
    assert named([failed, passed], {"f": f_wrong}) == ["f"]


def test_rounding_is_no_mistake() -> None:
    """In float32 a check can be failed by rounding alone: an answer that is wrong elsewhere only is not named."""

    def rounds(name: str, x: Any) -> Any:
        return square(name, x) * (1 + 3e-5)

    def wrong_where_negative(name: str, x: Any) -> Any:
        return x * abs(x)

    answers = {"absolute": wrong_where_negative, "right": square}
    failed = [checked(rounds, ("f", 2.0))]
    sources = {slug: (lambda function=function: computing(function)) for slug, function in answers.items()}

    def found(right: bytes) -> list[str]:
        explained = diagnose(failed, [known("absolute")], lambda s: sources[s.decode()](), tolerant=True, right=right)
        return [one.slug for one in explained]

    assert found(right=b"") == ["absolute"]
    assert found(right=b"right") == []


def test_a_tolerant_diagnosis_rules_nothing_out() -> None:
    """A submission with weights of its own passes with other numbers than a wrong answer."""
    failed, passed = checked(f_wrong, ("f", 3.0)), checked(f_wrong, ("g", 3.0), verdict=Verdict.PASSED)

    assert named([failed, passed], {"all-negative": lambda name, x: -x}, tolerant=True) == ["all-negative"]


def test_two_mistakes_in_two_functions_are_both_named() -> None:
    """Each failed check is explained by itself."""
    checks = [checked(both_wrong, ("f", 3.0)), checked(both_wrong, ("g", 3.0))]

    assert named(checks, {"f": f_wrong, "g": g_wrong, "square": square}) == ["f", "g"]


def test_the_one_that_explains_most_comes_first_and_alone() -> None:
    """Where one wrong answer explains everything, those that explain a part are not named."""
    checks = [checked(both_wrong, ("f", 3.0)), checked(both_wrong, ("g", 3.0))]

    assert named(checks, {"f": f_wrong, "both": both_wrong, "g": g_wrong}) == ["both"]


def test_what_passes_is_not_diagnosed() -> None:
    """Without a failed check nothing is named, even for a wrong answer that passed."""
    assert named([checked(square, ("f", 2.0), verdict=Verdict.PASSED)], ANSWERS) == []


def test_a_check_without_calls_is_not_diagnosed() -> None:
    """A function that is missing was never called: there is nothing to explain."""
    assert named([Checked(Verdict.MISSING, [])], ANSWERS) == []


@pytest.mark.parametrize("verdict", [v for v in Verdict if v not in (Verdict.PASSED, Verdict.TOO_SLOW)])
def test_a_slow_loop_is_named_for_slowness_alone(verdict: Verdict) -> None:
    """A wrong answer marked `too_slow` explains that verdict and no other; the others never explain it."""
    slow, failed = checked(square, ("f", 3.0), verdict=Verdict.TOO_SLOW), checked(square, ("f", 3.0), verdict=verdict)
    answers: dict[str, Function] = {"square": square, "loop": square}

    assert named([slow], answers, slow="loop") == ["loop"]
    assert named([failed], answers, slow="loop") == ["square"]


def test_the_same_exception_is_the_same_mistake() -> None:
    """A wrong answer that raises explains a submission that raises the same."""

    def divide(name: str, x: Any) -> Any:
        return 1 / x

    def other(name: str, x: Any) -> Any:
        raise OverflowError("too large")

    check = checked(divide, ("f", 0), verdict=Verdict.RAISED)
    assert named([check], {"other": other, "divide": divide}) == ["divide"]


def test_a_changed_argument_is_part_of_the_outcome() -> None:
    """The same value with and without changing the argument are two mistakes."""

    def in_place(name: str, x: Any) -> Any:
        x *= x
        return x.copy()

    check = checked(in_place, ("f", np.array([3.0, 4.0])), verdict=Verdict.MUTATED_INPUT)
    assert named([check], {"square": square, "in-place": in_place}) == ["in-place"]


def remote(kind: str) -> RemoteObject:
    return RemoteObject(make_session(), 1, kind)


SAME: list[tuple[Any, Any, bool]] = [
    (1.0, 1.0 + 1e-12, True),
    (1.0, 1.0 + 1e-4, False),
    (1, 1.0, True),
    (np.float64(2), 2.0, True),
    (np.array(2.0), 2.0, True),
    (np.array([2.0]), 2.0, False),
    (np.ones(3), np.ones(3, np.float32), False),
    (np.ones((2, 3)), np.ones((3, 2)), False),
    (np.array([np.nan, np.inf]), np.array([np.nan, np.inf]), True),
    (np.array([np.nan, 1.0]), np.array([1.0, np.nan]), False),
    (np.array([0.1, 1e3], np.float32), np.array([0.1, 1e3 + 1e-2], np.float32), True),
    (np.zeros((0, 3)), np.zeros((0, 3)), True),
    (np.array([True, False]), np.array([True, False]), True),
    (np.array([True, False]), np.array([True, True]), False),
    (np.array([-(2**63)]), np.array([0]), False),
    ((1.0, 2.0), [1.0, 2.0], True),
    ((1.0, 2.0), (1.0,), False),
    ([1.0, [2.0, np.ones(2)]], [1.0, [2.0, np.ones(2)]], True),
    ({"a": 1.0}, {"a": 1.0}, True),
    ({"a": 1.0}, {"b": 1.0}, False),
    ({"a": 1.0, "b": 2.0}, {"b": 2.0, "a": 1.0}, True),
    (None, None, True),
    (None, 0.0, False),
    ("relu", "relu", True),
    ("relu", "tanh", False),
    ("1", 1, False),
    (remote("Value"), remote("Value"), True),
    (remote("Value"), remote("Dense"), False),
    (remote("Value"), 1.0, False),
    (remote("Value"), None, False),
]


@pytest.mark.parametrize(("a", "b", "same"), SAME, ids=repr)
def test_same_value(a: Any, b: Any, same: bool) -> None:
    """Two answers are the same up to rounding: shape, dtype of arrays, keys and members count, containers do not."""
    assert same is same_value(a, b)
    assert same is same_value(b, a)


def test_a_tolerant_comparison_overlooks_float32() -> None:
    """Keras computes in float32: there dtype does not tell answers apart."""
    a, b = np.ones(3), np.full(3, 1 + 1e-5, np.float32)

    assert not same_value(a, b)
    assert same_value(a, b, tolerant=True)


def test_large_integers_are_the_same_if_they_are_equal() -> None:
    """An integer beyond 64 bits equals itself."""
    assert same_value(10**30, 10**30)


# --- for real -------------------------------------------------------------------------------------

TWO = dict(
    manifest=MANIFEST.replace('["double"]', '["double", "half"]'),
    stub=STUB + STUB.replace("double", "half"),
    solution=SOLUTION + "\n\ndef half(x):\n    return x / 2\n",
    public=PUBLIC,
    hidden=HIDDEN + HIDDEN.replace("double", "half").replace("test_any", "test_half").split("\n", 2)[2],
)
WRONG = """
from grader.checks import misconception

@misconception("square", en="You squared.", zh="你做的是平方。")
def double(x):
    return x * x

@misconception("thirds", en="You took a third.", zh="你取了三分之一。")
def half(x):
    return x / 3
"""
MISTAKES = {
    "def double(x): return x ** 2\ndef half(x): return x / 2\n": ["square"],
    "def double(x): return 2 * x\ndef half(x): return x * (1 / 3)\n": ["thirds"],
    "def double(x): return x ** 2\ndef half(x): return x / 3\n": ["square", "thirds"],
    "def double(x): return x ** 3\ndef half(x): return x / 2\n": [],
    "def double(x): return 2 * x\ndef half(x): return x / 2\n": [],
    "def double(x): raise NotImplementedError\ndef half(x): raise NotImplementedError\n": [],
}


@pytest.mark.parametrize(("source", "expected"), MISTAKES.items())
def test_mistakes_are_named_in_both_languages(
    tmp_path: Path, sandbox: Sandbox, source: str, expected: list[str]
) -> None:
    """A submission is graded and replayed in sandboxes of its own; what is named comes in the reader's language."""
    exercise = write_exercise(tmp_path, misconceptions=WRONG, **TWO)
    texts = {"square": "你做的是平方。", "thirds": "你取了三分之一。"}

    graded = grade([Task(exercise, "a.py", source.encode())], Options(language="zh"), sandbox)[0]

    assert [(d.misconception, d.message) for d in graded.result.diagnoses] == [(s, texts[s]) for s in expected]


def test_diagnosis_can_be_left_out(tmp_path: Path, sandbox: Sandbox) -> None:
    """Without diagnosis nothing is replayed, and the verdicts are the same."""
    exercise = write_exercise(tmp_path)
    task = Task(exercise, "a.py", b"def double(x): return x * x\n")

    with_it, without = (grade([task], Options(diagnose=on), sandbox)[0].result for on in (True, False))

    assert [d.misconception for d in with_it.diagnoses] == ["square"]
    assert without.diagnoses == ()
    assert [c.verdict for c in with_it.checks] == [c.verdict for c in without.checks]
