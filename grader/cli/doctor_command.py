"""`grade doctor`: what this machine has, and the remedy for what it lacks."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

import click


class Finding(NamedTuple):
    """One line: what was looked at, whether it is well, what was found, what to do."""

    what: str
    well: bool
    found: str
    remedy: str = ""


@click.command("doctor")
def command() -> int:
    """Look at Python, NumPy, TensorFlow, GPU, kernel and the layers of the sandbox."""
    findings = list(examine())
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        mark = "ok " if finding.well else "-- "
        click.echo(f"{mark} {finding.what:<{width}}  {finding.found}")
        if finding.remedy:
            click.echo(f"    {'':<{width}}  {finding.remedy}")
    return 0


def examine() -> Iterator[Finding]:
    """Every finding, cheap ones first; TensorFlow is not imported."""
    right = sys.version_info >= (3, 11)
    yield Finding("Python", right, platform.python_version(), "" if right else "Install Python 3.11 or newer.")
    yield _package("NumPy", "numpy", "pip install numpy")
    yield _package("pytest", "pytest", "pip install pytest")
    yield _package("TensorFlow", "tensorflow", "Only for Keras exercises: pip install 'dlgrader[keras]'.")
    yield _package("Keras", "keras", "Only for Keras exercises: pip install 'dlgrader[keras]'.")
    yield _gpu()
    yield Finding("kernel", True, f"{platform.system()} {platform.release()}")
    yield from _sandbox()


def _package(what: str, name: str, remedy: str) -> Finding:
    try:
        return Finding(what, True, version(name))
    except PackageNotFoundError:
        return Finding(what, False, "not installed", remedy)


def _gpu() -> Finding:
    from grader.machine import has_gpu

    if has_gpu():
        return Finding("GPU", True, "an NVIDIA device is there", "")
    return Finding("GPU", False, "none found", "Not needed: everything runs on the CPU. For one: 'dlgrader[gpu]'.")


_REMEDIES = {
    "landlock": "Linux 5.13 or newer with Landlock in the kernel's list of security modules; pip install landlockpy",
    "seccomp": "apt install libseccomp2 (or your system's package of libseccomp); pip install pyseccomp",
}


def _sandbox() -> Iterator[Finding]:
    from grader.sandbox import confine
    from grader.sandbox.host import best_confinement

    if os.name == "nt":
        yield Finding("sandbox", False, "Windows is not supported", "Use WSL 2.")
        return
    for layer, reason in confine.available().items():
        yield Finding(
            f"sandbox: {layer}", not reason, reason or "available", _REMEDIES.get(layer, "") if reason else ""
        )
    best = best_confinement()
    yield Finding("sandbox level", best.level == "full", best.level)
