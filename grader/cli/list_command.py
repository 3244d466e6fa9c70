"""`grade list`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli import options

if TYPE_CHECKING:
    from grader.catalogue import Exercise
    from grader.workspace import State

_WORDS = {
    "en": {"passed": "done", "started": "started", "new": "", "easy": "easy", "medium": "medium", "hard": "hard"},
    "zh": {"passed": "完成", "started": "进行中", "new": "", "easy": "容易", "medium": "中等", "hard": "困难"},
}
_HEADS = {"en": ["exercise", "title", "level", "points", "state"], "zh": ["练习", "标题", "难度", "分值", "状态"]}


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@options.language
@options.course
def command(as_json: bool, lang: str, course: Path | None) -> int:
    """Show every exercise with topic, difficulty, points and what you have reached."""
    from grader.workspace import State, find_workspace, load_state

    workspace = find_workspace(Path.cwd())
    state, notice = load_state(workspace) if workspace else (State(), "")
    rows = [_row(exercise, state, lang) for exercise in by_prerequisite(options.load_catalogue(course))]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(_table(rows, lang), nl=False, color=options.wants_colour())
    if notice:
        click.echo(f"note: {notice}", err=True)
    return 0


def by_prerequisite(exercises: Any) -> list[Exercise]:
    """Topics in the order of the course; within a topic what is needed first comes first."""
    everything: list[Exercise] = list(exercises)
    topics = list(dict.fromkeys(e.topic for e in sorted(everything, key=lambda e: (_topic_rank(e.topic), e.topic))))
    depth = {e.id: e for e in everything}

    def rank(exercise: Exercise, seen: tuple[str, ...] = ()) -> int:
        needed = [n for n in exercise.manifest.prerequisites if n in depth and n not in seen]
        return 1 + max((rank(depth[n], (*seen, exercise.id)) for n in needed), default=0)

    return sorted(everything, key=lambda e: (topics.index(e.topic), rank(e), e.id))


_TOPICS = (
    "foundations losses optimisation linear-models backprop training data evaluation cnn image rnn nlp gan vae "
    "reinforcement trust-and-scale debugging"
).split()


def _topic_rank(topic: str) -> int:
    return _TOPICS.index(topic) if topic in _TOPICS else len(_TOPICS)


def _row(exercise: Exercise, state: State, lang: str) -> dict[str, Any]:
    progress = state.exercises.get(exercise.id)
    status = "new" if progress is None else "passed" if progress.passed else "started"
    return {
        "id": exercise.id,
        "topic": exercise.topic,
        "title": exercise.title.to("zh" if lang == "zh" else "en"),
        "difficulty": exercise.manifest.difficulty,
        "points": exercise.manifest.points,
        "backends": list(exercise.manifest.backends),
        "prerequisites": list(exercise.manifest.prerequisites),
        "state": status,
        "score": progress.score if progress else None,
    }


def _table(rows: list[dict[str, Any]], lang: str) -> str:
    from io import StringIO

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    words = _WORDS[lang]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in _HEADS[lang]:
        table.add_column(head, justify="right" if head in ("points", "分值") else "left")
    topic = ""
    for row in rows:
        if row["topic"] != topic:
            topic = row["topic"]
            table.add_row(Text(topic, style="bold"))
        state = words[row["state"]]
        reached = f"{state} {row['score']:g}/{row['points']:g}" if row["state"] == "started" else state
        style = {"passed": "green", "started": "yellow", "new": ""}[row["state"]]
        table.add_row(
            "  " + row["id"], row["title"], words[row["difficulty"]], f"{row['points']:g}", Text(reached, style=style)
        )
    out = StringIO()
    colour = options.wants_colour()
    Console(
        file=out, width=options.terminal_width(), force_terminal=colour, no_color=not colour, highlight=False
    ).print(table)
    return out.getvalue()
