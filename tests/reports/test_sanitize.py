"""The one sanitiser for learner text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from grader.reports.sanitize import clean, line

ANYTHING = st.text(st.characters(), max_size=300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\n\ttext 你好 ŷ²", "plain\n\ttext 你好 ŷ²"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x07", "link"),
        ("\x9b2Jgone", "gone"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("bell\a nul\0 del\x7f", "bell␇ nul␀ del␡"),
        ("12%\b\b\b", "12%"),
        ("\u202etxt.exe", "⟨U+202E⟩txt.exe"),
        ("a\u200b\ufeff\u2060b", "ab"),
        ("\ud800!", "\ufffd!"),
        ("z" + "\u0336" * 50, "z" + "\u0336" * 4),
    ],
)
def test_what_steers_is_dropped_or_shown(text: str, expected: str) -> None:
    """Escapes and invisible characters go; other controls are shown as what they are."""

    assert clean(text) == expected


@given(ANYTHING)
def test_only_printable_text_is_left(text: str) -> None:
    """Newline and tab are the only controls that any text keeps, and nothing turns its direction."""
    left = clean(text)

    assert all(unicodedata.category(c) not in ("Cc", "Cs") for c in left if c not in "\n\t")
    assert not set(left) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
    assert left.encode().decode() == left


@given(ANYTHING)
def test_cleaning_again_changes_nothing(text: str) -> None:
    """Clean text is clean."""
    once = clean(text, limit=10**6, lines=10**6)

    assert clean(once, limit=10**6, lines=10**6) == once


def test_what_is_cut_off_is_counted() -> None:
    """A note says how many characters are missing."""

    assert clean("x" * 100, limit=90, more="{n} more") == "x" * 90 + "\n10 more"
    assert clean("x" * 1_000_000, limit=10, more="{n} more") == "x" * 10 + "\n999990 more"
    assert clean("a\nb\nc", lines=2, more="{n} more") == "a\nb\n2 more"


def test_a_line_is_one_line() -> None:
    """Line ends and runs of spaces become one space, and what is too long ends in an ellipsis."""

    assert line("a\n  b\r\nc") == "a b c"
    assert line("x" * 50, limit=10) == "x" * 9 + "…"
