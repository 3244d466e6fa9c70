"""The installed command as a user runs it, in a folder, a home and a TMPDIR of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

RIGHT_MSE = "import numpy as np\n\n\ndef mse(y, y_hat):\n    return np.mean((np.asarray(y, float) - y_hat) ** 2)\n"
WRONG_MSE = RIGHT_MSE.replace("np.mean", "np.sum")
LIMIT_S = 60


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err


@dataclass(frozen=True, slots=True)
class Grade:
    """`grade …` in a folder; every call is a new process."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def program(self) -> str:
        return str(Path(sysconfig.get_path("scripts")) / "grade")

    @property
    def variables(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        own = {"HOME": str(self.folder), "LANG": "C.UTF-8", "COLUMNS": "100"}
        return kept | own | {"TMPDIR": str(self.scratch)} | self.environment

    @property
    def scratch(self) -> Path:
        """TMPDIR of the command, beside the folder."""
        return self.folder.parent / "scratch"

    def __call__(
        self,
        *arguments: object,
        cwd: Path | None = None,
        before: Callable[[], None] | None = None,
        **environment: str,
    ) -> Ran:
        """Run it; `before` is done in the new process, just before it becomes the command."""
        done = subprocess.run(
            [self.program, *map(str, arguments)],
            cwd=cwd or self.folder, env=self.variables | environment, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=LIMIT_S, check=False, preexec_fn=before,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that every user may enter, as a sandboxed process must."""
    folder = Path(tempfile.mkdtemp(prefix="grade-test-"))
    folder.chmod(0o755)
    (folder / "scratch").mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def grade(room: Path) -> Grade:
    """The command in an empty folder that is no workspace."""
    (room / "empty").mkdir()
    return Grade(room / "empty")


@pytest.fixture(scope="session")
def fresh_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `grade init` writes, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder.parent / "scratch").mkdir(exist_ok=True)
    assert Grade(folder)("init", ".").code == 0
    return folder


@pytest.fixture
def at_work(room: Path, fresh_workspace: Path) -> Grade:
    """The command in a workspace of its own."""
    shutil.copytree(fresh_workspace, room / "course")
    return Grade(room / "course")


@pytest.fixture
def answer(at_work: Grade) -> Path:
    """The learner's file for `mse` in that workspace, right."""
    path = at_work.folder / "losses" / "mse.py"
    path.write_text(RIGHT_MSE, encoding="utf-8")
    return path
