"""`grade verify` through the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.machine import has_gpu, has_tensorflow

needs_tensorflow = pytest.mark.skipif(not has_tensorflow(), reason="TensorFlow is not installed")


def verify(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: TensorFlow's devices are set once for a process."""
    command = [sys.executable, "-m", "grader", "verify", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@needs_tensorflow
def test_a_second_logical_device_really_runs(tmp_path: Path) -> None:
    """The device is read from the tensors: on cpu:1 every tensor lies there."""
    finished = verify(tmp_path, "--device", "cpu:1", "--only", "softmax.*", "--json")

    document = json.loads(finished.stdout)
    assert finished.returncode == 0, finished.stderr
    assert (document["schema"], document["device"], document["skipped"]) == ("dlgrader/verify/2", "CPU:1", "")
    assert document["agree"] and all(row["within"] for row in document["operations"])
    assert {row["device"] for row in document["operations"]} == {"CPU:1"}
    assert {row["precision"] for row in document["operations"]} == {"float64", "float32"}


@needs_tensorflow
def test_the_table_tells_every_measure(tmp_path: Path) -> None:
    """For people: a line an operation, and one sentence that sums up; nothing of TensorFlow's own noise."""
    finished = verify(tmp_path, "--device", "cpu", "--only", "dense.*")

    lines = finished.stdout.splitlines()
    assert lines[0].split() == ["operation", "precision", "device", "absolute", "relative", "ulp", "tolerance"]
    assert all(line.startswith("ok dense.") for line in lines[1:-1])
    assert lines[-1].endswith("all agree")
    assert finished.stderr == ""


@pytest.mark.skipif(has_gpu(), reason="this machine has a GPU")
def test_no_gpu_is_said_plainly(tmp_path: Path) -> None:
    """Without a GPU nothing is compared, and the exit code tells."""
    finished = verify(tmp_path, "--device", "gpu", "--json")

    assert finished.returncode == 3
    assert json.loads(finished.stdout)["skipped"] == "skipped_no_gpu"


@needs_tensorflow
@pytest.mark.parametrize(("arguments", "told"), [(["--device", "tpu"], "tpu"), (["--only", "cooking.*"], "cooking.*")])
def test_bad_arguments_are_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    """An unknown device and a pattern that matches nothing are usage errors."""
    finished = verify(tmp_path, *arguments)

    assert finished.returncode == 2
    assert told in finished.stderr and "Traceback" not in finished.stderr
