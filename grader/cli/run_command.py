"""`grade run`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import options

if TYPE_CHECKING:
    from grader.results import Graded
    from grader.sandbox.host import Confinement
    from grader.text import Language


@click.command("run")
@click.argument("targets", nargs=-1, metavar="[ID|FILE]...", shell_complete=options.complete_exercise)
@click.option("--all", "everything", is_flag=True, help="Grade every exercise of the workspace.")
@click.option("--file", "file", type=click.Path(path_type=Path), help="Grade this file as the one exercise named.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON (docs/result.schema.json).")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Also write an HTML report.")
@click.option("--device", type=click.Choice(["auto", "cpu", "gpu"]), default="auto", help="Where Keras answers run.")
@click.option(
    "--sandbox", "level", type=click.Choice(["auto", "full", "basic"]), default="auto", help="Isolation level."
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Seed of the checks' inputs.")
@click.option("--reveal", is_flag=True, help="Show inputs and expected values of hidden checks.")
@options.language
@options.course
def command(
    targets: tuple[str, ...],
    everything: bool,
    file: Path | None,
    as_json: bool,
    html: Path | None,
    device: str,
    level: str,
    seed: int,
    reveal: bool,
    lang: str,
    course: Path | None,
) -> int:
    """Grade exercises by id, or files; without either, the exercise changed last.

    Exit code 0: full marks. 1: not. 2: usage. 3: could not be graded, our fault.
    """
    from grader.cli.targets import Choice, choose_tasks
    from grader.errors import UsageError
    from grader.machine import choose_device, has_tensorflow
    from grader.sandbox.host import Sandbox, best_confinement

    if html and not html.resolve().parent.is_dir():
        raise UsageError(f"the report cannot be written: there is no folder {html.parent}.")
    tasks = choose_tasks(Choice(targets, everything, file), options.load_catalogue(course))
    backends = {task.backend for task in tasks}
    confinement = best_confinement(level)
    chosen = choose_device(device, keras="keras" in backends)
    with Sandbox(confinement, device=chosen, forbidden=[course] if course else []) as sandbox:
        for backend in sorted(backends):
            if backend == "numpy" or has_tensorflow():
                sandbox.start(backend)
        from grader.grading import Options, grade  # while the zygotes import what they need

        language: Language = "zh" if lang == "zh" else "en"
        settings = Options(language=language, seed=seed, reveal=reveal, device=chosen, statements=html is not None)
        graded = grade(tasks, settings, sandbox)
    notices = [*_fallback(level, confinement, lang), *_remember(graded)]
    _print(graded, notices, as_json, lang)
    if html:
        _write_html(html, graded, lang)
    return exit_code(graded)


def exit_code(graded: Sequence[Graded]) -> int:
    """0 full marks, 1 not, 3 not gradable."""
    if any(not g.result.gradable for g in graded):
        return 3
    return 0 if all(g.result.passed for g in graded) else 1


def _fallback(asked: str, confinement: Confinement, lang: str) -> list[str]:
    """One line where the sandbox is weaker than it could be."""
    if asked != "auto" or not confinement.missing:
        return []
    reasons = "; ".join(f"{name}: {reason}" for name, reason in confinement.missing.items())
    if lang == "zh":
        return [f"沙箱级别降为 basic（{reasons}）。运行 `grade doctor` 查看如何补齐。"]
    return [f"sandbox level basic ({reasons}). `grade doctor` tells what to install."]


def _remember(graded: Sequence[Graded]) -> list[str]:
    from grader.workspace import find_workspace, note_results

    workspace = find_workspace(Path.cwd())
    notice = note_results(workspace, [g.result for g in graded]) if workspace else ""
    return [notice] if notice else []


def _write_html(path: Path, graded: Sequence[Graded], lang: str) -> None:
    from grader.errors import UsageError
    from grader.reports import html

    try:
        path.write_text(html.render(graded, lang), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the report cannot be written to {path}: {error.strerror}.") from error


def _print(graded: Sequence[Graded], notices: Sequence[str], as_json: bool, lang: str) -> None:
    if as_json:
        from grader import __version__
        from grader.reports import document

        click.echo(document.to_json(graded, __version__))
    else:
        from grader.reports import terminal

        colour, width = options.wants_colour(), options.terminal_width()
        click.echo(terminal.render(graded, lang, color=colour, width=width), nl=False, color=colour)
    for notice in notices:
        click.echo(f"note: {notice}", err=True)
