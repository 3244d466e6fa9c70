"""The report for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from grader.reports import terminal
from grader.reports.boxes import cells
from grader.results import Graded, Verdict

Build = Callable[..., Any]


def plain(graded: Graded, lang: str = "en", width: int = 80) -> str:
    return terminal.render([graded], lang, color=False, width=width)


def test_full_marks(make_graded: Build) -> None:
    """A result without a fault says so in its last line."""

    assert plain(make_graded()).splitlines() == [
        "Mean squared error  losses/mse · easy",
        "━━━━━━━━━━━━━━━━━━━━━━━━  2/2 points",
        "",
        "  ✓ gives 5/3 for the worked example                                         2/2",
        "",
        "  Full marks. Every check passed.",
    ]


def test_a_failed_check_says_what_where_and_what_next(
    make_graded: Build, make_check: Build, make_detail: Build
) -> None:
    """Mark, title, verdict in words, points, message, the learner's line, prints, the mistake, the next step."""
    check = make_check(Verdict.RAISED, message="ValueError in line 7: shapes (3,) (4,)", output="shape (3,)\n")
    graded = make_graded(
        check,
        diagnoses=("The sum was not divided by n.",),
        notices=("sandbox level basic.",),
        details={check.id: make_detail(line=7, text="    return y - y_hat")},
    )

    assert plain(graded, width=72).splitlines()[3:] == [
        "  ✗ gives 5/3 for the worked example            raised an exception  0/2",
        "      ValueError in line 7: shapes (3,) (4,)",
        "      line 7 │ return y - y_hat",
        "      ┌ printed",
        "      │ shape (3,)",
        "      └",
        "",
        "  The mistake: The sum was not divided by n.",
        "  Note: sandbox level basic.",
        "  Next: read the last line of the exception; print shapes just above the",
        "  line it names.",
    ]


def test_the_worst_elements_stand_in_aligned_columns(failed_comparison: Build) -> None:
    """Index, yours, expected and error of the largest errors; the rest is counted."""
    shown = plain(failed_comparison([[1.0, 5.0, 3.0], [4.0, 5.0, 12.5]], [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]))

    assert "      index    yours   expected   error\n      [1, 2]    12.5          6     6.5\n" in shown
    assert "2 more" not in shown
    assert "15 more out of tolerance" in plain(failed_comparison(list(range(20)), [-1] * 20))


def test_nothing_is_concluded_from_what_was_not_checked(make_graded: Build, make_check: Build) -> None:
    """Skipped is neither passed nor failed, and a fault of the grader is called one."""
    skipped = plain(make_graded(make_check(Verdict.SKIPPED_NO_GPU), result={"gradable": False}))
    ours = plain(make_graded(make_check(Verdict.GRADER_ERROR), result={"gradable": False}))

    assert "– gives" in skipped and "not graded" in skipped and "nothing is concluded" in skipped
    assert "the grader's" in ours and "✗" not in ours


def test_the_same_message_is_said_once(make_graded: Build, make_check: Build) -> None:
    """Checks that fail for one reason do not repeat it."""
    shown = plain(make_graded(*[make_check(Verdict.NOT_IMPLEMENTED, message="Not written yet.")] * 4))

    assert shown.count("Not written yet.") == 1
    assert shown.count("the same as above") == 3


def test_several_exercises_end_in_a_sum(make_graded: Build, make_check: Build) -> None:
    """A run over several exercises says how many were passed and the points of all."""
    shown = terminal.render([make_graded(), make_graded(make_check(Verdict.MISSING))], "en", color=False, width=80)

    assert shown.splitlines()[-1] == "1 of 2 exercises passed · 2/4 points"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_words_and_advice(make_graded: Build, make_check: Build, verdict: Verdict, lang: str) -> None:
    """No verdict is shown by its code name, and every one but full marks has a next step."""
    shown = plain(make_graded(make_check(verdict, title="T")), lang)

    assert "_" not in verdict.value or verdict.value not in shown
    assert {"en": "Next: ", "zh": "下一步："}[lang] in shown or verdict is Verdict.PASSED


@pytest.mark.parametrize("width", [24, 40, 80, 200])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(
    make_graded: Build, make_check: Build, make_detail: Build, width: int, lang: str
) -> None:
    """Columns are counted as a terminal counts them, Chinese characters as two."""
    text = "先对每个误差平方，再取平均 (first square, then average) " * 4
    check = make_check(Verdict.WRONG_VALUE, message=text, title=text, output=text, visibility="hidden")
    graded = make_graded(check, details={check.id: make_detail(line=1, text=text)}, title="均方误差")
    shown = plain(graded, lang, width)

    assert max(cells(line) for line in shown.splitlines()) <= width
    assert shown.splitlines()[3:] and {"en": "hidden", "zh": "隐藏"}[lang] in shown


def test_points_stand_in_one_column(make_graded: Build, make_check: Build) -> None:
    """English and Chinese titles alike leave the points flush right."""
    checks = [make_check(title="对所有元素求平均"), make_check(Verdict.WRONG_VALUE, title="平方"), make_check()]
    lines = [line for line in plain(make_graded(*checks), "zh").splitlines() if line.lstrip()[:1] in "✓✗" and line]

    assert [cells(line) for line in lines] == [80, 80, 80]


def test_hostile_text_does_no_harm(attacked: Graded) -> None:
    """No escape, control or direction mark of a learner reaches the terminal, and the report stays short."""
    shown = plain(attacked)

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]", shown)
    assert len(shown) < 60_000
    assert "Next: " in shown


def test_markup_is_text(make_graded: Build, make_check: Build) -> None:
    """Square brackets and colons are what they are."""
    shown = plain(make_graded(make_check(Verdict.RAISED, message="[bold]x[/bold] [/] :smile: [link=a]b")))

    assert "[bold]x[/bold] [/] :smile: [link=a]b" in shown


def test_colour_changes_no_words(attacked: Graded) -> None:
    """Without its escapes the coloured report is the plain one."""
    coloured = terminal.render([attacked], "en", color=True, width=80)

    assert re.sub(r" +$", "", re.sub(r"\x1b\[[0-9;]*m", "", coloured), flags=re.M) == plain(attacked)
