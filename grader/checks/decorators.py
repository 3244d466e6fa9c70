"""What marks a function as a check, and a wrong answer as a misconception."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from grader.text import Text

F = TypeVar("F", bound=Callable[..., Any])


class CheckInfo(NamedTuple):
    """Title and points of a check."""

    title: Text
    points: float


def check(en: str, *, zh: str, points: float) -> Callable[[F], F]:
    """Mark a pytest function as a check that holds what its title says."""

    def mark(function: F) -> F:
        function.__dict__["check_info"] = CheckInfo(Text(en, zh), float(points))
        return function

    return mark


def misconception(slug: str, *, entry: str = "", en: str = "", zh: str = "", verdict: str = "") -> Callable[[F], F]:
    """Mark a wrong answer. Read from the source by `grader.diagnosis`; the file is never imported."""
    return lambda function: function
