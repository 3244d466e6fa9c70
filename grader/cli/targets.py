"""What `grade run` is asked to grade: ids and files → tasks."""

from __future__ import annotations

from pathlib import Path

import msgspec

from grader import messages
from grader.catalogue import Catalogue, Exercise
from grader.errors import SubmissionError, UsageError
from grader.results import Verdict
from grader.sources import Task, read_submission
from grader.workspace import Workspace, find_workspace, last_changed, learner_file, learner_files


class Choice(msgspec.Struct, frozen=True):
    """Targets as they were typed."""

    targets: tuple[str, ...]
    everything: bool = False
    file: Path | None = None


def choose_tasks(choice: Choice, catalogue: Catalogue) -> list[Task]:
    """The submissions to grade; a file that cannot be read is an error alone, a verdict among several."""
    pairs = _pairs(choice, catalogue, find_workspace(Path.cwd()))
    return [_task(exercise, path, alone=len(pairs) == 1) for exercise, path in pairs]


def _pairs(choice: Choice, catalogue: Catalogue, workspace: Workspace | None) -> list[tuple[Exercise, Path]]:
    if choice.file is not None:
        if len(choice.targets) != 1 or choice.everything:
            raise UsageError("--file goes with the id of one exercise: `grade run mse --file answer.py`.")
        return [(catalogue[choice.targets[0]], choice.file)]
    if choice.everything and choice.targets:
        raise UsageError(f"--all grades every exercise; it goes without names. Received: {' '.join(choice.targets)}")
    if choice.targets:
        return [_pair(target, catalogue, workspace) for target in choice.targets]
    changed = last_changed(workspace, catalogue)
    if changed is None:
        raise UsageError("nothing to grade here. `grade init` makes a workspace; or name a file.")
    pairs = learner_files(workspace, catalogue) if choice.everything else [changed]
    return [(exercise, _shown(path)) for exercise, path in pairs]


def _pair(target: str, catalogue: Catalogue, workspace: Workspace | None) -> tuple[Exercise, Path]:
    if target in catalogue:
        return catalogue[target], _own_file(catalogue[target], workspace)
    path = Path(target)
    if path.suffix not in (".py", ".ipynb") and not path.exists() and "/" not in target:
        return catalogue[target], path  # raises, with the nearest id
    for name in (path.stem, path.stem.replace("_", "-"), path.resolve().parent.name):
        if name in catalogue:
            return catalogue[name], path
    raise SubmissionError(
        f"cannot tell which exercise {path} answers: its name is no exercise's id. "
        f"Say so with `grade run ID --file {path}`."
    )


def _own_file(exercise: Exercise, workspace: Workspace | None) -> Path:
    path = learner_file(exercise, workspace)
    if path is None:
        raise UsageError(
            f"there is no workspace here. `grade init` makes one; or `grade run {exercise.id} --file answer.py`."
        )
    if workspace and not path.exists():
        raise SubmissionError(f"{_shown(path)} does not exist. `grade init {_shown(workspace.root)}` writes the stub.")
    return _shown(path)


def _shown(path: Path) -> Path:
    """A path as one would type it here."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _task(exercise: Exercise, path: Path, *, alone: bool) -> Task:
    try:
        return Task(exercise, str(path), read_submission(path))
    except SubmissionError as error:
        if alone:
            raise
        return Task(exercise, str(path), b"", messages.plain(Verdict.MISSING, str(error), str(error)))
