"""`grade show`."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli import options


@click.command("show")
@click.argument("exercise", metavar="ID", shell_complete=options.complete_exercise)
@options.language
@options.course
def command(exercise: str, lang: str, course: Path | None) -> int:
    """Read the statement of an exercise, its formulas made readable in the terminal."""
    from grader.errors import CatalogueError
    from grader.reports import statement

    path = options.load_catalogue(course)[exercise].statement(lang)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path} cannot be read: {error}") from error
    colour = options.wants_colour()
    click.echo(statement.terminal(text, color=colour, width=options.terminal_width()), nl=False, color=colour)
    return 0
