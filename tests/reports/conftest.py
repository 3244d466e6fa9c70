"""Results with sane defaults, for tests of the reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.results import CheckResult, Comparison, Detail, Diagnosis, Graded, Location, Result, SandboxUsed, Verdict

STATEMENT = r"""# Mean squared error

## Formula

$$\mathrm{MSE} = \frac{1}{N} \sum_{i=1}^{N} (y_i - \hat{y}_i)^2$$

where $N = n \cdot d$ is the number of *elements*.

| argument | shape |
|---|---|
| `y` | (n, d) |
"""


def make_check(verdict: Verdict = Verdict.PASSED, **changes: Any) -> CheckResult:
    """A check worth two points; it has them if it passed."""
    given: dict[str, Any] = {
        "id": "public.check",
        "title": "gives 5/3 for the worked example",
        "visibility": "public",
        "points": 2.0,
    }
    given |= {"score": 2.0 if verdict is Verdict.PASSED else 0.0, "verdict": verdict} | changes
    return CheckResult(**given)


def make_graded(*checks: CheckResult, diagnoses: tuple[str, ...] = (), result: dict[str, Any] | None = None,
                **changes: Any) -> Graded:  # fmt: skip
    """A graded submission of `mse` with these checks, one that passed where none is given."""
    checks = checks or (make_check(),)
    score, full = sum(c.score for c in checks), sum(c.points for c in checks)
    fields: dict[str, Any] = {
        "exercise": "mse", "submission": "losses/mse.py", "backend": "numpy", "device": "cpu",
        "sandbox": SandboxUsed(level="full", layers=("landlock", "seccomp")), "gradable": True,
        "passed": score == full, "score": score, "max_score": full, "duration_s": 0.01, "checks": checks,
        "diagnoses": tuple(Diagnosis(misconception="slug", message=text) for text in diagnoses),
    }  # fmt: skip
    given = {"title": "Mean squared error", "topic": "losses", "difficulty": "easy"} | changes
    return Graded(result=Result(**(fields | (result or {}))), **given)


def make_comparison(actual: Any, expected: Any, what: str = "the result") -> Comparison:
    """Two arrays under the tolerance of float64."""
    return Comparison(what=what, actual=np.asarray(actual), expected=np.asarray(expected), rtol=1e-6, atol=1e-8)


def make_detail(actual: Any = None, expected: Any = None, line: int | None = None, text: str = "") -> Detail:
    """What stands beside a message: two arrays, a line, or both."""
    return Detail(
        location=Location(line=line, text=text) if line is not None else None,
        comparison=None if actual is None else make_comparison(actual, expected),
    )


def failed_comparison(
    actual: Any, expected: Any, *, what: str = "the result", topic: str = "losses", **changes: Any
) -> Graded:
    """One failed check that compared these arrays."""
    check = make_check(Verdict.WRONG_VALUE, message="the result differs from the reference.", **changes)
    detail = Detail(comparison=make_comparison(actual, expected, what))
    return make_graded(check, topic=topic, details={check.id: detail})


Build = Callable[..., Any]


@pytest.fixture(name="make_check")
def _make_check() -> Build:
    return make_check


@pytest.fixture(name="make_graded")
def _make_graded() -> Build:
    return make_graded


@pytest.fixture(name="make_detail")
def _make_detail() -> Build:
    return make_detail


@pytest.fixture(name="failed_comparison")
def _failed_comparison() -> Build:
    return failed_comparison


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "\"><img src=x onerror=alert(1)> ' onload='x",
    "cdata": "]]><!--",
    "entity": "&lt;script&gt; &#60;b&#62;",
    "ansi": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ \x9b2J",
    "controls": "\0\a\b\x7f\x85\x9f\r\v\f",
    "bidi": "\u202eevil\u2066\u200f\u061c",
    "surrogates": "\ud800 \udfff",
    "zero width": "a\u200bb\u2060c\ufeffd\U000e0041",
    "markup": "[bold]x[/bold] [link=http://x]y[/link] [/] :smile:",
    "template": "{{ 7 * 7 }} {% raw %} {0} {id}",
    "markdown": "# x\n[a](javascript:alert(1)) ![b](http://x/y.png) $\\frac{1}{2}$ |a|b|",
    "formula": "=HYPERLINK(\"http://x\")\n+1\n-1\n@x",
    "long": "A" * 1_000_000,
    "lines": "x\n" * 500_000,
}  # fmt: skip


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    """Text that a learner might use against a report."""
    return str(request.param)


@pytest.fixture
def attacked(hostile: str) -> Graded:
    """A result with the hostile text wherever a learner can put text."""
    check = make_check(Verdict.RAISED, message=hostile, output=hostile, title=hostile)
    return make_graded(
        check,
        make_check(Verdict.WRONG_VALUE, id="public.other", message=f"`{hostile}`"),
        diagnoses=(hostile,),
        notices=(hostile,),
        details={check.id: make_detail([1.0, 2.0], [1.0, 3.0], line=3, text=hostile)},
        result={"submission": hostile},
    )
