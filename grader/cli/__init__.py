"""The command `grade`. Each command lives in a module of its own, imported when it is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from grader import __version__
from grader.errors import GraderError

COMMANDS = {
    "init": "Make a workspace with stubs to edit.",
    "list": "Show the exercises and what you have reached.",
    "show": "Read the statement of an exercise.",
    "run": "Grade your answers.",
    "hint": "Get the next hint.",
    "demo": "See three attempts graded, in a throw-away workspace.",
    "doctor": "Check this machine: Python, TensorFlow, GPU, sandbox.",
    "verify": "Compare the NumPy reference with Keras, on a device.",
    "audit": "Let the catalogue prove itself (authors).",
    "new": "Scaffold a new exercise (authors).",
}


class LateGroup(click.Group):
    """Knows its commands by name and one line; imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"grader.cli.{cmd_name}_command").command
        assert isinstance(command, click.Command)  # for mypy: the table above is ours
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # `grade list | head -1`: the reader has gone; Click would say 1
            return 141

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LateGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nStart with:\n  grade demo\n  grade init course && cd course && grade run mse",
)
@click.version_option(__version__, prog_name="dlgrader")
def group() -> None:
    """Deep learning, taught and examined by implementing it.

    Edit a stub, run `grade run`, and see what is right, what is wrong and which mistake it is.
    """


def main() -> None:
    """Entry point: errors of ours become one message and an exit code."""
    gc.set_threshold(100_000)  # imports make many objects and no garbage
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a character shows a mark for it
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    leave(carry_out())


def carry_out() -> int:
    """Run the command; its exit code."""
    try:
        code = group.main(prog_name="grade", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _failed("interrupted", 130)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except GraderError as error:
        return _failed(f"error: {error}", error.exit_code)
    except OSError as error:  # a full disk, no folder for temporary files: this machine's fault, nobody's answer
        return _failed(f"error: {error}", 3)


def _failed(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def leave(code: int) -> NoReturn:
    """End the process without finalising the interpreter, which takes a tenth of a short command's time."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # the reader of our output has gone
        code = code or 141
    os._exit(code)
