"""`grade new`."""

from __future__ import annotations

import re
from keyword import iskeyword
from pathlib import Path

import click

from grader.cli import options

PLACES = {
    "exercise.toml.j2": ("exercises", "exercise.toml"),
    "statement.en.md.j2": ("exercises", "statement.en.md"),
    "statement.zh.md.j2": ("exercises", "statement.zh.md"),
    "stub.py.j2": ("exercises", "stub.py"),
    "checks.public.py.j2": ("exercises", "checks.py"),
    "checks.hidden.py.j2": ("solutions", "checks.py"),
    "solution.py.j2": ("solutions", "solution.py"),
    "misconceptions.py.j2": ("solutions", "misconceptions.py"),
    "accepted.sum.py.j2": ("solutions", "accepted/sum.py"),
    "accepted.loop.py.j2": ("solutions", "accepted/loop.py"),
}
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@click.command("new")
@click.argument("name", metavar="TOPIC/ID")
@options.course
def command(name: str, course: Path | None) -> int:
    """Scaffold a complete exercise (it doubles numbers), to be turned into your own.

    It is written into --course DIR (made if it is not there), else into this checkout. `grade audit ID` accepts
    it as it is, and again once you have filled it in.
    """
    from grader.errors import UsageError

    topic, _, identifier = name.partition("/")
    if not (NAME.fullmatch(topic) and NAME.fullmatch(identifier)):
        raise UsageError(f"name it TOPIC/ID in lower case with hyphens, e.g. losses/my-loss. Received: {name}")
    root = _root(course)
    if identifier in options.load_catalogue(course):
        raise UsageError(f"there is an exercise {identifier!r} already; ids are unique in all topics. Choose another.")
    written = scaffold(root, topic, identifier)
    for path in written:
        click.echo(path)
    where = f" --course {root}" if course else ""
    click.echo(f"Next: edit them, then `grade audit {identifier}{where}`.")
    return 0


def _root(course: Path | None) -> Path:
    from grader.errors import UsageError
    from grader.paths import PACKAGE, course_root

    if course is not None:
        try:
            (course / "exercises").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"the course cannot be written to {course}: {error.strerror}.") from error
        return course
    if course_root() != PACKAGE.parent:
        raise UsageError("name a folder for exercises of your own: `grade new TOPIC/ID --course DIR`.")
    return course_root()


def _function(identifier: str) -> str:
    """A name for the function of a new exercise that Python allows and the templates do not use."""
    name = identifier.replace("-", "_")
    return f"{name}_" if iskeyword(name) or name == "np" else name


def scaffold(root: Path, topic: str, identifier: str) -> list[Path]:
    """Write the files of a new exercise; nothing is overwritten."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from grader.errors import UsageError
    from grader.paths import templates_dir
    from grader.workspace import write_new

    folders = {part: root / part / topic / identifier for part in ("exercises", "solutions")}
    if there := [folder for folder in folders.values() if folder.exists()]:
        raise UsageError(f"{there[0]} is there already; nothing was written.")
    environment = Environment(
        loader=FileSystemLoader(templates_dir() / "exercise"), undefined=StrictUndefined, keep_trailing_newline=True
    )
    words = {
        "id": identifier,
        "topic": topic,
        "function": _function(identifier),
        "title": identifier.replace("-", " ").capitalize(),
    }
    written = []
    for template, (part, place) in PLACES.items():
        path = folders[part] / place
        write_new(path, environment.get_template(template).render(words))
        written.append(path)
    return written
