"""The command as a program among others: help, completion, pipes, terminals, start-up."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from grader import __version__
from grader.catalogue import Catalogue
from grader.cli import COMMANDS, group

if TYPE_CHECKING:
    from tests.cli.conftest import Grade

ESCAPE = "\x1b"


# --- help --------------------------------------------------------------------------------------------


def test_help_names_every_command(grade: Grade) -> None:
    """`grade --help` gives each command one line, and the first commands to type."""
    ran = grade("--help")

    assert ran.code == 0
    assert all(f"{name} " in ran.out and sentence in ran.out for name, sentence in COMMANDS.items())
    assert "  grade demo\n" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Every command says what it does, and every option what it is for."""
    ran = CliRunner().invoke(group, [name, "--help"])
    command = group.get_command(click.Context(group), name)

    assert command is not None
    assert ran.exit_code == 0, ran.output
    assert command.name == name
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.opts for option in options if not option.help and "--seed" not in option.opts] == []


def test_every_command_file_is_listed(root: Path) -> None:
    """The table of commands and the files in grader/cli agree."""
    files = {path.name.removesuffix("_command.py") for path in (root / "grader" / "cli").glob("*_command.py")}

    assert files == set(COMMANDS)


def test_version_and_bare_command(grade: Grade) -> None:
    """--version tells the version; the bare command shows the help; `python -m grader` is the same program."""
    module = subprocess.run([sys.executable, "-m", "grader", "--version"], capture_output=True, text=True, check=True)

    assert __version__ in grade("--version").out
    assert module.stdout == grade("--version").out
    assert "Commands:" in grade().text


# --- start-up ----------------------------------------------------------------------------------------


def imported(*arguments: str) -> set[str]:
    """The modules that `grade …` imports, by python's own account."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "grader", *arguments], capture_output=True, text=True, check=False
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def test_help_imports_nothing_heavy() -> None:
    """Help comes before NumPy, pytest, rich, Jinja and msgspec are imported; completion before all but the last."""
    heavy = {"numpy", "pytest", "_pytest", "rich", "jinja2", "tensorflow", "keras"}

    assert {"click", "grader.cli"} <= imported("--help")
    assert imported("--help") & {*heavy, "msgspec"} == set()
    assert imported("run", "--help") & heavy == set()
    assert imported("list", "--json") & heavy == set()


def test_grading_numpy_imports_no_tensorflow_and_no_reports_it_does_not_print(at_work: Grade, answer: Path) -> None:
    """A NumPy exercise with --json is graded without TensorFlow, rich or Jinja in the grader."""
    names = imported("run", "mse", "--file", str(answer), "--json")

    assert {"numpy", "pytest", "msgspec"} <= names
    assert names & {"tensorflow", "keras", "rich", "jinja2"} == set()


# --- completion --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["run", "show", "audit", "hint"])
def test_ids_are_completed(grade: Grade, catalogue: Catalogue, command: str) -> None:
    """The shell completes exercise ids wherever one is due."""
    ran = grade(_GRADE_COMPLETE="bash_complete", COMP_WORDS=f"grade {command} m", COMP_CWORD="2")

    expected = {name for name in catalogue.ids if name.startswith("m")}
    assert ran.code == 0
    assert {line.split(",")[1] for line in ran.out.split()} == expected


def test_completion_survives_a_broken_course(grade: Grade) -> None:
    """A course that cannot be read completes nothing and prints nothing into the learner's shell."""
    ran = grade(_GRADE_COMPLETE="bash_complete", COMP_WORDS="grade run m", COMP_CWORD="2", GRADE_COURSE="/nowhere")

    assert (ran.out.strip(), ran.err) == ("", "")


# --- pipes and terminals -----------------------------------------------------------------------------


def into(output: int, grade: Grade) -> subprocess.CompletedProcess[bytes]:
    """`grade list` with its output going there."""
    command, folder = [grade.program, "list"], grade.folder
    return subprocess.run(command, cwd=folder, env=grade.variables, stdout=output, stderr=subprocess.PIPE, check=False)


def test_a_closed_pipe_is_no_error(grade: Grade) -> None:
    """`grade list | head -1`: the reader going away ends the command quietly, with the code of SIGPIPE."""
    read, write = os.pipe()
    os.close(read)
    try:
        done = into(write, grade)
    finally:
        os.close(write)

    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_is_said(grade: Grade) -> None:
    """Output that cannot be written is an error of the machine, exit 3, said in one line."""
    with Path("/dev/full").open("wb") as full:
        done = into(full.fileno(), grade)

    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert done.stderr.startswith(b"error: ")


@pytest.mark.parametrize("command", ["run mse", "list", "show mse", "doctor", "run nothing"])
def test_no_colour_outside_of_a_terminal(at_work: Grade, answer: Path, command: str) -> None:
    """Output into a pipe or file holds no escape code."""
    assert ESCAPE not in at_work(*command.split()).text


def on_a_terminal(grade: Grade, *arguments: str, **environment: str) -> str:
    """What the command writes to a terminal."""
    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [grade.program, *arguments], cwd=grade.folder, env=grade.variables | {"TERM": "xterm-256color"} | environment,
        stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal,
    )  # fmt: skip
    os.close(terminal)
    text = b""
    try:
        while part := os.read(main, 65536):
            text += part
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(main)
        process.wait(timeout=60)
    return text.decode()


@pytest.mark.parametrize("command", ["run mse", "list", "show mse"])
def test_colour_on_a_terminal_unless_refused(at_work: Grade, answer: Path, command: str) -> None:
    """A terminal gets colour; with NO_COLOR set it gets none."""
    assert ESCAPE in on_a_terminal(at_work, *command.split())
    assert ESCAPE not in on_a_terminal(at_work, *command.split(), NO_COLOR="1")


def test_a_terminal_without_unicode_is_served(at_work: Grade, answer: Path) -> None:
    """Where the output's encoding lacks a character a mark stands for it; nothing fails."""
    ran = at_work("run", "mse", "--lang", "zh", PYTHONIOENCODING="latin-1")

    assert (ran.code, "Traceback" in ran.text) == (0, False)
    assert "8/8" in ran.out


def test_a_folder_that_was_removed_is_no_traceback(grade: Grade) -> None:
    """The current folder having been removed is said in one line."""
    script = f'mkdir gone && cd gone && rmdir ../gone && "{grade.program}" run mse'
    done = subprocess.run(["sh", "-c", script], cwd=grade.folder, env=grade.variables, capture_output=True, check=False)

    assert (done.returncode, b"Traceback" in done.stderr, done.stderr[:7]) == (3, False, b"error: ")
