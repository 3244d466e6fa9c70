"""The wheel: everything that is ours, nothing else, and it works where there is no checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

COURSE = ("exercises", "solutions", "reference", "templates")


def run(*command: object, cwd: Path, check: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; its output is in the failure, if there is one."""
    words, variables = [str(part) for part in command], os.environ | environment
    done = subprocess.run(words, cwd=cwd, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout; offline where hatchling is installed."""
    root = Path(__file__).resolve().parent.parent
    folder = tmp_path_factory.mktemp("wheel")
    isolated = [] if find_spec("hatchling") is None else ["--no-build-isolation"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps"]
    run(*pip, *isolated, "--wheel-dir", folder, root, cwd=folder)
    (built,) = folder.glob("dlgrader-*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of libraries that holds the wheel alone."""
    folder = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    run(*pip, "--target", folder, wheel, cwd=folder)
    return folder


def elsewhere(installed: Path, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """`grade …` as installed, in a folder that is no checkout."""
    return run(sys.executable, "-P", "-m", "grader", *arguments, cwd=folder, check=False, PYTHONPATH=str(installed))


def tracked(root: Path) -> set[str]:
    """The files of the packaged folders that git has or would take, ignored ones left out."""
    kinds = ("--cached", "--others", "--exclude-standard")
    listed = run("git", "ls-files", "-z", *kinds, "grader", *COURSE, cwd=root).stdout
    return {name for name in listed.split("\0") if name and (root / name).is_file()}


def test_the_wheel_holds_what_git_has(wheel: Path, root: Path) -> None:
    """Every file of the packaged folders is in the wheel, the course inside of the package, and nothing else is."""
    if run("git", "rev-parse", "--git-dir", cwd=root, check=False).returncode:
        pytest.skip("no checkout of git")
    due = {name if name.startswith("grader/") else f"grader/_course/{name}" for name in tracked(root)}

    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert (due - held, held - due) == (set(), set())
    assert len(held) > 100


def test_the_wheel_is_clean(wheel: Path) -> None:
    """Site-packages gains `grader` and the metadata, no compiled file, no test, no path of the builder's machine."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        builder = os.fsencode(Path(__file__).resolve().parent.parent)
        found = [name for name in names if len(builder) > 4 and builder in archive.read(name)]

    assert {name.split("/")[0].partition("-")[0] for name in names} == {"grader", "dlgrader"}
    assert [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".pth"))] == []
    assert found == []
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any(name.endswith(".dist-info/entry_points.txt") for name in names)


def test_the_installed_wheel_grades(installed: Path, tmp_path: Path) -> None:
    """Installed elsewhere, it makes a workspace, grades a right and a wrong answer, and names the mistake."""
    assert elsewhere(installed, tmp_path, "init", "course").returncode == 0
    answer = tmp_path / "course" / "losses" / "mse.py"
    answer.write_text("def mse(y, y_hat):\n    return ((y - 1.0 * y_hat) ** 2).sum()\n", encoding="utf-8")

    wrong = elsewhere(installed, tmp_path / "course", "run", "mse", "--json")
    answer.write_text(answer.read_text(encoding="utf-8").replace(".sum()", ".mean()"), encoding="utf-8")
    right = elsewhere(installed, tmp_path, "run", "mse", "--file", answer, "--json", "--html", tmp_path / "report.html")

    (told,) = json.loads(wrong.stdout)["results"]
    assert (wrong.returncode, [d["misconception"] for d in told["diagnoses"]]) == (1, ["sum-not-mean"]), wrong.stderr
    (full,) = json.loads(right.stdout)["results"]
    assert (right.returncode, full["score"], full["max_score"]) == (0, 8.0, 8.0), right.stderr
    assert {check["visibility"] for check in full["checks"]} == {"public", "hidden"}
    assert (tmp_path / "report.html").stat().st_size > 1000


def test_the_installed_wheel_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    """The course comes from inside the package, and its stubs are nobody's answers."""
    where = "from grader.paths import *; print(course_root()); print(load_reference().__file__)"
    found = run(sys.executable, "-P", "-c", where, cwd=tmp_path, PYTHONPATH=str(installed)).stdout.split()

    assert [Path(line).is_relative_to(installed / "grader" / "_course") for line in found] == [True, True]
    for arguments in (["run"], ["run", "mse"], ["run", "--all"]):
        ran = elsewhere(installed, tmp_path, *arguments)
        assert (ran.returncode, "grade init" in ran.stderr) == (2, True), ran.stdout + ran.stderr
    assert elsewhere(installed, tmp_path, "show", "mse").returncode == 0
    assert elsewhere(installed, tmp_path, "new", "losses/mine", "--course", "own").returncode == 0
    assert elsewhere(installed, tmp_path, "new", "losses/mine").returncode == 2
    assert elsewhere(installed, tmp_path, "audit", "mine", "--course", "own").returncode == 0


def test_a_submission_reads_nothing_of_the_installed_course(installed: Path, tmp_path: Path) -> None:
    """Installed, too, no submission can open the solutions, the checks or the record of their hashes."""
    record = next(installed.glob("dlgrader-*.dist-info/RECORD"))
    secrets = [installed / "grader/_course/solutions/losses/mse/solution.py", installed / "grader/grading.py", record]
    source = (
        f"for path in {list(map(str, secrets))!r}:\n"
        + """
    try:
        print("BREACH", open(path).read()[:1])
    except OSError as error:
        print("held", error.errno)

def mse(y, y_hat):
    return 0.0
"""
    )
    answer = tmp_path / "probe.py"
    answer.write_text(source, encoding="utf-8")

    ran = elsewhere(installed, tmp_path, "run", "mse", "--file", answer, "--json")

    (result,) = json.loads(ran.stdout)["results"]
    if result["sandbox"]["level"] != "full":
        pytest.skip("this machine has no sandbox of level full: grade doctor")
    output = "".join(check["output"] for check in result["checks"])
    assert ("BREACH" in output, output.count("held")) == (False, len(secrets)), output
