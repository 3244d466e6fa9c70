"""The sandbox as its users start it: the level in force, zygotes by backend, and their workers.

Imports neither NumPy nor the protocol, so that a zygote starts before the grader's own imports and the two
go on side by side.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from grader.errors import SandboxError
from grader.paths import PACKAGE, course_root
from grader.sandbox import confine
from grader.sandbox.cleanup import remove_tree
from grader.sandbox.limits import CallLimits

if TYPE_CHECKING:
    from grader.sandbox.process import Worker

Level = Literal["full", "basic"]
PRELOAD = {"numpy": ["numpy", "msgspec"], "keras": ["numpy", "msgspec", "tensorflow", "keras"]}
START_LIMIT_S = 120.0

# All that /proc/self/cmdline shows; the rest, and every path, comes over the socket.
BOOT = "import json,os,socket;c=socket.socket(fileno=os.dup(0));b,s=json.loads(c.makefile('rb').readline());exec(b)"
LOADER = """
import sys, types
from importlib.util import module_from_spec, spec_from_file_location
sys.path[:] = s["sys_path"]
package = sys.modules["grader"] = types.ModuleType("grader")
def load(name):
    spec = spec_from_file_location("grader." + name, s["modules"][name])
    module = sys.modules["grader." + name] = module_from_spec(spec)
    setattr(package, name, module)
    spec.loader.exec_module(module)
    return module
load("zygote").main(c, s, load)
"""


class Confinement(msgspec.Struct, frozen=True):
    """The level in force, its layers, and what is missing for a better one."""

    level: Level
    layers: tuple[str, ...]
    missing: dict[str, str] = msgspec.field(default_factory=dict)


def best_confinement(asked: str = "auto") -> Confinement:
    """The best level there is, or the one asked for; `SandboxError` where `full` cannot be had."""
    missing = {name: reason for name, reason in confine.available().items() if reason}
    if asked == "full" and missing:
        reasons = "; ".join(f"{name}: {reason}" for name, reason in missing.items())
        raise SandboxError(f"the sandbox level 'full' is not available here ({reasons}). `grade doctor` helps.")
    if asked == "basic" or missing:
        return Confinement("basic", ("rlimits",), missing if asked != "basic" else {})
    return Confinement("full", ("landlock", "seccomp", "rlimits"))


class Sandbox:
    """Zygotes by backend, started when first needed; a context manager that leaves nothing behind."""

    def __init__(self, confinement: Confinement, *, device: str = "cpu", forbidden: Sequence[Path] = ()) -> None:
        self.confinement = confinement
        self._device = device
        libraries = [
            os.path.realpath(entry) for entry in (*sys.path, *_library_folders()) if entry and _is_library(entry)
        ]
        own = [os.path.realpath(path) for path in (*forbidden, *_own_paths())]
        self._forbidden = [piece for path in own for piece in _apart(path, libraries)]
        self._zygotes: dict[str, Zygote] = {}
        self._folder = tempfile.mkdtemp(prefix="dlgrader-")
        os.chmod(self._folder, 0o711)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self, backend: str) -> Zygote:
        """The backend's zygote; it goes on importing while the caller does other things."""
        if backend not in self._zygotes:
            self._zygotes[backend] = Zygote(
                backend, self._setup(backend), self._environment(), self._folder, self.confinement.level
            )
        return self._zygotes[backend]

    def close(self) -> None:
        """End every process and remove every file of this sandbox."""
        for zygote in self._zygotes.values():
            zygote.close()
        self._zygotes.clear()
        remove_tree(self._folder)

    def _setup(self, backend: str) -> dict[str, Any]:
        sandbox, gpu = PACKAGE / "sandbox", self._device == "gpu" and backend == "keras"
        paths = [path for path in sys.path if path and _is_library(path) and not self._ours(path)]
        roots = dict.fromkeys(map(os.path.realpath, [*paths, *_library_folders(), *confine.READABLE]))
        readable = [found for root in roots for found in confine.beside(root, self._forbidden)]
        return {
            "level": self.confinement.level,
            "preload": PRELOAD[backend],
            "sys_path": paths,
            "modules": {name: str(sandbox / f"{name}.py") for name in ("zygote", "worker", "confine")}
            | {name: str(PACKAGE / f"{name}.py") for name in ("scan", "protocol")},
            "readable": [r for r in readable if not r.endswith(".pth")],
            "devices": _gpu_devices() if gpu else [],
            "gpu": gpu,
        }

    def _ours(self, path: str) -> bool:
        return any(os.path.realpath(path) == f or os.path.realpath(path).startswith(f + "/") for f in self._forbidden)

    def _environment(self) -> dict[str, str]:
        """Nothing of the caller's; one thread a library; no accelerator unless asked for."""
        single = ("OMP", "OPENBLAS", "MKL", "VECLIB", "NUMEXPR")
        environment = {f"{name}_NUM_THREADS": "1" for name in single}
        environment |= {"TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}
        environment |= {"TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0", "KERAS_BACKEND": "tensorflow"}
        environment |= {"KERAS_HOME": self._folder, "HOME": self._folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        gpu = {"TF_FORCE_GPU_ALLOW_GROWTH": "true"} if self._device == "gpu" else {"CUDA_VISIBLE_DEVICES": "-1"}
        return environment | gpu


class Zygote:
    """One zygote process. Requests go one after the other."""

    def __init__(
        self, backend: str, setup: dict[str, Any], environment: dict[str, str], folder: str, level: Level
    ) -> None:
        self.backend = backend
        self.uid = _spare_uid([sys.executable, folder, *setup["sys_path"]]) if level == "full" else 0
        self._folder, self._level = folder, level
        self._ready = False
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._control.settimeout(START_LIMIT_S)
        self._errors = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", BOOT],
            stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=self._errors,
            env=environment, cwd="/", start_new_session=True,
        )  # fmt: skip
        theirs.close()
        self._control.sendall(json.dumps([LOADER, setup]).encode() + b"\n")

    def spawn(self, limits: CallLimits, total_cpu_s: float) -> Worker:
        """A fresh worker, confined, waiting for its source."""
        self._wait_ready()
        scratch = tempfile.mkdtemp(dir=self._folder)
        if self.uid:
            os.chown(scratch, self.uid, self.uid)
        job = {
            "scratch": scratch,
            "uid": self.uid,
            "memory_bytes": limits.memory_bytes + (8 << 30 if self.backend == "keras" else 256 << 20),
            "cpu_s": max(1, round(total_cpu_s + 5)),
            "canary": str(PACKAGE / "protocol.py") if self._level == "full" else "",
        }
        return self._fork(job, limits)

    def _fork(self, job: dict[str, Any], limits: CallLimits) -> Worker:
        (requests, to_worker), (from_worker, replies), (output, prints) = os.pipe(), os.pipe(), os.pipe()
        theirs = [requests, replies, prints]
        try:
            socket.send_fds(self._control, [json.dumps({"spawn": job}).encode()], theirs)
            data, fds, _, _ = socket.recv_fds(self._control, 4096, 1)
        except OSError as error:
            raise SandboxError(f"the zygote did not fork: {error}. {self._complaint()}") from error
        finally:
            for fd in theirs:
                os.close(fd)
        if not data:
            raise SandboxError(f"the zygote ended. {self._complaint()}")
        pid = json.loads(data)["pid"]
        from grader.sandbox.process import Pipes, Worker

        pipes = Pipes(to_worker, from_worker, output)
        worker = Worker(self, pid, fds[0] if fds else -1, pipes, job["scratch"], limits)
        worker.wait_ready()
        return worker

    def reap(self, pid: int) -> tuple[int, int]:
        """Kill and reap a worker: its wait status and its largest resident size in KiB."""
        self._control.sendall(json.dumps({"reap": pid}).encode())
        answer = json.loads(self._control.recv(4096) or b'{"status": null, "max_rss_kb": 0}')
        return answer["status"] or 0, answer["max_rss_kb"]

    def close(self) -> None:
        """End the zygote; it takes its children along."""
        self._control.close()
        if not self._ready:  # still importing: it has no children, and would look at the socket much later
            self._process.kill()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def _wait_ready(self) -> None:
        if self._ready:
            return
        try:
            answer = self._control.recv(6)
        except TimeoutError:
            answer = b""
        if answer != b"ready\n":
            raise SandboxError(f"the sandbox did not start. {self._complaint()}")
        self._ready = True

    def _complaint(self) -> str:
        with contextlib.suppress(OSError, ValueError):
            self._errors.seek(0)
            return self._errors.read()[-2000:].decode("utf-8", "replace").strip()
        return ""


def _is_library(path: str) -> bool:
    """Whether an entry of sys.path is Python's own or holds installed packages: not a script's folder, not the cwd."""
    if os.path.basename(path) in ("site-packages", "dist-packages") or path in _library_folders():
        return os.path.isdir(path)
    inside = os.path.realpath(path).startswith(os.path.realpath(sys.base_prefix) + os.sep)
    return (inside and os.path.isdir(path)) or os.path.isfile(os.path.join(path, "numpy", "__init__.py"))


def _apart(path: str, libraries: Sequence[str]) -> list[str]:
    """The path, or its pieces around a library that lies in it: a virtual environment inside a checkout."""
    holds_a_library = any(library.startswith(path + os.sep) for library in libraries)
    return confine.beside(path, libraries) if holds_a_library else [path]


def _own_paths() -> list[Path]:
    """What no submission may read: this package, the course, and their traces in site-packages.

    Of folders that are searched for packages every `.pth` is left out, for any may name a checkout; of those that
    merely lie inside the standard library only what carries our name.
    """
    found = [path.resolve() for path in {PACKAGE, course_root()}]
    searched = {os.path.realpath(entry) for entry in sys.path if entry and os.path.isdir(entry)}
    nested = {os.path.realpath(os.path.join(folder, "site-packages")) for folder in _library_folders()}
    for folder in (f for f in searched | nested if os.path.isdir(f)):
        for name in os.listdir(folder):
            if name.startswith(("dlgrader", "_dlgrader")) or (name.endswith(".pth") and folder in searched):
                found.append(Path(folder) / name)
        if os.path.isdir(os.path.join(folder, "grader", "_course")):
            found.append(Path(folder) / "grader")
    return found


def _library_folders() -> list[str]:
    """Folders of the interpreter itself: the standard library and shared libraries beside it."""
    import sysconfig

    names = ("stdlib", "platstdlib", "purelib", "platlib")
    folders = {sysconfig.get_path(name) for name in names}
    folders |= {sysconfig.get_paths(vars={"base": sys.base_prefix, "installed_base": sys.base_prefix})["stdlib"]}
    return [folder for folder in folders if folder and os.path.isdir(folder)]


def _spare_uid(needed: Sequence[str]) -> int:
    """A uid nobody has, where the grader is root and anybody can reach the paths that a worker needs; else 0."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return 0
    if not all(_world_readable(Path(os.path.realpath(path))) for path in needed):
        return 0
    return random.SystemRandom().randrange(1_000_000, 2_000_000)


def _world_readable(path: Path) -> bool:
    ways = [path, *path.parents]
    return all(way.stat().st_mode & stat.S_IXOTH for way in ways if way.is_dir() or way == path)


def _gpu_devices() -> list[str]:
    return [str(path) for path in sorted(Path("/dev").glob("nvidia*"))]
