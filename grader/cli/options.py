"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from grader.text import Language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from grader.catalogue import Catalogue

F = TypeVar("F", bound="Callable[..., Any] | click.Command")


def _default_language() -> Language:
    spoken = os.environ.get("GRADE_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "zh" if spoken.startswith("zh") else "en"


def course(command: F) -> F:
    """--course: a catalogue of one's own beside the built-in one."""
    decorate: Callable[[F], F] = click.option(
        "--course",
        envvar="GRADE_COURSE",
        type=click.Path(path_type=Path),
        help="Folder with exercises of your own, beside the built-in ones (or GRADE_COURSE).",
    )
    return decorate(command)


def language(command: F) -> F:
    """--lang: the language of titles, messages and statements."""
    decorate: Callable[[F], F] = click.option(
        "--lang",
        "lang",
        type=click.Choice(["en", "zh"]),
        default=_default_language,
        help="Language of the output (default: as your locale; or GRADE_LANG).",
    )
    return decorate(command)


def load_catalogue(folder: Path | None) -> Catalogue:
    """The built-in exercises, and those of `folder`."""
    from grader.catalogue import Catalogue
    from grader.errors import UsageError

    if folder and not folder.is_dir():
        raise UsageError(f"--course must be a folder; `grade new TOPIC/ID --course DIR` makes one. Received: {folder}")
    return Catalogue([folder] if folder else [])


def complete_exercise(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Shell completion: ids of exercises, with their English titles."""
    from click.shell_completion import CompletionItem

    from grader.errors import GraderError

    try:
        catalogue = load_catalogue(ctx.params.get("course"))
        return [
            CompletionItem(name, help=catalogue[name].title.en) for name in catalogue.ids if name.startswith(incomplete)
        ]
    except GraderError:
        return []


def wants_colour() -> bool:
    """Colour on a terminal, unless NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def terminal_width() -> int:
    """Columns of the terminal, within what reads well."""
    import shutil

    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 110))
