"""`grade init`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli import options

if TYPE_CHECKING:
    from grader.catalogue import Catalogue, Exercise


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--topics", help="Only these topics, separated by commas.")
@click.option("--difficulty", help="Only these levels: easy, medium, hard, separated by commas.")
@options.language
@options.course
def command(folder: Path, topics: str | None, difficulty: str | None, lang: str, course: Path | None) -> int:
    """Make a workspace in FOLDER (here, if left out): one stub an exercise, to be edited.

    A file that is already there is left as it is.
    """
    from grader.workspace import create

    exercises = choose(options.load_catalogue(course), topics, difficulty)
    workspace, written, kept = create(folder, exercises, readme(lang))
    where = workspace.root.resolve() if workspace.root == Path() else workspace.root
    if lang == "zh":
        click.echo(f"{where}：新建 {written} 个练习，保留已有文件 {kept} 个。编辑后运行 `grade run`。")
    else:
        click.echo(f"{where}: {written} stubs written, {kept} files left as they were. Edit one, then `grade run`.")
    return 0


def choose(catalogue: Catalogue, topics: str | None, difficulty: str | None) -> list[Exercise]:
    """The exercises that both selections name; a name that selects nothing is an error."""
    exercises = list(catalogue)
    wanted_topics = _names(topics, {e.topic for e in exercises}, "topic")
    levels = _names(difficulty, {"easy", "medium", "hard"}, "difficulty")
    return [e for e in exercises if e.topic in wanted_topics and e.manifest.difficulty in levels]


def _names(asked: str | None, known: set[str], what: str) -> set[str]:
    from grader.errors import UsageError

    if not asked:
        return known
    names = {name.strip() for name in asked.split(",") if name.strip()}
    if unknown := names - known:
        raise UsageError(f"unknown {what}: {', '.join(sorted(unknown))}. There are: {', '.join(sorted(known))}.")
    return names


def readme(lang: str) -> str:
    """The README of a new workspace."""
    return _README_ZH if lang == "zh" else _README_EN


_README_EN = """# My answers

One folder a topic, one file an exercise. Edit a file, then

    grade run            # the file you changed last
    grade run mse        # one exercise
    grade show mse       # read its statement
    grade list           # what there is, and what you have reached

`.grade/` remembers what you have reached. Your files are never changed.
"""

_README_ZH = """# 我的答案

每个主题一个文件夹，每道题一个文件。改好之后运行：

    grade run            # 评最近修改的那个文件
    grade run mse        # 评某一道题
    grade show mse       # 看题目
    grade list           # 有哪些题、做到哪了

`.grade/` 里记着你的进度。你的文件不会被改动。
"""
