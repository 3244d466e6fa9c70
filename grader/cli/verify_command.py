"""`grade verify`: the NumPy reference against the Keras reference, on a device."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

SCHEMA = "dlgrader/verify/2"


@click.command("verify")
@click.option("--device", default="auto", show_default=True, help="auto, cpu, gpu, or a second logical CPU: cpu:1.")
@click.option("--only", default="*", metavar="PATTERN", help="Only functions whose name matches, e.g. 'losses.*'.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(device: str, only: str, as_json: bool) -> int:
    """Run every function of the reference in NumPy and in Keras, and print how far they part.

    Exit code 0: all agree within the tolerance that checks use. 1: not. 3: nothing could be compared (no TensorFlow,
    or no GPU where one was asked for).
    """
    from grader.machine import has_gpu, has_tensorflow
    from grader.verification import measure

    wanted = _device(device, gpu=has_gpu())
    reason = "" if has_tensorflow() else "skipped_missing_dependency"
    if wanted.startswith("GPU") and not has_gpu():
        reason = "skipped_no_gpu"
    rows = [] if reason else measure(wanted, only)
    agree = bool(rows) and all(row["within"] for row in rows)
    if as_json:
        document = {"schema": SCHEMA, "device": wanted, "skipped": reason, "agree": agree, "operations": rows}
        click.echo(json.dumps(document, indent=2))
    else:
        _print(rows, reason, agree)
    return 3 if reason else 0 if agree else 1


def _device(asked: str, *, gpu: bool) -> str:
    """TensorFlow's name of the device that was asked for."""
    from grader.errors import UsageError

    names = {"auto": "GPU:0" if gpu else "CPU:0", "cpu": "CPU:0", "gpu": "GPU:0"}
    name = names.get(asked, asked.upper())
    kind, _, number = name.partition(":")
    if kind not in ("CPU", "GPU") or not number.isdigit() or int(number) > 7:
        raise UsageError(f"--device is auto, cpu, gpu, or one of several such as cpu:1. Received: {asked}")
    return name


def _print(rows: Sequence[dict[str, Any]], reason: str, agree: bool) -> None:
    if reason:
        remedy = {
            "skipped_no_gpu": "no GPU was found; nothing was compared",
            "skipped_missing_dependency": "TensorFlow is not installed: pip install 'dlgrader[keras]'",
        }
        click.echo(f"{reason}: {remedy[reason]}")
        return
    width = max(len(row["name"]) for row in rows)
    click.echo(f"{'':3}{'operation':<{width}}  precision      device  absolute  relative      ulp  tolerance")
    for row in rows:
        mark = "ok" if row["within"] else "!!"
        numbers = f"{row['absolute']:8.1e}  {row['relative']:8.1e}  {row['ulp']:7.1f}  {row['tolerance']:9.1e}"
        click.echo(f"{mark} {row['name']:<{width}}  {row['precision']:<13}  {row['device'] or '-':<6}  {numbers}")
    worst = {
        precision: max(r["relative"] for r in rows if r["precision"] == precision)
        for precision in dict.fromkeys(r["precision"] for r in rows)
    }
    told = ", ".join(f"{precision} {value:.1e}" for precision, value in worst.items())
    click.echo(
        f"{len(rows)} comparisons; largest relative distance: {told}; {'all agree' if agree else 'NOT all agree'}"
    )
