"""A learner's folder: stubs to edit, and `.grade/` with what was reached so far."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

import msgspec

from grader.catalogue import Catalogue, Exercise
from grader.errors import WorkspaceError
from grader.paths import PACKAGE
from grader.results import Result

STATE_FORMAT = 1


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The last result of one exercise."""

    score: float
    max_score: float
    passed: bool
    when: float


class State(msgspec.Struct, kw_only=True):
    """`.grade/state.json`."""

    format: int = STATE_FORMAT
    exercises: dict[str, Progress] = {}
    hints: dict[str, int] = {}


class Workspace(msgspec.Struct, frozen=True):
    """The folder that holds `.grade/`."""

    root: Path

    @property
    def state_file(self) -> Path:
        return self.root / ".grade" / "state.json"

    def file_of(self, exercise: Exercise) -> Path:
        """Where the learner's answer to an exercise lies."""
        return self.root / exercise.topic / f"{exercise.id}.py"


def find_workspace(start: Path) -> Workspace | None:
    """The workspace around a folder, if it lies in one."""
    for folder in (start.resolve(), *start.resolve().parents):
        mark = folder / ".grade"
        if os.path.isdir(mark):
            return Workspace(folder)
        if os.path.isfile(mark):
            raise WorkspaceError(_mark_is_a_file(mark))
    return None


def _mark_is_a_file(mark: Path) -> str:
    return f"{mark} is a file, not the folder that marks a workspace. Move it away, then `grade init` there."


def create(folder: Path, exercises: Iterable[Exercise], readme: str) -> tuple[Workspace, int, int]:
    """Write stubs that are not there yet; (workspace, files written, files left as they were)."""
    if folder.exists() and not folder.is_dir():
        raise WorkspaceError(f"{folder} is a file. Name a folder for the workspace.")
    if (folder / ".grade").is_file():
        raise WorkspaceError(_mark_is_a_file(folder / ".grade"))
    workspace = Workspace(folder)
    written = kept = 0
    try:
        (folder / ".grade").mkdir(parents=True, exist_ok=True)
        for exercise in exercises:
            if write_new(workspace.file_of(exercise), exercise.stub.read_text(encoding="utf-8")):
                written += 1
            else:
                kept += 1
        write_new(folder / "README.md", readme)
        write_new(folder / ".grade" / ".gitignore", "*\n")
    except OSError as error:
        raise WorkspaceError(f"the workspace cannot be written: {error}") from error
    return workspace, written, kept


def write_new(path: Path, text: str) -> bool:
    """Create a file; False, and nothing touched, if there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def load_state(workspace: Workspace) -> tuple[State, str]:
    """The state and a notice; a damaged file is set aside, never overwritten."""
    path = workspace.state_file
    try:
        state = msgspec.json.decode(path.read_bytes(), type=State)
        if state.format == STATE_FORMAT:
            return state, ""
        reason = f"format {state.format} is not {STATE_FORMAT}"
    except FileNotFoundError:
        return State(), ""
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = str(error)
    return State(), f"{path} is damaged ({reason}); {_set_aside(path)} Progress starts anew, your files are untouched."


def _set_aside(path: Path) -> str:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    names = (path.with_name(f"state.damaged-{stamp}-{number}.json") for number in count(1))
    kept = next(name for name in names if not os.path.lexists(name))
    try:
        path.rename(kept)
    except OSError:
        return "it could not be moved."
    return f"it was kept as {kept.name}."


def note_results(workspace: Workspace, results: Sequence[Result]) -> str:
    """Remember what was reached; a notice if that was not possible."""
    state, notice = load_state(workspace)
    for result in results:
        if result.gradable:
            state.exercises[result.exercise] = Progress(
                score=result.score, max_score=result.max_score, passed=result.passed, when=time.time()
            )
    return _save(workspace, state) or notice


def take_hint(workspace: Workspace, exercise: str, available: int) -> int:
    """How many hints of an exercise are shown now: one more than the last time."""
    state, _ = load_state(workspace)
    state.hints[exercise] = min(state.hints.get(exercise, 0) + 1, available)
    _save(workspace, state)
    return state.hints[exercise]


def _save(workspace: Workspace, state: State) -> str:
    """Write the state; a notice if that was not possible, for nothing of the learner's depends on it."""
    try:
        _replace(workspace.state_file, msgspec.json.format(msgspec.json.encode(state), indent=1))
    except OSError as error:
        return f"progress could not be saved: {error}"
    return ""


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".state-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(name, path)


def last_changed(workspace: Workspace | None, catalogue: Catalogue) -> tuple[Exercise, Path] | None:
    """The exercise whose file was changed last."""
    return max(learner_files(workspace, catalogue), key=lambda pair: pair[1].stat().st_mtime, default=None)


def learner_files(workspace: Workspace | None, catalogue: Catalogue) -> list[tuple[Exercise, Path]]:
    """Every exercise that there is a file for."""
    found = [(exercise, learner_file(exercise, workspace)) for exercise in catalogue]
    return [(exercise, path) for exercise, path in found if path is not None and path.is_file()]


def learner_file(exercise: Exercise, workspace: Workspace | None) -> Path | None:
    """The file to grade: in the workspace, else the stub in a checkout; an installed stub is nobody's answer."""
    if workspace:
        return workspace.file_of(exercise)
    return None if exercise.stub.is_relative_to(PACKAGE) else exercise.stub
