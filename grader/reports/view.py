"""What the reports for people show, in words and cleaned: terminal and page differ in form only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grader.reports.difference import Difference, Element, difference, worst_elements
from grader.reports.sanitize import clean, line
from grader.reports.words import Words
from grader.results import Verdict

if TYPE_CHECKING:
    from grader.results import CheckResult, Detail, Graded, Location

State = Literal["passed", "failed", "unchecked"]
MARKS: dict[State, str] = {"passed": "✓", "failed": "✗", "unchecked": "–"}
_UNCHECKED = (Verdict.SKIPPED_NO_GPU, Verdict.SKIPPED_MISSING_DEPENDENCY, Verdict.GRADER_ERROR)
MESSAGE_LIMIT, OUTPUT_LIMIT = 3000, 4000


@dataclass(frozen=True, slots=True)
class CheckView:
    """One check, ready to be shown."""

    state: State
    mark: str
    title: str
    verdict: str
    hidden: bool
    score: str
    message: str
    line: tuple[int, str] | None
    difference: Difference | None
    elements: tuple[Element, ...]
    further: int
    output: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise, ready to be shown."""

    id: str
    title: str
    topic: str
    difficulty: str
    submission: str
    state: State
    score: str
    full: str
    share: float
    checks: tuple[CheckView, ...]
    mistakes: tuple[str, ...]
    closing: tuple[str, str]
    notices: tuple[str, ...]
    statement: str
    made_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """A run over several exercises."""

    passed: int
    total: int
    score: str
    full: str
    share: float


def view(graded: Graded, words: Words) -> ExerciseView:
    """Everything that a report shows of one exercise."""
    result = graded.result
    return ExerciseView(
        id=line(result.exercise),
        title=line(graded.title),
        topic=line(graded.topic),
        difficulty=words.difficulty.get(graded.difficulty, line(graded.difficulty)),
        submission=line(result.submission),
        state="unchecked" if not result.gradable else "passed" if result.passed else "failed",
        score=points(result.score),
        full=points(result.max_score),
        share=_share(result.score, result.max_score),
        checks=tuple(_checks(graded, words)),
        mistakes=tuple(clean(d.message, limit=MESSAGE_LIMIT) for d in result.diagnoses),
        closing=_closing(graded, words),
        notices=(*_remarks(graded, words), *(line(notice, limit=500) for notice in graded.notices)),
        statement=graded.statement,
        made_with=_made_with(graded, words),
    )


def totals(graded: Sequence[Graded]) -> Totals:
    """The sums over all exercises."""
    results = [g.result for g in graded]
    score, full = sum(r.score for r in results), sum(r.max_score for r in results)
    passed = sum(r.passed for r in results)
    return Totals(passed, len(results), points(score), points(full), _share(score, full))


def points(value: float) -> str:
    """A number of points without needless decimals."""
    return f"{round(value, 2):g}"


def _share(score: float, full: float) -> float:
    return min(max(score / full, 0.0), 1.0) if full > 0 else 0.0


def _checks(graded: Graded, words: Words) -> Iterator[CheckView]:
    before: tuple[Verdict, str] | None = None
    for check in graded.result.checks:
        same = bool(check.message) and (check.verdict, check.message) == before
        detail = graded.details.get(check.id)
        failed = check.verdict is not Verdict.PASSED and not same
        found = difference(detail.comparison, graded.topic) if detail and failed else None
        yield _check(check, detail, found, words, words.as_above if same else None)
        if check.verdict is not Verdict.PASSED:
            before = check.verdict, check.message


def _check(
    check: CheckResult, detail: Detail | None, found: Difference | None, words: Words, instead: str | None
) -> CheckView:
    failed = check.verdict is not Verdict.PASSED
    state: State = "passed" if not failed else "unchecked" if check.verdict in _UNCHECKED else "failed"
    elements = worst_elements(found) if found else ()
    return CheckView(
        state=state,
        mark=MARKS[state],
        title=line(check.title),
        verdict=words.verdict[check.verdict],
        hidden=check.visibility == "hidden",
        score=f"{points(check.score)}/{points(check.points)}",
        message=instead or clean(check.message, limit=MESSAGE_LIMIT, more=words.more),
        line=_line(detail.location) if detail and detail.location and not instead else None,
        difference=found,
        elements=elements,
        further=found.count - len(elements) if found else 0,
        output=clean(check.output, limit=OUTPUT_LIMIT, more=words.more).strip("\n"),
    )


def _line(location: Location) -> tuple[int, str]:
    return location.line, clean(location.text, limit=300, lines=1).expandtabs(4).strip()


def _remarks(graded: Graded, words: Words) -> tuple[str, ...]:
    """Why there is no score, where there is none."""
    if graded.result.gradable:
        return ()
    ours = any(c.verdict is Verdict.GRADER_ERROR for c in graded.result.checks)
    return (words.our_fault if ours else words.not_checked,)


def _closing(graded: Graded, words: Words) -> tuple[str, str]:
    """The last words: a label, and what to try next."""
    result = graded.result
    if result.passed:
        return words.full_marks, words.all_passed
    open_ones = [c.verdict for c in result.checks if c.verdict is not Verdict.PASSED]
    if not result.gradable:
        open_ones = [verdict for verdict in open_ones if verdict in _UNCHECKED]
    first = open_ones[0] if open_ones else Verdict.GRADER_ERROR
    return words.next, words.advice[first].format(id=line(result.exercise))


def _made_with(graded: Graded, words: Words) -> tuple[str, ...]:
    result = graded.result
    backend = {"numpy": "NumPy", "keras": "Keras"}[result.backend]
    layers = f" ({', '.join(result.sandbox.layers)})" if result.sandbox.layers else ""
    return (
        words.graded_on.format(backend=backend, device=line(result.device).upper()),
        words.sandbox.format(level=result.sandbox.level) + layers,
    )
