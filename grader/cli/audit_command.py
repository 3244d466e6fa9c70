"""`grade audit`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from grader.cli import options


@click.command("audit")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=options.complete_exercise)
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@options.course
def command(ids: tuple[str, ...], as_json: bool, seed: int, course: Path | None) -> int:
    """Prove exercises: stubs fail, right answers pass, wrong ones are named; every fault is listed.

    Exit code 0: no fault. 1: faults.
    """
    from grader.audit import Prover, orphans, readable, runnable, static_faults
    from grader.grading import Options
    from grader.machine import has_tensorflow
    from grader.paths import course_root
    from grader.sandbox.host import Sandbox, best_confinement

    catalogue = options.load_catalogue(course)
    names = list(dict.fromkeys(ids)) or catalogue.ids
    exercises, faults = readable(catalogue, names)
    if not ids:
        faults += [fault for root in (course_root(), course) if root for fault in orphans(root)]
    faults += [fault for exercise in exercises for fault in static_faults(exercise, catalogue)]
    with Sandbox(best_confinement(), forbidden=[course] if course else []) as sandbox:
        faults += Prover(sandbox, Options(seed=seed)).prove([e for e in exercises if runnable(e)])
    if as_json:
        rows = [{"exercise": f.exercise, "where": f.where, "what": f.what} for f in faults]
        click.echo(json.dumps({"exercises": len(names), "faults": rows}, ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(f"{fault.exercise}: {fault.where}: {fault.what}")
        click.echo(f"{len(names)} exercises, {len(faults)} faults")
    if not has_tensorflow():
        click.echo("note: TensorFlow is not installed; Keras answers were not run.", err=True)
    return 1 if faults else 0
