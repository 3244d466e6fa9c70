"""`.grade/`: damaged, unwritable or not a folder, it never costs the learner's work nor the run."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.sandbox import confine

if TYPE_CHECKING:
    from tests.cli.conftest import Grade

CAP_DAC_OVERRIDE = 1
DAMAGED = {
    "not JSON": b'{"format": 1, "exer',
    "wrong type": b'{"format": 1, "exercises": {"mse": {"score": "all"}}}',
    "another format": b'{"format": 99, "exercises": {}}',
    "binary": bytes(range(256)),
    "nested without end": b'{"x": ' + b"[" * 100_000,
    "empty": b"",
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_state_is_kept_aside(at_work: Grade, answer: Path, case: str) -> None:
    """A state file that cannot be read is kept under another name, said so, and the run goes on."""
    state = at_work.folder / ".grade" / "state.json"
    state.write_bytes(DAMAGED[case])
    before = answer.read_bytes()

    ran = at_work("run", "mse")

    kept = list(state.parent.glob("state.damaged-*.json"))
    assert (ran.code, "Traceback" in ran.text) == (0, False), ran.text
    assert [path.read_bytes() for path in kept] == [DAMAGED[case]]
    assert kept[0].name in ran.err
    assert answer.read_bytes() == before
    assert "done" in at_work("list", "--lang", "en").out


def test_two_damaged_states_are_both_kept(at_work: Grade) -> None:
    """Nothing that was kept aside is ever overwritten, not even within a second."""
    state = at_work.folder / ".grade" / "state.json"
    for data in (b"first", b"second", b"third"):
        state.write_bytes(data)
        assert at_work("list").code == 0

    assert {path.read_bytes() for path in state.parent.glob("state.damaged-*.json")} == {b"first", b"second", b"third"}


def test_a_state_folder_that_is_a_file_is_named(at_work: Grade, answer: Path) -> None:
    """`.grade` being a file is said, with the remedy; another exercise's file is never graded instead."""
    for path in (at_work.folder / ".grade").iterdir():
        path.unlink()
    (at_work.folder / ".grade").rmdir()
    (at_work.folder / ".grade").write_text("mine", encoding="utf-8")

    for arguments in (["run", "mse"], ["list"], ["init"]):
        ran = at_work(*arguments)
        assert (ran.code, "Traceback" in ran.text) == (2, False), ran.text
        assert ".grade is a file" in " ".join(ran.err.split())
    assert (at_work.folder / ".grade").read_text(encoding="utf-8") == "mine"
    assert answer.is_file()


def test_a_state_file_that_is_a_folder_is_kept_aside(at_work: Grade, answer: Path) -> None:
    """A folder in the place of the state file is moved aside like any damaged one."""
    (at_work.folder / ".grade" / "state.json" / "deep").mkdir(parents=True)

    ran = at_work("run", "mse")

    assert (ran.code, "Traceback" in ran.text) == (0, False), ran.text
    assert [path.is_dir() for path in (at_work.folder / ".grade").glob("state.damaged-*")] == [True]


def drop_the_privilege_to_write_anywhere() -> None:
    """Root without CAP_DAC_OVERRIDE minds the mode of a file as anybody does."""
    if os.geteuid() == 0 and sys.platform == "linux":
        confine.prctl(confine.PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


def test_a_read_only_workspace_is_graded(at_work: Grade, answer: Path) -> None:
    """Where nothing can be written the result is shown all the same, with a note that progress is not kept."""
    folders = [at_work.folder, at_work.folder / ".grade", answer.parent]
    for folder in folders:
        folder.chmod(0o555)

    try:
        ran = at_work("run", "mse", before=drop_the_privilege_to_write_anywhere)
        init = at_work("init", "other", before=drop_the_privilege_to_write_anywhere)
    finally:
        for folder in folders:
            folder.chmod(0o755)

    assert (ran.code, init.code, "Traceback" in ran.text + init.text) == (0, 2, False), ran.text + init.text
    assert "8/8" in ran.out
    assert "progress could not be saved" in ran.err
    assert "the workspace cannot be written" in init.err
    assert not (at_work.folder / ".grade" / "state.json").exists()


def test_progress_is_remembered(at_work: Grade, answer: Path) -> None:
    """What was reached shows in the list; a later result replaces an earlier one."""
    answer.write_text("def mse(y, y_hat):\n    return ((y - y_hat) ** 2).sum()\n", encoding="utf-8")
    assert at_work("run", "mse").code == 1
    assert "started" in at_work("list", "--lang", "en").out

    answer.write_text("def mse(y, y_hat):\n    return ((y - 1.0 * y_hat) ** 2).mean()\n", encoding="utf-8")
    assert at_work("run", "mse").code == 0
    assert "done" in at_work("list", "--lang", "en").out
    assert "完成" in at_work("list", "--lang", "zh").out
