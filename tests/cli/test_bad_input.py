"""What a learner can hand in by mistake: each gets one clear message, the right exit code, and stays as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    import grader.results
    from tests.cli.conftest import Grade, Ran

RIGHT = "import numpy as np\n\n\ndef mse(y, y_hat):\n    return np.mean((np.asarray(y, float) - y_hat) ** 2)\n"


def assert_clear(ran: Ran, code: int, *words: str) -> None:
    """The exit code, no traceback, and a message that holds every word."""
    assert "Traceback" not in ran.text
    assert (ran.code, [word for word in words if word not in " ".join(ran.text.split())]) == (code, []), ran.text


# --- files that cannot be a submission: usage, exit 2 ------------------------------------------------


class Refused(NamedTuple):
    """The bytes of a file that is not graded, and words of the message."""

    data: bytes
    words: tuple[str, ...]


REFUSED = {
    "empty": Refused(b"", ("mse.py is empty", "grade show")),
    "blank": Refused(b" \n\n\t\n", ("mse.py is empty",)),
    "not UTF-8": Refused(b"import numpy\n# caf\xe9\n", ("not UTF-8", "line 2", "0xe9")),
    "UTF-16": Refused(RIGHT.encode("utf-16"), ("mse.py",)),
    "NUL byte": Refused(b"x = 1\0\n", ("NUL byte",)),
    "50 MB": Refused(b"#" * 50_000_000, ("too large", "50.0 MB", "1 MB")),
    "notebook under another name": Refused(b'{"cells": [], "nbformat": 4}', ("notebook", "jupyter nbconvert")),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_no_python_text_is_refused(at_work: Grade, answer: Path, case: str) -> None:
    """A file that cannot be Python source is refused with exit 2, names its fault, and is not touched."""
    answer.write_bytes(REFUSED[case].data)

    ran = at_work("run", "mse")

    assert_clear(ran, 2, "mse.py", *REFUSED[case].words)
    assert answer.read_bytes() == REFUSED[case].data


def test_a_notebook_is_refused(at_work: Grade) -> None:
    """A notebook given by mistake is refused, with the command that makes a Python file of it."""
    notebook = at_work.folder / "mse.ipynb"
    notebook.write_text(json.dumps({"cells": [], "nbformat": 4}), encoding="utf-8")

    for ran in (at_work("run", "mse.ipynb"), at_work("run", "mse", "--file", "mse.ipynb")):
        assert_clear(ran, 2, "mse.ipynb is a notebook", "jupyter nbconvert --to script")


def test_a_missing_file_is_named(at_work: Grade, answer: Path) -> None:
    """A file that is not there is named, with the command that writes it again."""
    answer.unlink()

    assert_clear(at_work("run", "mse"), 2, "losses/mse.py does not exist", "grade init")
    assert_clear(at_work("run", "mse", "--file", "nowhere.py"), 2, "nowhere.py does not exist")
    assert_clear(at_work("run", "nowhere/mse.py"), 2, "nowhere/mse.py does not exist")


def test_a_folder_is_no_submission(at_work: Grade, answer: Path) -> None:
    """A folder where a file is due is refused, whichever way it is named."""
    answer.unlink()
    answer.mkdir()

    for arguments in (["mse"], ["losses/mse.py"], ["mse", "--file", "losses"]):
        assert_clear(at_work("run", *arguments), 2, "is a folder")


def test_a_name_that_tells_no_exercise_is_asked_about(at_work: Grade) -> None:
    """A file whose name is no exercise's id is refused with the command that grades it."""
    (at_work.folder / "my_answer.py").write_text(RIGHT, encoding="utf-8")

    assert_clear(at_work("run", "my_answer.py"), 2, "which exercise my_answer.py answers", "--file my_answer.py")


def test_among_several_a_bad_file_costs_itself_alone(at_work: Grade, answer: Path) -> None:
    """Of several files one that cannot be read is that one's verdict; the others are graded."""
    (at_work.folder / "optimisation" / "adam.py").write_bytes(b"\xff\xfe")

    ran = at_work("run", "mse", "adam", "--json")

    good, bad = json.loads(ran.out)["results"]
    assert ran.code == 1
    assert good["passed"]
    assert [check["verdict"] for check in bad["checks"]] == ["missing"]
    assert "not UTF-8" in bad["checks"][0]["message"]


# --- files that are Python and wrong: graded, exit 1 -------------------------------------------------


class Graded(NamedTuple):
    """A source that is graded, the verdicts it may get, and words of the report."""

    source: str
    verdict: str
    words: tuple[str, ...]


GRADED = {
    "syntax error": Graded(
        "x = 1\n\ndef mse(y, y_hat)\n    return 0\n", "raised", ("SyntaxError in line 3", "def mse(y, y_hat)")
    ),
    "indentation": Graded("def mse(y, y_hat):\nreturn 1\n", "raised", ("line 2", "return 1")),
    "import error": Graded(f"import nobodys\n{RIGHT}", "raised", ("ModuleNotFoundError", "line 1", "nobodys")),
    "name error at import": Graded(f"{RIGHT}\nprint(mse(yy, 1))\n", "raised", ("NameError", "line 7", "yy")),
    "function missing": Graded(RIGHT.replace("def mse", "def mean_squared"), "missing", ("`mse` is not defined",)),
    "not callable": Graded("mse = 3.0\n", "missing", ("`mse`", "cannot be called")),
    "wrong parameters": Graded(
        "def mse(prediction):\n    return 0.0\n", "missing", ("`mse` must take", "y, y_hat", "prediction")
    ),
    "input() at import": Graded(f"n = input('size? ')\n{RIGHT}", "raised", ("EOFError", "remove `input()`")),
    "exit at import": Graded(f"import sys\n{RIGHT}\nsys.exit()\n", "early_exit", ("ended", "sys.exit()")),
    "os._exit at import": Graded(f"import os\n{RIGHT}\nos._exit(0)\n", "early_exit", ("exit",)),
    "stub": Graded("def mse(y, y_hat):\n    raise NotImplementedError\n", "not_implemented", ("line 2", "Not written")),
}


@pytest.mark.parametrize("case", GRADED)
def test_wrong_python_is_graded_and_explained(at_work: Grade, answer: Path, case: str) -> None:
    """A file that does not run costs its points, exit 1; the report says why and shows the learner's own line."""
    answer.write_text(GRADED[case].source, encoding="utf-8")
    before = answer.read_bytes(), answer.stat().st_mtime_ns

    ran = at_work("run", "mse")

    assert_clear(ran, 1, *GRADED[case].words)
    assert (answer.read_bytes(), answer.stat().st_mtime_ns) == before


@pytest.mark.parametrize("case", GRADED)
def test_wrong_python_has_one_typed_verdict(grade_source: Callable[..., grader.results.Graded], case: str) -> None:
    """The same files have the verdict expected of them, in every check."""
    graded = grade_source(GRADED[case].source)

    assert {check.verdict.value for check in graded.result.checks} == {GRADED[case].verdict}


def test_an_import_that_never_ends_is_stopped(at_work: Grade, answer: Path) -> None:
    """An endless loop at the top of the file ends at the limit, with a verdict and no process left."""
    source = f"{RIGHT}\nwhile True:\n    pass\n"
    answer.write_text(source, encoding="utf-8")

    ran = at_work("run", "mse")

    assert_clear(ran, 1, "out of time", "loop that never ends")
    assert answer.read_text(encoding="utf-8") == source
    assert list(at_work.scratch.iterdir()) == []


def test_a_byte_order_mark_is_no_fault(at_work: Grade, answer: Path) -> None:
    """A file saved by a Windows editor (byte order mark, CRLF) is graded as any other."""
    answer.write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())

    assert_clear(at_work("run", "mse"), 0, "8/8")


# --- options and names -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "mes"], ("'mes'", "Did you mean 'mse'?", "grade list")),
        (["show", "lstm-cel"], ("Did you mean 'lstm-cell'?",)),
        (["audit", "zzzzzz"], ("no exercise is called 'zzzzzz'", "grade list")),
        (["run", "--file", "losses/mse.py"], ("--file", "grade run mse --file")),
        (["run", "mse", "adam", "--file", "losses/mse.py"], ("--file", "one exercise")),
        (["run", "mse", "--all"], ("--all",)),
        (["run", "mse", "--seed", "-1"], ("--seed", "-1")),
        (["run", "mse", "--lang", "fr"], ("--lang", "fr")),
        (["run", "mse", "--html", "nowhere/report.html"], ("report", "nowhere")),
        (["list", "--course", "nowhere"], ("nowhere",)),
        (["run", "mse", "--course", "losses"], ("not a course", "losses")),
        (["rnu"], ("rnu",)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_says_how(at_work: Grade, answer: Path, arguments: list[str], words: tuple[str, ...]) -> None:
    """A name or option that cannot be is exit 2 with one message that names it, and the remedy where there is one."""
    before = answer.read_bytes()

    ran = at_work(*arguments)

    assert_clear(ran, 2, *words)
    assert ran.out == ""
    assert answer.read_bytes() == before


def test_a_manifest_of_a_wrong_type_is_named(at_work: Grade, answer: Path) -> None:
    """A manifest at fault is named with its field, and disturbs no other exercise."""
    folder = at_work.folder / "own" / "exercises" / "losses" / "broken"
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text('format_version = 1\nfunctions = "mse"\n', encoding="utf-8")

    assert_clear(at_work("list", "--course", "own"), 2, "broken/exercise.toml", "functions")
    assert_clear(at_work("run", "mse", "--course", "own"), 0, "8/8")
    assert_clear(at_work("run", "broken", GRADE_COURSE="own"), 2, "broken/exercise.toml")


def test_two_exercises_of_one_id_are_refused(at_work: Grade) -> None:
    """An id that is taken names both folders."""
    folder = at_work.folder / "own" / "exercises" / "other" / "mse"
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text("format_version = 1\n", encoding="utf-8")

    assert_clear(at_work("list", "--course", "own"), 2, "two exercises have the id 'mse'", "other/mse", "losses/mse")
