"""`grade audit`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.cli import options

if TYPE_CHECKING:
    from grader.audit import Strength


@click.command("audit")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=options.complete_exercise)
@click.option("--mutants", is_flag=True, help="Also change the solutions in one place each: the checks must notice.")
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that share the work.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@options.course
def command(ids: tuple[str, ...], mutants: bool, as_json: bool, jobs: int, seed: int, course: Path | None) -> int:
    """Prove exercises: stubs fail, right answers pass, wrong ones are named; every fault is listed.

    Exit code 0: no fault, and with --mutants at least 98 % of them rejected. 1: not.
    """
    from grader.audit import MIN_KILLED, Fault, orphans, prove, readable, runnable, static_faults
    from grader.grading import Options
    from grader.machine import has_tensorflow
    from grader.paths import course_root

    catalogue = options.load_catalogue(course)
    names = list(dict.fromkeys(ids)) or catalogue.ids
    exercises, faults = readable(catalogue, names)
    if not ids:
        faults += [fault for root in (course_root(), course) if root for fault in orphans(root)]
    faults += [fault for exercise in exercises for fault in static_faults(exercise, catalogue)]
    sound = [exercise.id for exercise in exercises if runnable(exercise)]
    proof = prove(course, sound, Options(seed=seed), mutants=mutants, jobs=jobs)
    faults, strengths = faults + proof.faults, proof.strengths
    killed, total = sum(s.killed for s in strengths), sum(s.total for s in strengths)
    if killed < MIN_KILLED * total:
        faults.append(Fault("all", "mutants", f"{killed} of {total} are rejected; {MIN_KILLED:.0%} are due"))
    if as_json:
        rows = [{"exercise": f.exercise, "where": f.where, "what": f.what} for f in faults]
        document = {"exercises": len(names), "faults": rows}
        if mutants:
            document["mutants"] = [_strength_row(strength) for strength in strengths]
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print_strengths(strengths)
        for fault in faults:
            click.echo(f"{fault.exercise}: {fault.where}: {fault.what}")
        click.echo(f"{len(names)} exercises, {len(faults)} faults")
    if not has_tensorflow():
        click.echo("note: TensorFlow is not installed; Keras answers were not run.", err=True)
    return 1 if faults else 0


def _strength_row(strength: Strength) -> dict[str, Any]:
    survivors = [{"line": mutant.line, "change": mutant.label} for mutant in strength.survivors]
    counts = {"killed": strength.killed, "total": strength.total, "equivalent": strength.equivalent}
    return {"exercise": strength.exercise, **counts, "survivors": survivors}


def _print_strengths(strengths: Sequence[Strength]) -> None:
    for strength in strengths:
        click.echo(f"{strength.exercise}: {strength.killed} of {strength.total} mutants rejected")
        for mutant in strength.survivors:
            click.echo(f"  survives: line {mutant.line}, {mutant.label}")
    if strengths:
        killed, total = sum(s.killed for s in strengths), sum(s.total for s in strengths)
        click.echo(f"mutants: {killed} of {total} rejected ({killed / max(total, 1):.1%})")
