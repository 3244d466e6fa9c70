"""Ctrl-C: the command ends at once and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Grade

ENDLESS = "def mse(y, y_hat):\n    while True:\n        pass\n"
PATIENCE_S = 30

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def left_behind(scratch: Path) -> list[int]:
    """Processes whose environment or current folder lies in the command's TMPDIR."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                known = (entry / "environ").read_bytes() + os.fsencode(os.readlink(entry / "cwd"))
            except OSError:
                continue
            if os.fsencode(scratch) in known:
                found.append(int(entry.name))
    return found


def heed_ctrl_c() -> None:
    """A shell makes what it starts in the background ignore SIGINT, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_until_a_worker_runs(process: subprocess.Popen[bytes], scratch: Path) -> None:
    """A worker has a folder of its own in the sandbox's."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if any(path.is_dir() for path in scratch.glob("dlgrader-*/*")):
            return
        assert process.poll() is None, "the command ended before it was interrupted"
        time.sleep(0.02)
    raise AssertionError("no worker was started")


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_leaves_nothing(at_work: Grade, answer: Path, times: int) -> None:
    """SIGINT to the whole process group ends the run with 130, without a process, a folder or a traceback left."""
    answer.write_text(ENDLESS, encoding="utf-8")
    process = subprocess.Popen(
        [at_work.program, "run", "mse"], cwd=at_work.folder, env=at_work.variables, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_ctrl_c,
    )  # fmt: skip
    wait_until_a_worker_runs(process, at_work.scratch)
    time.sleep(0.3)
    assert left_behind(at_work.scratch), "the search for processes finds nothing even while one runs"

    started = time.monotonic()
    for _ in range(times):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.01)
    out, err = process.communicate(timeout=PATIENCE_S)

    assert (process.returncode, b"Traceback" in out + err) == (130, False), (out, err)
    assert b"interrupted" in err
    assert time.monotonic() - started < PATIENCE_S / 3
    deadline = time.monotonic() + 5
    while left_behind(at_work.scratch) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left_behind(at_work.scratch) == []
    assert list(at_work.scratch.iterdir()) == []
    assert answer.read_text(encoding="utf-8") == ENDLESS


def test_ctrl_c_saves_no_half_result(at_work: Grade, answer: Path) -> None:
    """An interrupted run notes no progress."""
    test_ctrl_c_leaves_nothing(at_work, answer, 1)

    assert not (at_work.folder / ".grade" / "state.json").exists()
