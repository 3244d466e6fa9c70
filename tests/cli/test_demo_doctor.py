"""`grade demo` and `grade doctor`: the first and the second thing that anybody types."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from grader.cli import group
from grader.diagnosis import read_misconceptions
from grader.sandbox import confine

if TYPE_CHECKING:
    from tests.cli.conftest import Grade

NOTHING_TO_CONFINE = {
    "landlock": "the kernel offers no Landlock",
    "seccomp": "libseccomp is not installed",
    "rlimits": "",
}
LOOKED_AT = "Python NumPy pytest TensorFlow Keras GPU kernel landlock seccomp rlimits".split()


def test_the_demo_shows_three_attempts(grade: Grade, root: Path) -> None:
    """A right attempt, a known mistake that is named, one that never returns; an HTML report whose path is printed."""
    ran = grade("demo", "--lang", "en")

    assert (ran.code, "Traceback" in ran.text) == (0, False), ran.text
    assert all(name in ran.out for name in ("losses/mse", "optimisation/adam", "optimisation/gradient-step"))
    assert "8/8" in ran.out
    adam = root / "solutions" / "optimisation" / "adam"
    wrong = read_misconceptions(adam / "misconceptions.py", adam / "solution.py")
    (known,) = [one for one in wrong if one.slug == "no-bias-correction"]
    squeezed = re.sub(r"\s+", "", ran.out)
    assert re.sub(r"\s+", "", known.text.en) in squeezed
    assert "outoftime" in squeezed
    report = Path(re.findall(r"(/\S+report\.html)", ran.out)[0])
    assert report.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert "grade init" in ran.out
    assert [path.name for path in grade.folder.iterdir()] == []
    assert not list(grade.scratch.glob("dlgrader-*"))


def test_the_demo_speaks_chinese(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same in Chinese: every title, verdict and the mistake."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("grader.cli.demo_command.CALL_S", 0.05)

    ran = CliRunner().invoke(group, ["demo", "--lang", "zh"], standalone_mode=False)

    assert ran.return_value == 0, ran.output
    assert all(words in ran.output for words in ("均方误差", "错在这里", "超时", "HTML 报告：", "下一步"))
    assert len(list(tmp_path.glob("grade-demo-*/report.html"))) == 1


def test_the_doctor_names_every_layer(grade: Grade) -> None:
    """The doctor looks at Python, libraries, GPU, kernel and each layer of the sandbox, and ends with 0."""
    ran = grade("doctor")

    assert ran.code == 0
    assert [name for name in (*LOOKED_AT, "sandbox level") if name not in ran.out] == []
    assert all(line.startswith(("ok ", "-- ", "   ")) for line in ran.out.splitlines())


def test_the_doctor_has_a_remedy_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A layer that is missing is named with the reason and with what to install."""
    monkeypatch.setattr(confine, "available", lambda: NOTHING_TO_CONFINE)

    ran = CliRunner().invoke(group, ["doctor"])

    assert ran.exit_code == 0
    assert "the kernel offers no Landlock" in ran.output
    assert "Linux 5.13" in ran.output
    assert "apt install libseccomp2" in ran.output
    assert re.search(r"-- +sandbox level +basic", ran.output)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_its_layers_the_sandbox_falls_back(monkeypatch: pytest.MonkeyPatch, root: Path, lang: str) -> None:
    """Where layers are missing a run goes on at level basic and says so in one line, with the way to the remedy."""
    monkeypatch.setattr(confine, "available", lambda: NOTHING_TO_CONFINE)
    solution = str(root / "solutions" / "losses" / "mse" / "solution.py")

    ran = CliRunner().invoke(group, ["run", "mse", "--file", solution, "--lang", lang, "--json"], standalone_mode=False)

    assert ran.return_value == 0, ran.output
    assert '"level": "basic"' in ran.stdout
    (note,) = ran.stderr.splitlines()
    assert all(word in note for word in ("basic", "landlock", "seccomp", "grade doctor"))


def test_a_level_that_cannot_be_had_is_not_graded(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """--sandbox full on a machine without its layers grades nothing and says why; asking for basic says nothing."""
    monkeypatch.setattr(confine, "available", lambda: NOTHING_TO_CONFINE)
    solution = str(root / "solutions" / "losses" / "mse" / "solution.py")

    full = CliRunner().invoke(group, ["run", "mse", "--file", solution, "--sandbox", "full"], standalone_mode=False)
    basic = CliRunner().invoke(group, ["run", "mse", "--file", solution, "--sandbox", "basic"], standalone_mode=False)

    assert getattr(full.exception, "exit_code", None) == 3
    assert "libseccomp is not installed" in str(full.exception)
    assert (basic.return_value, basic.stderr) == (0, "")
