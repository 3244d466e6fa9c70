"""The workspace: stubs are written once, progress is kept, and nothing of the learner's is ever lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from grader.catalogue import Catalogue
from grader.errors import WorkspaceError
from grader.results import Result, SandboxUsed
from grader.workspace import (
    Workspace,
    create,
    find_workspace,
    last_changed,
    learner_file,
    load_state,
    note_results,
    write_new,
)


def make_result(exercise: str = "mse", score: float = 3.0, *, gradable: bool = True) -> Result:
    """A result out of eight points."""
    return Result(
        exercise=exercise, submission="mse.py", backend="numpy", device="cpu",
        sandbox=SandboxUsed(level="full", layers=()), gradable=gradable, passed=score == 8.0,
        score=score, max_score=8.0, duration_s=0.1, checks=(),
    )  # fmt: skip


def make_workspace(folder: Path, catalogue: Catalogue, *ids: str) -> Workspace:
    """A workspace with the stubs of these exercises."""
    workspace, _, _ = create(folder, [catalogue[name] for name in ids], "# Read me\n")
    return workspace


# --- creating -------------------------------------------------------------------------------------


def test_a_workspace_holds_stubs_by_topic(tmp_path: Path, catalogue: Catalogue) -> None:
    """`<topic>/<id>.py` for each exercise, a README, and `.grade/`, which git ignores."""
    workspace, written, kept = create(tmp_path / "new", [catalogue["mse"], catalogue["adam"]], "# Read me\n")

    root = workspace.root
    assert (written, kept) == (2, 0)
    assert (root / "losses" / "mse.py").read_text() == catalogue["mse"].stub.read_text()
    assert (root / "optimisation" / "adam.py").is_file()
    assert (root / "README.md").read_text() == "# Read me\n"
    assert (root / ".grade" / ".gitignore").read_text() == "*\n"


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, catalogue: Catalogue) -> None:
    """A second `init` writes what is missing and leaves the rest byte for byte."""
    workspace = make_workspace(tmp_path, catalogue, "mse")
    mine = workspace.file_of(catalogue["mse"])
    mine.write_bytes(b"my work\r\n")
    (tmp_path / "README.md").write_text("my notes")

    _, written, kept = create(tmp_path, [catalogue["mse"], catalogue["adam"]], "# Read me\n")

    assert (written, kept) == (1, 1)
    assert mine.read_bytes() == b"my work\r\n"
    assert (tmp_path / "README.md").read_text() == "my notes"


def test_an_empty_file_counts_as_there(tmp_path: Path) -> None:
    """Even an empty file was somebody's wish."""
    (tmp_path / "a.py").touch()

    assert not write_new(tmp_path / "a.py", "text")
    assert (tmp_path / "a.py").read_text() == ""


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """A dangling link is not followed to create a file elsewhere."""
    (tmp_path / "a.py").symlink_to(tmp_path / "elsewhere.py")

    assert not write_new(tmp_path / "a.py", "text")
    assert not (tmp_path / "elsewhere.py").exists()


def test_a_file_is_no_workspace(tmp_path: Path) -> None:
    """A file where a folder is due is refused, and stays."""
    (tmp_path / "notes").write_text("mine")

    with pytest.raises(WorkspaceError, match="is a file"):
        create(tmp_path / "notes", [], "")
    assert (tmp_path / "notes").read_text() == "mine"


def test_a_topic_that_is_a_file_is_told(tmp_path: Path, catalogue: Catalogue) -> None:
    """Where a stub cannot be written, the reason is told without a traceback."""
    (tmp_path / "losses").write_text("mine")

    with pytest.raises(WorkspaceError, match="cannot be written"):
        create(tmp_path, [catalogue["mse"]], "")


def test_a_workspace_is_found_from_within(tmp_path: Path, catalogue: Catalogue) -> None:
    """The workspace is the nearest folder upwards that holds `.grade/`."""
    workspace = make_workspace(tmp_path / "work", catalogue, "mse")

    assert find_workspace(tmp_path / "work" / "losses") == Workspace(workspace.root.resolve())
    assert find_workspace(tmp_path) is None


# --- state ----------------------------------------------------------------------------------------


def test_progress_is_the_last_result(tmp_path: Path, catalogue: Catalogue) -> None:
    """The last result of an exercise is kept; others stay as they were."""
    workspace = make_workspace(tmp_path, catalogue, "mse")

    notices = [note_results(workspace, [make_result(score=s)]) for s in (3.0, 8.0)]
    notices.append(note_results(workspace, [make_result("adam", 1.0)]))

    state, notice = load_state(workspace)
    assert [*notices, notice] == [""] * 4
    assert {name: (p.score, p.passed) for name, p in state.exercises.items()} == {
        "mse": (8.0, True),
        "adam": (1.0, False),
    }


def test_what_was_not_gradable_is_no_progress(tmp_path: Path, catalogue: Catalogue) -> None:
    """Our own fault does not count."""
    workspace = make_workspace(tmp_path, catalogue, "mse")

    note_results(workspace, [make_result(score=8.0), make_result(score=0.0, gradable=False)])

    assert load_state(workspace)[0].exercises["mse"].score == 8.0


def test_a_new_workspace_has_no_progress(tmp_path: Path, catalogue: Catalogue) -> None:
    """No state file is no damage."""
    state, notice = load_state(make_workspace(tmp_path, catalogue))

    assert (state.exercises, notice) == ({}, "")


DAMAGED = {
    "no JSON": b'{"format": 1, "exer',
    "nothing": b"",
    "not UTF-8": b'{"format": 1, "exercises": {"\xff": {}}}',
    "another type": b"[1, 2]",
    "a wrong field": b'{"exercises": {"mse": {"score": "all"}}}',
    "a later format": b'{"format": 2, "exercises": {}}',
    "very deep": b'{"x": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_state_is_set_aside_with_its_content(tmp_path: Path, catalogue: Catalogue, data: bytes) -> None:
    """Progress starts anew, the damaged file is kept under another name, and the notice names it."""
    workspace = make_workspace(tmp_path, catalogue, "mse")
    workspace.state_file.write_bytes(data)

    notice = note_results(workspace, [make_result()])

    (kept,) = workspace.state_file.parent.glob("state.damaged-*.json")
    assert kept.read_bytes() == data
    assert kept.name in notice
    assert list(load_state(workspace)[0].exercises) == ["mse"]
    assert workspace.file_of(catalogue["mse"]).is_file()


def test_a_second_damage_does_not_replace_the_first(tmp_path: Path, catalogue: Catalogue) -> None:
    """What was set aside stays, also where two are set aside within one second."""
    workspace = make_workspace(tmp_path, catalogue)
    for data in (b"first", b"second"):
        workspace.state_file.write_bytes(data)
        load_state(workspace)

    kept = sorted(path.read_bytes() for path in workspace.state_file.parent.glob("state.damaged-*"))
    assert kept == [b"first", b"second"]


def test_a_state_that_cannot_be_written_is_a_notice(tmp_path: Path) -> None:
    """Losing progress is told, and loses nothing else."""
    (tmp_path / ".grade").write_text("a file in the way")

    assert "progress could not be saved" in note_results(Workspace(tmp_path), [make_result()])


def test_the_state_is_written_whole(tmp_path: Path, catalogue: Catalogue) -> None:
    """The state is JSON that a person can read, and no temporary file stays behind."""
    workspace = make_workspace(tmp_path, catalogue)

    note_results(workspace, [make_result()])

    assert json.loads(workspace.state_file.read_text())["format"] == 1
    assert {path.name for path in workspace.state_file.parent.iterdir()} == {"state.json", ".gitignore"}


# --- which file -----------------------------------------------------------------------------------


def test_the_file_that_was_changed_last_is_meant(tmp_path: Path, catalogue: Catalogue) -> None:
    """Without an id, the exercise of the newest file is graded; files that are missing do not matter."""
    workspace = make_workspace(tmp_path, catalogue, "mse", "adam", "conv2d")
    for age, name in enumerate(["adam", "mse", "conv2d"]):
        os.utime(workspace.file_of(catalogue[name]), (1e9 - age, 1e9 - age))

    found = last_changed(workspace, catalogue)

    assert found and (found[0].id, found[1]) == ("adam", workspace.file_of(catalogue["adam"]))


def test_an_empty_workspace_means_nothing(tmp_path: Path, catalogue: Catalogue) -> None:
    """Where no file is, none is meant."""
    assert last_changed(Workspace(tmp_path), catalogue) is None


def test_without_a_workspace_the_stub_is_meant(tmp_path: Path, catalogue: Catalogue) -> None:
    """In a checkout the learner edits the stub itself."""
    mse = catalogue["mse"]

    assert learner_file(mse, None) == mse.stub
    assert learner_file(mse, Workspace(tmp_path)) == tmp_path / "losses" / "mse.py"
