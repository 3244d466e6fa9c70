"""`grade new` and `grade audit`: an exercise of one's own, proved from the first minute."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.cli.new_command import PLACES

if TYPE_CHECKING:
    from tests.cli.conftest import Grade

RIGHT = "import numpy as np\n\n\ndef double_it(x):\n    return 2 * np.asarray(x, dtype=float)\n"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_new_exercise_is_sound(grade: Grade) -> None:
    """What `grade new` writes is complete: the audit finds no fault, and it can be listed, shown, graded."""
    made = grade("new", "losses/double-it", "--course", "own")
    audit = grade("audit", "double-it", "--course", "own", "--json")
    (grade.folder / "double_it.py").write_text(RIGHT, encoding="utf-8")
    run = grade("run", "double_it.py", GRADE_COURSE="own")

    assert (made.code, audit.code) == (0, 0), made.text + audit.text
    assert json.loads(audit.out) == {"exercises": 1, "faults": []}
    assert set(made.out.split("\n")[: len(PLACES)]) == {f"own/{name}" for name in contents(grade.folder / "own")}
    assert "grade audit double-it --course own" in made.out
    assert run.code == 0, run.text
    assert "double-it" in grade("list", "--course", "own").out
    assert "Worked example" in grade("show", "double-it", "--course", "own").out
    assert grade("init", "mine", "--topics", "losses", "--course", "own").code == 0
    assert (grade.folder / "mine" / "losses" / "double-it.py").is_file()


def test_every_template_is_used(root: Path) -> None:
    """No template of an exercise is forgotten, and none is missing."""
    assert {path.name for path in (root / "templates" / "exercise").iterdir()} == set(PLACES)


def test_new_overwrites_nothing(grade: Grade) -> None:
    """A second `grade new` of the same name, or a folder in its way, changes no file."""
    assert grade("new", "losses/double-it", "--course", "own").code == 0
    (grade.folder / "own" / "solutions" / "losses" / "triple-it").mkdir()
    before = contents(grade.folder / "own")

    for name in ("losses/double-it", "other/double-it", "losses/triple-it"):
        ran = grade("new", name, "--course", "own")
        assert (ran.code, "Traceback" in ran.text) == (2, False), ran.text
        assert "already" in ran.err
    assert contents(grade.folder / "own") == before


@pytest.mark.parametrize("name", "mse Losses/mine losses/My_One a/b/c ../up/here /etc/x losses/ losses/2nd".split())
def test_bad_names_are_refused(grade: Grade, name: str) -> None:
    """A name that is not TOPIC/ID in lower case with hyphens is refused, and nothing is written."""
    ran = grade("new", name, "--course", "own")

    assert (ran.code, "TOPIC/ID" in ran.err, name in ran.err) == (2, True, True)
    assert not (grade.folder / "own").exists()


def test_an_id_of_the_built_in_course_is_taken(grade: Grade) -> None:
    """An id that is in use anywhere is refused before it breaks every command."""
    ran = grade("new", "losses/mse", "--course", "own")

    assert (ran.code, "'mse' already" in ran.err) == (2, True)
    assert contents(grade.folder) == {}


@pytest.mark.parametrize("name", ["for", "np", "2d"])
def test_names_that_python_keeps_for_itself(grade: Grade, name: str) -> None:
    """An id that is no name for a function in Python makes a sound exercise or is refused."""
    made = grade("new", f"losses/{name}", "--course", "own")

    if made.code == 0:
        assert grade("audit", name, "--course", "own").code == 0
    else:
        assert (made.code, name[0].isdigit()) == (2, True)


def test_a_course_that_cannot_be_made_is_said(grade: Grade) -> None:
    """A file in the place of the course is named and left alone."""
    (grade.folder / "own").write_text("mine", encoding="utf-8")

    ran = grade("new", "losses/double-it", "--course", "own")

    assert (ran.code, "Traceback" in ran.text, "cannot be written to own" in ran.err) == (2, False, True)
    assert (grade.folder / "own").read_text(encoding="utf-8") == "mine"


def test_audit_prints_every_fault_and_ends_with_1(grade: Grade) -> None:
    """Faults are printed one a line with their place; a manifest at fault hides no other exercise's faults."""
    assert grade("new", "losses/one", "--course", "own").code == 0
    assert grade("new", "losses/two", "--course", "own").code == 0
    (grade.folder / "own/exercises/losses/one/exercise.toml").write_text("points = 'many'\n", encoding="utf-8")
    (grade.folder / "own/exercises/losses/two/statement.zh.md").unlink()
    (grade.folder / "own/exercises/losses/two/notes.txt").write_text("", encoding="utf-8")

    ran = grade("audit", "one", "two", "--course", "own")

    assert (ran.code, "Traceback" in ran.text) == (1, False), ran.text
    lines = ran.out.splitlines()
    assert lines[-1] == "2 exercises, 3 faults"
    assert [line.split(":")[0] for line in lines[:-1]] == ["one", "two", "two"]
