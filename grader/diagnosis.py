"""Names the mistake: replays the calls of a submission on wrong answers that people really give.

`misconceptions.py` is read, never imported. Each wrong answer is cut out of it, appended to the solution,
and run in a sandbox of its own like any submission.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from grader.errors import CatalogueError
from grader.messages import CheckFailed
from grader.remote import RemoteObject, remote_kind
from grader.results import Verdict
from grader.submission import Event, Outcome, Session, new_call_id
from grader.text import Text


class Misconception(msgspec.Struct, frozen=True):
    """A wrong answer: its slug, what it tells, the verdict it needs (if any), and its whole source."""

    slug: str
    text: Text
    entry: str
    verdict: str
    source: bytes


class Checked(msgspec.Struct, frozen=True):
    """One check of the submission as diagnosis needs it: its verdict and the calls it made."""

    verdict: Verdict
    events: Sequence[Event]

    @property
    def failed(self) -> bool:
        return self.verdict is not Verdict.PASSED


# --- reading --------------------------------------------------------------------------------------


def read_misconceptions(path: Path, solution: Path) -> tuple[Misconception, ...]:
    """The wrong answers in `path`, each as a complete source; () where there is no such file."""
    if not path.is_file():
        return ()
    text = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise CatalogueError(f"{path}: cannot be read as Python. Received: {error}") from error
    lines = text.splitlines(keepends=True)
    shared = solution.read_text(encoding="utf-8") + "\n\n" + "".join(_shared(tree, lines))
    parts: dict[str, list[str]] = {}
    marks: dict[str, dict[str, str]] = {}
    for node, mark in _marked(tree, path):
        slug = mark.pop("slug")
        marks[slug] = marks.get(slug, {}) | mark
        parts.setdefault(slug, []).append("".join(lines[node.lineno - 1 : node.end_lineno]))
    return tuple(_build(slug, marks[slug], shared, parts[slug]) for slug in parts)


def _build(slug: str, mark: dict[str, str], shared: str, parts: list[str]) -> Misconception:
    source = shared + "\n\n" + "\n\n\n".join(parts) + "\n"
    text = Text(mark.get("en", ""), mark.get("zh", ""))
    return Misconception(slug, text, mark.get("entry", ""), mark.get("verdict", ""), source.encode())


_Definition = ast.FunctionDef | ast.ClassDef


def _decorator(node: ast.stmt) -> ast.Call | None:
    if isinstance(node, _Definition):
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "misconception":
                return decorator
    return None


def _shared(tree: ast.Module, lines: list[str]) -> Iterator[str]:
    """What all wrong answers of a file may use: imports, constants, undecorated functions."""
    for node in tree.body:
        ours = isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "grader"
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not (ours or docstring or _decorator(node)):
            yield "".join(lines[node.lineno - 1 : node.end_lineno])


def _marked(tree: ast.Module, path: Path) -> Iterator[tuple[_Definition, dict[str, str]]]:
    for node in tree.body:
        decorator = _decorator(node)
        if decorator is None or not isinstance(node, _Definition):
            continue
        try:
            mark = {str(k.arg): str(ast.literal_eval(k.value)) for k in decorator.keywords}
            mark["slug"] = str(ast.literal_eval(decorator.args[0]))
        except (ValueError, IndexError) as error:
            raise CatalogueError(
                f"{path}, line {node.lineno}: @misconception takes a slug and plain texts. Received: {error}"
            ) from error
        yield node, mark


# --- replaying ------------------------------------------------------------------------------------


Memory = dict[bytes, Outcome]
"""Outcomes of wrong answers by (slug, calls so far): submissions graded with one seed make the same calls."""


def diagnose(
    checks: Sequence[Checked],
    known: Sequence[Misconception],
    open_session: Callable[[bytes], Session],
    *,
    tolerant: bool = False,
    right: bytes = b"",
    memory: Memory | None = None,
) -> list[Misconception]:
    """The wrong answers that explain the failed checks; the one that explains most comes first.

    A wrong answer explains a failed check if it gives the submission's outcome in every call of it, and is
    ruled out by any passed check in which it gives another. `tolerant`: the submission computes in float32
    with weights of its own, so that passed checks rule nothing out. There a check that it fails by rounding
    alone would fit every answer that is right in that check: where the solution's source is given as `right`,
    what the solution answers too is no mistake.
    """
    failed = [i for i, check in enumerate(checks) if check.failed and check.events and _answered(check)]
    if tolerant and right:
        rounded = _rounded(failed, checks, right, open_session)
        failed = [i for i in failed if i not in rounded]
    explained: dict[Misconception, set[int]] = {}
    for wrong in known if failed else ():
        suited = {i for i in failed if (checks[i].verdict.value == wrong.verdict) == bool(wrong.verdict)}
        suited = {i for i in suited if wrong.verdict or checks[i].verdict is not Verdict.TOO_SLOW}
        replay = Replay(wrong, open_session, {} if memory is None else memory)
        try:
            explained[wrong] = _explains(replay, checks, suited, tolerant)
        finally:
            replay.close()
    return _cover(explained, set(failed))


def _rounded(
    failed: Sequence[int], checks: Sequence[Checked], right: bytes, open_session: Callable[[bytes], Session]
) -> set[int]:
    """The failed checks in which the right answer gives the same, up to float32."""
    replay = Replay(Misconception("", Text("", ""), "", "", right), open_session, {})
    try:
        return {i for i in failed if _same(checks[i].events, replay, tolerant=True)}
    finally:
        replay.close()


def _answered(check: Checked) -> bool:
    """Whether every call came to something: a killed process explains itself."""
    return all(e.outcome is not None and not (e.outcome.fault and e.outcome.fault[0] == "death") for e in check.events)


def _explains(replay: Replay, checks: Sequence[Checked], suited: set[int], tolerant: bool) -> set[int]:
    explained = {i for i in sorted(suited) if _same(checks[i].events, replay, tolerant)}
    passed = [c for c in checks if not c.failed and c.events]
    if explained and not tolerant and not all(_same(c.events, replay, tolerant) for c in passed):
        return set()
    return explained


def _same(events: Sequence[Event], replay: Replay, tolerant: bool) -> bool:
    """Whether the wrong answer gives the submission's outcome in every one of the events."""
    return all(
        event.outcome is not None and again is not None and same_outcome(event.outcome, again, tolerant)
        for event, again in zip(events, replay.outcomes(events))
    )


class Replay:
    """One wrong answer making recorded calls; its worker starts with the first call that nobody has made before."""

    def __init__(self, wrong: Misconception, open_session: Callable[[bytes], Session], memory: Memory) -> None:
        self._wrong, self._open_session, self._memory = wrong, open_session, memory
        self._session: Session | None = None

    def outcomes(self, events: Sequence[Event]) -> Iterator[Outcome | None]:
        """The outcome of each event, one at a time."""
        chain, made = self._wrong.slug.encode(), 0
        for position, event in enumerate(events):
            key = _digest(chain, event)
            outcome = self._memory.get(key)
            if outcome is None:
                for earlier in events[made if event.call.handles else position : position]:
                    self._make(earlier)  # a remote object must have been made before it is asked
                outcome = self._make(event)
                made = position + 1
                if outcome is not None and not event.callbacks:
                    self._memory[key] = outcome
            if event.call.handles:
                chain = key
            yield outcome

    def close(self) -> None:
        """End the worker, if one was needed."""
        if self._session is not None:
            self._session.close()

    def _make(self, event: Event) -> Outcome | None:
        if self._session is None:
            self._session = self._open_session(self._wrong.source)
        again = Event(msgspec.structs.replace(event.call, id=new_call_id()), dict(event.callbacks))
        with contextlib.suppress(CheckFailed):
            self._session.repeat(again, self._session.ready_door())
        return again.outcome


def _digest(chain: bytes, event: Event) -> bytes:
    call = event.call
    parts = (chain, call.operation.encode(), call.name.encode(), call.payload)
    return hashlib.blake2b(b"\0".join(parts), digest_size=16).digest()


def _cover(explained: dict[Misconception, set[int]], open_checks: set[int]) -> list[Misconception]:
    """The fewest wrong answers that explain what can be explained, greedily."""
    named: list[Misconception] = []
    while explained:
        best = max(explained, key=lambda wrong: len(explained[wrong] & open_checks))
        if not explained[best] & open_checks:
            break
        open_checks -= explained.pop(best)
        named.append(best)
    return named


def same_outcome(a: Outcome, b: Outcome, tolerant: bool = False) -> bool:
    """Whether two calls came to the same: value, exception, change of arguments, warnings."""
    if a.fault or b.fault:
        return a.fault == b.fault and a.after == b.after
    if not tolerant and (a.after != b.after or a.warned != b.warned):
        return False
    return same_value(a.value, b.value, tolerant)


_MODELS = {"Sequential", "Functional"}  # two ways to build the same model: its layers and numbers tell mistakes apart


def same_value(a: Any, b: Any, tolerant: bool = False) -> bool:
    """Whether two returned values are the same answer, up to rounding."""
    if isinstance(a, RemoteObject) and isinstance(b, RemoteObject):
        kinds = {remote_kind(a), remote_kind(b)}
        return len(kinds) == 1 or bool(kinds & _MODELS)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(same_value(x, y, tolerant) for x, y in zip(a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same_value(a[k], b[k], tolerant) for k in a)
    if isinstance(a, (np.ndarray, np.generic, int, float)) and isinstance(b, (np.ndarray, np.generic, int, float)):
        return _same_numbers(np.asarray(a), np.asarray(b), tolerant)
    return type(a) is type(b) and bool(a == b)


def _same_numbers(a: np.ndarray, b: np.ndarray, tolerant: bool) -> bool:
    if a.shape != b.shape or a.dtype == object or b.dtype == object:  # object: integers beyond 64 bits
        return a.shape == b.shape == () and bool(a == b)
    if a.ndim and not tolerant and a.dtype != b.dtype:
        return False
    coarse = tolerant or min(a.dtype.itemsize, b.dtype.itemsize) < 8
    finite = np.abs(b[np.isfinite(b)])
    scale = float(finite.max(initial=0.0))
    with np.errstate(all="ignore"):
        return bool(
            np.allclose(a, b, rtol=1e-4 if coarse else 1e-7, atol=scale * (1e-5 if coarse else 1e-9), equal_nan=True)
        )
