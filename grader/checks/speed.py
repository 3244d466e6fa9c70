"""Speed as a ratio against a naive loop, measured in the same run from the grader's side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grader.checks.compare import require
from grader.results import Verdict
from grader.submission import Submission

ROUNDS = 3


def faster_than(
    submission: Submission, function: str, arguments: Callable[[], tuple[Any, ...]], *, baseline: str, ratio: float
) -> None:
    """Hold that a call is at least `ratio` times faster than the same function in `baseline`.

    `arguments` makes fresh inputs for every round, so that nothing can be remembered; the naive loop runs in a
    worker of its own; the best of the rounds counts on both sides, because noise only ever adds time.
    """
    session = submission._session  # noqa: SLF001 - this is the other half of the proxy
    naive = session.beside(baseline.encode())
    try:
        mine, theirs = [], []
        for _ in range(ROUNDS):
            given = arguments()
            getattr(submission, function)(*given)
            mine.append(session.record.events[-1].seconds)
            getattr(Submission(naive), function)(*given)
            theirs.append(naive.record.events[-1].seconds)
    finally:
        naive.close()
    reached = min(theirs) / min(mine)
    require(
        reached >= ratio,
        en=f"{reached:.1f} times as fast as a plain loop on the same inputs; {ratio:g} times is asked for. "
        "Let NumPy loop over the pixels.",
        zh=f"在相同输入上是普通循环的 {reached:.1f} 倍速度，要求达到 {ratio:g} 倍。让 NumPy 去遍历像素。",
        verdict=Verdict.TOO_SLOW,
    )
