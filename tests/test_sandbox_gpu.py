"""The sandbox as `--device gpu` starts it, as far as a machine without a GPU shows: what it opens, what stays shut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.catalogue import Catalogue
from grader.grading import Options, grade
from grader.machine import has_tensorflow
from grader.sandbox import confine
from grader.sandbox.host import Sandbox, best_confinement
from grader.sources import Task
from tests.test_sandbox import call

pytestmark = pytest.mark.skipif(
    any(confine.available().values()) or not has_tensorflow(),
    reason="this machine has no sandbox of level full, or no TensorFlow: grade doctor",
)
SYSTEM_CALL = "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
ENOSYS, ENOTTY = 38, 25


@pytest.fixture(scope="module")
def gpu_sandbox() -> Iterator[Sandbox]:
    with Sandbox(best_confinement("full"), device="gpu") as box:
        yield box


def error_of(sandbox: Sandbox, system_call: str, backend: str = "keras") -> int:
    """errno after a system call in a worker, 0 where it succeeded."""
    code = f"{SYSTEM_CALL}return ctypes.get_errno() if libc.{system_call} == -1 else 0"
    return int(call(sandbox, code, backend=backend))


@pytest.mark.parametrize("request_number", [0x46CA, 0xC020462A, 0x21, 0x30000001])
def test_the_driver_may_be_asked(gpu_sandbox: Sandbox, request_number: int) -> None:
    """The requests of NVIDIA's devices reach the kernel (no such device here: ENOTTY); NumPy answers have no GPU."""
    asked = f"ioctl(1, ctypes.c_ulong({request_number}), 0)"

    assert error_of(gpu_sandbox, asked) == ENOTTY
    assert error_of(gpu_sandbox, asked, backend="numpy") == ENOSYS


@pytest.mark.parametrize(
    "system_call",
    ["ioctl(0, ctypes.c_ulong(0x5412), b'x')", "fork()", "socket(2, 1, 0)", "kill(1, 0)", "ptrace(16, 1, 0, 0)"],
)
def test_all_else_stays_shut(gpu_sandbox: Sandbox, system_call: str) -> None:
    """Typing into a terminal, processes, sockets, signals and tracing are refused as they are without a GPU."""
    assert error_of(gpu_sandbox, system_call) == ENOSYS


def test_files_stay_shut(gpu_sandbox: Sandbox) -> None:
    """The driver's lists are no way to the grader's files."""
    assert (
        call(gpu_sandbox, "try:\n    open('/etc/passwd')\nexcept PermissionError:\n    return 'shut'", backend="keras")
        == "shut"
    )


def test_keras_answers_are_graded(gpu_sandbox: Sandbox, catalogue: Catalogue) -> None:
    """A Keras answer runs in that sandbox too: where CUDA finds no device TensorFlow takes the CPU."""
    exercise = catalogue["mse"]
    source = exercise.solution("keras").read_bytes()

    (graded,) = grade([Task(exercise, "solution_keras.py", source)], Options(device="cpu"), gpu_sandbox)

    assert graded.result.passed, [check.message for check in graded.result.checks]
