"""`grade init`, `grade list`, `grade show`, `grade hint`: the learner's folder and what there is to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.catalogue import Catalogue

if TYPE_CHECKING:
    from tests.cli.conftest import Grade


def stubs(folder: Path) -> set[str]:
    """The stubs in a workspace, as `topic/id`."""
    return {path.relative_to(folder).with_suffix("").as_posix() for path in folder.glob("*/*.py")}


# --- init --------------------------------------------------------------------------------------------


def test_init_writes_every_stub(fresh_workspace: Path, catalogue: Catalogue) -> None:
    """A new workspace holds one stub an exercise, word for word, a README and the state folder, and no more."""
    assert stubs(fresh_workspace) == {f"{e.topic}/{e.id}" for e in catalogue}
    for exercise in catalogue:
        assert (fresh_workspace / exercise.topic / f"{exercise.id}.py").read_bytes() == exercise.stub.read_bytes()
    assert {path.name for path in fresh_workspace.iterdir() if path.is_file()} == {"README.md"}
    assert [path.name for path in (fresh_workspace / ".grade").iterdir()] == [".gitignore"]


def test_init_never_overwrites(at_work: Grade, answer: Path, catalogue: Catalogue) -> None:
    """A second `grade init` writes what is missing and leaves every other file as it is, the README too."""
    (at_work.folder / "README.md").write_text("my notes", encoding="utf-8")
    (at_work.folder / "optimisation" / "adam.py").unlink()
    before = answer.read_bytes()

    ran = at_work("init", "--lang", "en")

    assert ran.code == 0
    assert f"1 stubs written, {len(catalogue.ids) - 1} files left" in ran.out
    assert answer.read_bytes() == before
    assert (at_work.folder / "README.md").read_text(encoding="utf-8") == "my notes"
    assert "optimisation/adam" in stubs(at_work.folder)


@pytest.mark.parametrize(
    ("arguments", "topics", "difficulties"),
    [
        (["--topics", "losses"], {"losses"}, {"easy", "medium", "hard"}),
        (["--topics", "losses, rnn"], {"losses", "rnn"}, {"easy", "medium", "hard"}),
        (["--topics", "losses,rnn", "--difficulty", "medium"], {"losses", "rnn"}, {"medium"}),
    ],
)
def test_init_selects(
    grade: Grade, catalogue: Catalogue, arguments: list[str], topics: set[str], difficulties: set[str]
) -> None:
    """--topics and --difficulty select; both together select what both name."""
    assert grade("init", "course", *arguments).code == 0

    chosen = [e for e in catalogue if e.topic in topics and e.manifest.difficulty in difficulties]
    assert chosen
    assert stubs(grade.folder / "course") == {f"{e.topic}/{e.id}" for e in chosen}


def test_init_selects_by_difficulty(grade: Grade, catalogue: Catalogue) -> None:
    """--difficulty alone selects from every topic."""
    assert grade("init", "course", "--difficulty", "easy,hard").code == 0

    expected = {f"{e.topic}/{e.id}" for e in catalogue if e.manifest.difficulty != "medium"}
    assert stubs(grade.folder / "course") == expected


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--topics", "loses"], "unknown topic: loses. There are: "),
        (["--difficulty", "easy,brutal"], "unknown difficulty: brutal. There are: easy, hard, medium"),
    ],
    ids=" ".join,
)
def test_init_refuses_unknown_selections(grade: Grade, arguments: list[str], words: str) -> None:
    """A topic or difficulty that there is not is refused with those that there are, and nothing is written."""
    ran = grade("init", "course", *arguments)

    assert (ran.code, words in ran.err) == (2, True), ran.err
    assert not (grade.folder / "course").exists()


def test_init_refuses_a_file(grade: Grade) -> None:
    """A file in the way of the workspace is named and left alone."""
    (grade.folder / "course").write_text("mine", encoding="utf-8")

    for target in ("course", "course/deeper"):
        ran = grade("init", target)
        assert (ran.code, "Traceback" in ran.text, "course" in ran.err) == (2, False, True), ran.err
    assert (grade.folder / "course").read_text(encoding="utf-8") == "mine"


# --- list --------------------------------------------------------------------------------------------


def test_list_json(at_work: Grade, answer: Path, catalogue: Catalogue) -> None:
    """`grade list --json` has one row an exercise with its state, and every prerequisite comes first in its topic."""
    assert at_work("run", "mse").code == 0

    rows = json.loads(at_work("list", "--json").out)

    assert {row["id"] for row in rows} == set(catalogue.ids)
    (mse,) = [row for row in rows if row["id"] == "mse"]
    assert (mse["state"], mse["score"], mse["points"], mse["topic"]) == ("passed", 8.0, 8.0, "losses")
    assert {row["state"] for row in rows if row["id"] != "mse"} == {"new"}
    place = {row["id"]: number for number, row in enumerate(rows)}
    topic = {row["id"]: row["topic"] for row in rows}
    for row in rows:
        within = [name for name in row["prerequisites"] if topic.get(name) == row["topic"]]
        assert all(place[name] < place[row["id"]] for name in within)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ["exercise", "easy", "Mean squared error"]), ("zh", ["练习", "容易", "均方误差"])]
)
def test_list_speaks_both_languages(grade: Grade, lang: str, words: list[str]) -> None:
    """The table has headings, levels and titles in the language asked for, by option or by environment."""
    locale = f"{lang}_XX.UTF-8"
    for ran in (grade("list", "--lang", lang), grade("list", GRADE_LANG=lang), grade("list", LC_ALL=locale)):
        assert ran.code == 0
        assert all(word in ran.out for word in words)


# --- show and hint -----------------------------------------------------------------------------------


def test_show_prints_the_statement(grade: Grade) -> None:
    """`grade show` prints the statement in either language, formulas and tables as text."""
    english, chinese = grade("show", "mse"), grade("show", "mse", "--lang", "zh")

    assert (english.code, chinese.code) == (0, 0)
    assert "What and why" in english.out
    assert "做什么" in chinese.out
    for mark in ("\\frac", "$$", "## ", "|---"):
        assert mark not in english.out + chinese.out


def test_every_statement_can_be_shown(catalogue: Catalogue, grade: Grade) -> None:
    """The statement of the longest exercise fits a narrow terminal."""
    longest = max(catalogue, key=lambda e: e.statement("en").stat().st_size)

    ran = grade("show", longest.id, COLUMNS="60")

    assert ran.code == 0
    assert ran.out.strip()


def test_hints_come_one_by_one(at_work: Grade, catalogue: Catalogue) -> None:
    """Each call shows one hint more, in a workspace; --all shows all of them."""
    hints = [hint.en for hint in catalogue["mse"].manifest.hints]

    first, second = at_work("hint", "mse"), at_work("hint", "mse")

    assert (hints[0] in first.out, hints[1] in first.out) == (True, False)
    assert (hints[0] in second.out, hints[1] in second.out) == (True, True)
    assert all(hint in at_work("hint", "mse", "--all").out for hint in hints)
    assert "Did you mean 'mse'" in at_work("hint", "mes").err
