"""Hostile submissions, graded for real at level `full`.

Every attack is written so that it earns the point only if its probe got through: a score above 0 is a breach.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from grader.catalogue import Catalogue, Limits
from grader.grading import Options, grade
from grader.results import Verdict
from grader.sandbox import confine
from grader.sandbox.host import Sandbox, best_confinement
from grader.sources import Task

SUBMISSIONS = Path(__file__).with_name("submissions")
LIMITS = Limits(call_s=0.5, submission_s=8.0)
RIGHT = b"import numpy as np\ndef mse(y, y_hat):\n    return np.mean((np.asarray(y, float) - y_hat) ** 2)\n"

full_only = pytest.mark.skipif(
    any(confine.available().values()), reason="this machine has no sandbox of level full: grade doctor"
)


class Attack(NamedTuple):
    """A submission and what its docstring says of it."""

    name: str
    exercise: str
    verdicts: frozenset[str]
    point: str


def read_attack(path: Path) -> Attack:
    """The fields of the docstring."""
    fields = dict(re.findall(r"^(\w+): (.+)$", path.read_text(encoding="utf-8").split('"""')[1], re.MULTILINE))
    return Attack(path.stem, fields["exercise"], frozenset(fields["verdict"].split("|")), fields["point"])


ATTACKS = [read_attack(path) for path in sorted(SUBMISSIONS.glob("*.py"))]


def stray_processes() -> set[int]:
    """Every process on this machine that is not a kernel thread."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if (entry / "cmdline").read_bytes():
                    found.add(int(entry.name))
            except OSError:
                continue
    return found


@full_only
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack_earns_nothing(attack: Attack, catalogue: Catalogue, sandbox: Sandbox) -> None:
    """No attack gets a point, and each ends in the verdict expected of it."""
    source = (SUBMISSIONS / f"{attack.name}.py").read_bytes()
    task = Task(catalogue[attack.exercise], attack.name, source)

    (graded,) = grade([task], Options(limits=LIMITS, diagnose=False), sandbox)

    verdicts = {check.verdict.value for check in graded.result.checks}
    assert graded.result.sandbox.level == "full"
    assert graded.result.score == 0, [(c.id, c.verdict, c.message) for c in graded.result.checks]
    assert graded.result.gradable
    assert verdicts <= attack.verdicts, [(c.id, c.verdict.value, c.message) for c in graded.result.checks]


@full_only
def test_every_point_of_the_design_has_an_attack() -> None:
    """Points 1 to 15 of what a first sandbox gets wrong, and the cheats of other graders, are all attacked."""
    covered = {attack.point for attack in ATTACKS}

    assert len(ATTACKS) >= 40
    assert covered >= {"3b", "1", "2", "3", "4", "5", "6", "7", "9", "10", "11", "12", "13", "14", "15"}


@full_only
def test_nothing_stays_behind(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the worst of them no process and no file is left, and an honest submission between them passes."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = stray_processes()
    worst = ["deep_folders", "file_bomb", "thread_bomb", "fork_and_outlive", "never_returns", "module_in_scratch"]
    tasks = []
    for name in worst:
        tasks.append(Task(catalogue["mse"], name, (SUBMISSIONS / f"{name}.py").read_bytes()))
        tasks.append(Task(catalogue["mse"], "right", RIGHT))

    with Sandbox(best_confinement()) as box:
        graded = grade(tasks, Options(limits=LIMITS), box)

    assert [g.result.passed for g in graded] == [False, True] * len(worst)
    assert list(tmp_path.iterdir()) == []
    deadline = time.monotonic() + 5
    while (left := stray_processes() - before) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not {pid for pid in left if _is_ours(pid)}
    assert not Path("/tmp/dlgrader-was-here").exists()


def _is_ours(pid: int) -> bool:
    try:
        return (
            os.getpgid(pid) != 0
            and b"SourceFileLoader" not in Path(f"/proc/{pid}/cmdline").read_bytes()
            and (b"spec_from_file_location" in Path(f"/proc/{pid}/cmdline").read_bytes())
        )
    except OSError:
        return False


# --- claims and texts -----------------------------------------------------------------------------


@full_only
def test_hidden_inputs_do_not_leak_through_prints_or_exceptions(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """What a submission prints or raises of the inputs of a hidden check is in no learner's report."""
    source = (
        b"import numpy as np\n"
        b"def mse(y, y_hat):\n"
        b"    text = 'LEAK' + repr((y, y_hat))\n"
        b"    print(text)\n"
        b"    raise type(text[:80], (ValueError,), {})(text)\n"
    )

    (graded,) = grade([Task(catalogue["mse"], "leak", source)], Options(), sandbox)

    hidden = [check for check in graded.result.checks if check.visibility == "hidden"]
    assert hidden
    for check in hidden:
        assert "LEAK" not in check.output + check.message
        assert check.verdict is Verdict.RAISED


@full_only
def test_a_submission_cannot_claim_a_skip(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """`skipped_*` and `grader_error` are never derived from what a submission says."""
    source = b"""
import gc
def mse(y, y_hat):
    for thing in gc.get_objects():
        if getattr(thing, "__name__", "") == "_kind" and hasattr(thing, "__code__"):
            thing.__code__ = (lambda error: "skipped_missing_dependency").__code__
    raise ValueError("grader_error")
"""
    (graded,) = grade([Task(catalogue["mse"], "claim", source)], Options(), sandbox)

    assert {check.verdict for check in graded.result.checks} == {Verdict.RAISED}
    assert graded.result.gradable


# --- secrets --------------------------------------------------------------------------------------

SEARCHER = r"""
import os, re, sys
import numpy as np

LIBRARIES = set("tensorflow keras numpy scipy clang h5py mypy google grpc hypothesis torch".split())
NOT_FILES = (".so", ".a", "clear_refs", "pagemap")
SECRET = bytes(byte ^ 0x55 for byte in bytes.fromhex({encoded!r}))


def files():
    seen = set()
    starts = ["/proc/self", os.getcwd(), {copy!r}, "/tmp", "/opt", "/home", *sys.path]
    for start in starts:
        for folder, names, entries in os.walk(start):
            left_out = LIBRARIES if folder.endswith("site-packages") else ("task", "test", "fd", "map_files")
            names[:] = [n for n in names if n not in left_out]
            for name in entries:
                path = os.path.join(folder, name)
                if path not in seen and not path.endswith(NOT_FILES) and ".so." not in path:
                    seen.add(path)
                    yield path


def in_files():
    for path in files():
        try:
            with open(path, "rb") as file:
                if SECRET in file.read(1 << 20):
                    return path
        except (OSError, ValueError, OverflowError):
            pass


def in_descriptors():
    for fd in range(5, 256):
        try:
            if SECRET in os.pread(fd, 1 << 20, 0):
                return fd
        except OSError:
            pass


def in_memory():
    own = id(SECRET)
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            low, high, mode = re.match(r"(\w+)-(\w+) (\S+)", line).groups()
            low, high = int(low, 16), int(high, 16)
            if mode[0] != "r" or high - low > 1 << 28 or "vsyscall" in line or "vvar" in line:
                continue
            try:
                memory.seek(low)
                data = memory.read(high - low)
            except (OSError, ValueError, OverflowError):
                continue
            at = data.find(SECRET)
            while at >= 0:
                place = low + at
                if not (own <= place <= own + 200 or id(data) <= place <= id(data) + len(data) + 100):
                    if data[at + len(SECRET): at + len(SECRET) + 6] == b"-TAIL-":
                        return hex(place)
                at = data.find(SECRET, at + 1)


def mse(y, y_hat):
    found = in_files() or in_descriptors() or in_memory()
    if not found:
        raise RuntimeError("held: nothing found")
    print("FOUND", found)
    return float(np.mean((np.asarray(y, dtype=float) - y_hat) ** 2))
"""


@full_only
def test_no_secret_can_be_found(root: Path, tmp_path: Path) -> None:
    """A canary in a hidden check, a solution, a wrong answer and the reference is in no file, descriptor or memory
    that a submission can read, even after wrong answers were replayed in the same zygote."""
    copy = tmp_path / "course-copy"
    canary = f"canary{os.getpid()}x{int(time.time())}"
    plant_canary(root, copy, canary)
    encoded = bytes(byte ^ 0x55 for byte in canary.encode()).hex()
    searcher = tmp_path / "mse.py"
    searcher.write_text(SEARCHER.format(encoded=encoded, copy=str(copy)), encoding="utf-8")
    finished = subprocess.run(
        [_python(), "-c", SECRETS_DRIVER, str(copy), str(searcher)],
        capture_output=True, text=True, timeout=300, cwd=tmp_path, check=False,
    )  # fmt: skip

    assert finished.returncode == 0, finished.stdout[-3000:] + finished.stderr[-3000:]
    assert "held: nothing found" in finished.stdout, finished.stdout[-3000:]


def plant_canary(root: Path, copy: Path, canary: str) -> None:
    """A copy of the project in which every secret file of mse holds the canary."""
    import shutil

    for part in ("grader", "exercises", "solutions", "reference", "templates"):
        shutil.copytree(root / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    text = f'\nCANARY = "{canary}" + "-TAIL-" and "{canary}-TAIL-"\n'
    secret = [copy / "reference/numpy_stack/losses.py", *(copy / "solutions/losses/mse").glob("*.py")]
    for path in secret:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)


def _python() -> str:
    import sys

    return sys.executable


SECRETS_DRIVER = """
import sys
copy, searcher = sys.argv[1:]
sys.path.insert(0, copy)
from pathlib import Path
import grader
assert grader.__file__.startswith(copy), grader.__file__
from grader.catalogue import Catalogue, Limits
from grader.grading import Options, grade
from grader.sandbox.host import Sandbox, best_confinement
from grader.sources import Task
exercise = Catalogue()["mse"]
wrong = b"def mse(y, y_hat): return ((y - y_hat) ** 2).sum()"
search = Task(exercise, "search", Path(searcher).read_bytes())
with Sandbox(best_confinement("full")) as box:
    options = Options(limits=Limits(call_s=30, memory_mb=2000, submission_s=100), reveal=True)
    first, second = grade([Task(exercise, "wrong", wrong), search], options, box)
assert first.result.diagnoses, "the wrong answer was not replayed"
for check in second.result.checks:
    print(check.verdict.value, check.message, check.output)
    if check.verdict.value not in ("raised", "timeout"):
        sys.exit(9)
assert second.result.score == 0
"""


LEAKS = {
    "keys": "return {repr(y.ravel()[0]): 1}",
    "shape": "return np.zeros((0, int(abs(y.ravel()[0]) * 1e6) % 10**7))",
    "warning": "warnings.warn('overflow encountered in x' + str(abs(y.ravel()[0])).replace('.', '_'), RuntimeWarning)",
    "class": "raise type('E' + str(y.ravel()[0]), (ValueError,), {})()",
    "frame": "os.write(4, struct.pack('<I', int(abs(y.ravel()[0]) * 1e6) % 10**7 + 10**9)); return 0.0",
    "dtype": "return np.zeros((), dtype=[(str(y.ravel()[0]), float)])",
}


@full_only
@pytest.mark.parametrize("way", LEAKS)
def test_hidden_inputs_do_not_leak_through_messages(way: str, catalogue: Catalogue, sandbox: Sandbox) -> None:
    """A hidden check's message holds nothing that a submission chose: its inputs could be written there."""
    source = f"import os, struct, warnings\nimport numpy as np\ndef mse(y, y_hat):\n    {LEAKS[way]}\n"
    seen = []
    for seed in (1, 2):
        (graded,) = grade([Task(catalogue["mse"], way, source.encode())], Options(seed=seed, limits=LIMITS), sandbox)
        seen.append([check.message for check in graded.result.checks if check.visibility == "hidden"])

    assert seen[0]
    assert seen[0] == seen[1]
