"""Results for a terminal, with colours and without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from grader.reports.boxes import cells, padded
from grader.reports.console import printed, room, wrap
from grader.reports.view import CheckView, ExerciseView, State, Totals, totals, view
from grader.reports.words import Words, words

if TYPE_CHECKING:
    from rich.text import Text

    from grader.results import Graded

_STYLES: dict[State, str] = {"passed": "green", "failed": "red", "unchecked": "yellow"}
_QUIET = "bright_black"
_BODY = "      "
_BAR = 24


def render(graded: Sequence[Graded], lang: str, *, color: bool, width: int) -> str:
    """Every result, one exercise below the other, and the sum where there are several."""
    own = words(lang)
    lines: list[Text] = []
    for one in graded:
        lines += _exercise(view(one, own), own, room(width))
    if len(graded) > 1:
        lines += _totals(totals(graded), own)
    return printed(lines, color=color, width=width)


def _exercise(shown: ExerciseView, own: Words, width: int) -> Iterator[Text]:
    yield from _header(shown, own, width)
    for check in shown.checks:
        yield from _check(check, own, width)
    yield _text()
    for mistake in shown.mistakes:
        yield from _labelled(own.mistake, own.gap + mistake, "bold magenta", width)
    for notice in shown.notices:
        yield from _labelled(own.note, own.gap + notice, "yellow", width)
    label, rest = shown.closing
    yield from _labelled(label, own.gap + rest, "bold green" if shown.state == "passed" else "bold", width)
    yield _text()


def _header(shown: ExerciseView, own: Words, width: int) -> Iterator[Text]:
    style = _STYLES[shown.state]
    name = _text((shown.title, "bold"), (f"  {shown.topic}/{shown.id} · {shown.difficulty}", _QUIET))
    yield from wrap(name, width)
    filled = round(shown.share * _BAR)
    score = own.not_graded if shown.state == "unchecked" else f"{shown.score}/{shown.full} {own.points}"
    yield _text(("━" * filled, style), ("─" * (_BAR - filled), _QUIET), (f"  {score}", f"bold {style}"))
    yield _text()


def _check(check: CheckView, own: Words, width: int) -> Iterator[Text]:
    style = _STYLES[check.state]
    state = "" if check.state == "passed" else f"  {check.verdict}"
    hidden = f"  {own.hidden}" if check.hidden else ""
    right = _text((hidden, _QUIET), (state, style), (padded(check.score, 5, "right"), _QUIET))
    title = wrap(_text(check.title), max(width - cells(right.plain) - 1, width // 2), "    ")
    title[0].plain = title[0].plain[4:]
    title[0] = _text((f"  {check.mark} ", f"bold {style}")).append_text(title[0])
    space = width - cells(title[0].plain) - cells(right.plain)
    if space < 0:
        yield from title
        yield _text(" " * max(width - cells(right.plain), 0)).append_text(right)
    else:
        yield title[0].append(" " * space).append_text(right)
        yield from title[1:]
    if check.state != "passed":
        yield from _reasons(check, own, width)
    yield from _output(check.output, own, width)


def _reasons(check: CheckView, own: Words, width: int) -> Iterator[Text]:
    if check.message:
        yield from wrap(_text(check.message), width, _BODY)
    if check.line:
        number, source = check.line
        lead = f"{_BODY}{own.your_line.format(n=number)} │ "
        yield from wrap(_text((source, "cyan")), width, " " * (cells(lead) - 2) + "│ ", lead)
    if len(check.elements) > 1 or check.further:
        yield from _elements(check, own)


def _elements(check: CheckView, own: Words) -> Iterator[Text]:
    """The worst elements, decimal text right-aligned under its heading."""
    head = (own.index, own.yours, own.expected, own.error)
    widths = [max(cells(text) for text in column) for column in zip(head, *check.elements)]
    for number, row in enumerate((head, *check.elements)):
        texts = [padded(text, size, "right" if k else "left") for k, (text, size) in enumerate(zip(row, widths))]
        yield _text((_BODY + "   ".join(texts), _QUIET if number == 0 else ""))
    if check.further:
        yield _text((_BODY + own.further.format(n=check.further), _QUIET))


def _output(output: str, own: Words, width: int) -> Iterator[Text]:
    if not output:
        return
    yield _text((f"{_BODY}┌ {own.printed}", _QUIET))
    for text in output.split("\n"):
        yield from wrap(_text(text.expandtabs(4)), width, _BODY + "│ ")
    yield _text((f"{_BODY}└", _QUIET))


def _labelled(label: str, rest: str, style: str, width: int) -> Iterator[Text]:
    yield from wrap(_text((label, style), rest), width, "  ")


def _totals(sums: Totals, own: Words) -> Iterator[Text]:
    passed = own.exercises_passed.format(passed=sums.passed, total=sums.total)
    style = "bold green" if sums.passed == sums.total else "bold"
    yield _text((passed, style), f" · {sums.score}/{sums.full} {own.points}")


def _text(*parts: str | tuple[str, str]) -> Text:
    """Text as it is: never read for markup."""
    from rich.text import Text

    return Text.assemble(*parts, no_wrap=True)
