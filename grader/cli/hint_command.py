"""`grade hint`."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli import options


@click.command("hint")
@click.argument("exercise", metavar="ID", shell_complete=options.complete_exercise)
@click.option("--all", "everything", is_flag=True, help="Show every hint at once.")
@options.language
@options.course
def command(exercise: str, everything: bool, lang: str, course: Path | None) -> int:
    """Show the next hint of an exercise: first the direction, at last almost the code."""
    from grader.workspace import find_workspace, take_hint

    found = options.load_catalogue(course)[exercise]
    hints = [hint.text.to("zh" if lang == "zh" else "en") for hint in found.manifest.hints]
    workspace = find_workspace(Path.cwd())
    shown = len(hints) if everything or workspace is None else take_hint(workspace, exercise, len(hints))
    for number, hint in enumerate(hints[:shown], 1):
        click.echo(f"{number}/{len(hints)}  {hint}")
    if shown < len(hints):
        click.echo("再运行一次可看下一条提示。" if lang == "zh" else "Run it again for the next hint.")
    return 0
