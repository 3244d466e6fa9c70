"""The sandbox: its levels, its limits, and that it leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.errors import NotGradable, SandboxError
from grader.machine import has_tensorflow
from grader.messages import CheckFailed
from grader.results import Verdict
from grader.sandbox import confine, host
from grader.sandbox.host import Confinement, Sandbox, best_confinement
from grader.sandbox.limits import CallLimits
from grader.submission import Contract, Session, Submission

LIMITS = CallLimits(0.3, 0.9, 128 << 20)
FULL_MISSING = any(confine.available().values())
LEVELS = [
    pytest.param("full", marks=pytest.mark.skipif(FULL_MISSING, reason="no sandbox of level full: grade doctor")),
    "basic",
]


def make_session(sandbox: Sandbox, source: str, limits: CallLimits = LIMITS, backend: str = "numpy") -> Session:
    """A session of a source that defines `f(*arguments)`."""
    contract = Contract("f.py", {"f": ((), 0)}, total_s=20.0)
    return Session(source.encode(), contract, lambda: sandbox.start(backend).spawn(limits, 20.0))


def call(sandbox: Sandbox, body: str, *arguments: Any, backend: str = "numpy") -> Any:
    """What `f` returns whose body is this, in a worker of its own."""
    session = make_session(sandbox, "def f(*a):\n    " + body.replace("\n", "\n    ") + "\n", backend=backend)
    try:
        return Submission(session).f(*arguments)
    finally:
        session.close()


def verdict(sandbox: Sandbox, body: str) -> Verdict:
    """How a call ends that gives no value."""
    with pytest.raises(CheckFailed) as failed:
        call(sandbox, body)
    return failed.value.finding.verdict


@pytest.fixture(scope="module", params=LEVELS)
def box(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A sandbox of each level."""
    with Sandbox(best_confinement(request.param)) as sandbox:
        yield sandbox


# --- levels ---------------------------------------------------------------------------------------


def test_basic_is_had_when_it_is_asked_for() -> None:
    """Level `basic` has resource limits alone, and nothing is missing for who asked for it."""
    assert best_confinement("basic") == Confinement("basic", ("rlimits",))


@pytest.mark.skipif(FULL_MISSING, reason="no sandbox of level full")
@pytest.mark.parametrize("asked", ["full", "auto"])
def test_full_has_every_layer(asked: str) -> None:
    """Level `full` has Landlock, seccomp and resource limits, and `auto` takes it where it is."""
    assert best_confinement(asked) == Confinement("full", ("landlock", "seccomp", "rlimits"))


def test_where_a_layer_is_missing_auto_is_basic(monkeypatch: pytest.MonkeyPatch) -> None:
    """`auto` falls back, and says what is missing."""
    monkeypatch.setattr(confine, "available", lambda: {"landlock": "", "seccomp": "no libseccomp2", "rlimits": ""})

    assert best_confinement() == Confinement("basic", ("rlimits",), {"seccomp": "no libseccomp2"})


def test_where_a_layer_is_missing_full_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """`full` is never silently less: it is an error of ours that names what is missing."""
    monkeypatch.setattr(confine, "available", lambda: {"landlock": "kernel too old", "seccomp": "", "rlimits": ""})

    with pytest.raises(SandboxError, match="landlock: kernel too old") as caught:
        best_confinement("full")
    assert isinstance(caught.value, NotGradable) and caught.value.exit_code == 3


# --- a worker -------------------------------------------------------------------------------------


def test_a_call_is_carried_out(box: Sandbox) -> None:
    """At every level, a call gives its value."""
    assert call(box, "return a[0] + 1", 41) == 42


def test_a_worker_knows_nothing_of_the_grader(box: Sandbox) -> None:
    """NumPy is there; TensorFlow, pytest and everything of ours are not."""
    loaded = call(box, "import sys\nreturn sorted({name.partition('.')[0] for name in sys.modules})")

    assert "numpy" in loaded
    assert not {"tensorflow", "keras", "grader", "pytest", "solution", "reference"} & set(loaded)


@pytest.mark.parametrize("level", LEVELS)
def test_a_worker_has_an_environment_of_its_own(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the caller's environment comes along, and one thread per library is asked for."""
    monkeypatch.setenv("SECRET_TOKEN", "s3cr3t")

    with Sandbox(best_confinement(level)) as sandbox:
        environment, seen = call(sandbox, "import os\nreturn dict(os.environ), open('/proc/self/environ').read()")

    assert "s3cr3t" not in str(environment) + seen
    assert environment["OMP_NUM_THREADS"] == "1"


def test_a_worker_works_in_a_folder_of_its_own(box: Sandbox) -> None:
    """The scratch folder is the current one and HOME, is empty, and is gone afterwards."""
    body = "import os\nopen('mine', 'w').write('x')\nreturn os.getcwd(), os.environ['HOME'], os.listdir()"

    (first, home, files), (second, _, again) = (call(box, body) for _ in range(2))

    assert (home, files, again) == (first, ["mine"], ["mine"])
    assert first != second
    assert not os.path.exists(first) and not os.path.exists(second)


def test_a_worker_has_no_keyboard(box: Sandbox) -> None:
    """`input()` ends at once."""
    assert verdict(box, "return input()") is Verdict.RAISED


def test_prints_come_back_bounded(box: Sandbox) -> None:
    """What is printed is kept up to 16 KiB; a flood neither blocks nor fills memory."""
    session = make_session(box, "import sys\ndef f():\n    print('é' * 9, file=sys.stderr)\n    print('x' * 300_000)\n")

    Submission(session).f()
    session.close()

    output = "".join(session.record.output)
    assert output.startswith("é" * 9 + "\n" + "x" * 1000)
    assert len(output.encode()) <= 16 * 1024


ENDS = {
    "computing forever": ("while True: pass", Verdict.TIMEOUT),
    "sleeping": ("import time\ntime.sleep(9)", Verdict.TIMEOUT),
    "too much memory": ("import numpy as np\nreturn np.ones(2**29).sum()", Verdict.OUT_OF_MEMORY),
    "exit": ("import os\nos._exit(0)", Verdict.EARLY_EXIT),
    "sys.exit": ("import sys\nsys.exit(0)", Verdict.EARLY_EXIT),
    "a crash": ("import ctypes\nctypes.string_at(0)", Verdict.CRASHED),
    "endless recursion": ("def g(): return g()\nreturn g()", Verdict.RAISED),
    "a closed pipe": ("import os\nos.closerange(3, 9)\nreturn 1", Verdict.EARLY_EXIT),
}


@pytest.mark.parametrize(("body", "expected"), ENDS.values(), ids=ENDS.keys())
def test_a_call_ends_in_a_verdict(box: Sandbox, body: str, expected: Verdict) -> None:
    """Whatever a call does, it ends within its limits, in a verdict, and the next worker works."""
    started = time.monotonic()

    assert expected is verdict(box, body)

    assert time.monotonic() - started < 4 * LIMITS.wall_s
    assert call(box, "return 1") == 1


COUNTING = "import os\nseen = []\ndef f(*x):\n    seen.extend(x)\n    return len(seen) if x else os._exit(1)\n"


def test_a_worker_is_restarted_after_a_death(box: Sandbox) -> None:
    """The next call of the same session has a fresh worker, with nothing of the old one's state."""
    session = make_session(box, COUNTING)
    ask = Submission(session).f

    assert [ask(7), ask(7)] == [1, 2]
    with pytest.raises(CheckFailed):
        ask()
    assert ask(7) == 1
    session.close()


# --- what it leaves -------------------------------------------------------------------------------


def alive(pid: int) -> bool:
    """Whether the process is there, and no zombie."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
@pytest.mark.parametrize("level", LEVELS)
def test_closing_leaves_no_process_and_no_folder(level: str) -> None:
    """Zygote, worker, scratch: all gone, also where a worker is still open and an error is on its way."""
    with pytest.raises(KeyError), Sandbox(best_confinement(level)) as sandbox:
        session = make_session(sandbox, "import os\ndef f():\n    open('left', 'w').close()\n    return os.getcwd()\n")
        scratch = Submission(session).f()
        zygote = sandbox.start("numpy")._process.pid
        (worker,) = map(int, Path(f"/proc/{zygote}/task/{zygote}/children").read_text().split())
        folder = Path(scratch).parent
        assert alive(zygote) and alive(worker) and folder.is_dir()
        raise KeyError

    assert not alive(zygote)
    assert not alive(worker)
    assert not folder.exists()


def test_closing_what_was_never_used_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sandbox without zygotes has a folder, and removes it; it may be closed twice."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sandbox = Sandbox(best_confinement("basic"))
    (folder,) = tmp_path.iterdir()

    sandbox.close()
    sandbox.close()

    assert not folder.exists()


def test_a_zygote_that_does_not_start_is_our_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a library cannot be imported, the error is ours and says which."""
    monkeypatch.setitem(host.PRELOAD, "numpy", ["no_such_library"])

    with Sandbox(best_confinement("basic")) as sandbox, pytest.raises(SandboxError, match="no_such_library"):
        call(sandbox, "return 1")


def test_a_zygote_that_is_gone_is_our_error() -> None:
    """A zygote that was killed is an error of ours, never a verdict on a submission."""
    with Sandbox(best_confinement("basic")) as sandbox:
        assert call(sandbox, "return 1") == 1
        os.kill(sandbox.start("numpy")._process.pid, signal.SIGKILL)

        with pytest.raises(SandboxError):
            call(sandbox, "return 1")


IN_THE_GRADER = """
import sys
from grader.catalogue import Catalogue
from grader.grading import Options, grade
from grader.sandbox.host import Sandbox, best_confinement
from grader.sources import Task

mse = Catalogue()["mse"]
with Sandbox(best_confinement()) as sandbox:
    result = grade([Task(mse, "a.py", mse.solution("numpy").read_bytes())], Options(), sandbox)[0].result
print(result.passed, sorted({"tensorflow", "keras", "submission", "solution"} & set(sys.modules)))
"""


def test_the_grader_never_imports_tensorflow_for_numpy(root: Path) -> None:
    """Grading a NumPy exercise, hidden checks and all, loads neither TensorFlow nor the submission."""
    done = subprocess.run(
        [sys.executable, "-c", IN_THE_GRADER], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout == "True []\n"


def test_a_virtual_environment_inside_the_checkout_stays_readable(tmp_path: Path) -> None:
    """What is forbidden is the checkout around a library that lies in it, not the library: the README's own layout."""
    library = tmp_path / ".venv" / "lib" / "site-packages"
    for folder in (library, tmp_path / "solutions", tmp_path / ".venv" / "bin"):
        folder.mkdir(parents=True)

    pieces = host._apart(str(tmp_path), [str(library)])

    assert sorted(pieces) == [str(tmp_path / ".venv" / "bin"), str(tmp_path / "solutions")]
    assert host._apart(str(tmp_path / "solutions"), [str(library)]) == [str(tmp_path / "solutions")]


@pytest.mark.skipif(not has_tensorflow(), reason="TensorFlow is not installed")
def test_keras_workers_trace_no_graphs(sandbox: Sandbox) -> None:
    """A function runs as it is written each time, without the seconds that a graph takes, and without a warning."""
    body = (
        "import warnings\nwarnings.simplefilter('error', RuntimeWarning)\nimport tensorflow as tf\nseen = []\n"
        "@tf.function\ndef g(x):\n    seen.append(x)\n    return x\ng(1.0)\ng(1.0)\n"
        "return len(seen), float(tf.data.Dataset.from_tensors(2.0).map(lambda x: 3 * x).get_single_element())"
    )

    assert call(sandbox, body, backend="keras") == (2, 6.0)
