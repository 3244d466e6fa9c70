"""The trusted handle on the sandbox: zygotes, workers, and one call with everything that limits it.

`Worker.request` is the one door: a message in, a reply or a `Death` out, and never later than its limit.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from grader import protocol as p
from grader.errors import SandboxError
from grader.paths import PACKAGE, course_root
from grader.sandbox import confine

Level = Literal["full", "basic"]
TICK_S = 0.02
MAX_OUTPUT = 16 * 1024
MAX_THREADS = {"numpy": 48, "keras": 256}
MAX_SCRATCH_BYTES, MAX_SCRATCH_FILES = 64 * 2**20, 2000
CALLBACK_LIMIT = 100_000
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

Handle = Callable[[int, int, str], Any]


class DeathCause(str, Enum):
    """Why a worker gave no reply."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    THREADS = "threads"
    SCRATCH = "scratch"
    EXITED = "exited"
    KILLED = "killed"
    PROTOCOL = "protocol"


class Death(Exception):  # noqa: N818 - it is a fact, not an error of ours
    """The worker is dead, or was killed; the next call needs a new one."""

    def __init__(self, cause: DeathCause, detail: str = "", output: str = "") -> None:
        super().__init__(cause.value, detail)
        self.cause, self.detail, self.output = cause, detail, output


@dataclass(frozen=True, slots=True)
class CallLimits:
    """What one call may use: CPU and wall seconds, and resident memory beyond the zygote's."""

    cpu_s: float
    wall_s: float
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Confinement:
    """The level in force, its layers, and what is missing for a better one."""

    level: Level
    layers: tuple[str, ...]
    missing: dict[str, str] = field(default_factory=dict)


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
        self._forbidden = [str(path) for path in (*forbidden, *_own_paths())]
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
        sandbox = PACKAGE / "sandbox"
        paths = [path for path in sys.path if path and os.path.isdir(path) and not self._ours(path)]
        roots = [*dict.fromkeys([*paths, *_library_folders()])]
        readable = [r for root in roots for r in confine.beside(os.path.realpath(root), self._forbidden)]
        return {
            "level": self.confinement.level,
            "preload": PRELOAD[backend],
            "sys_path": paths,
            "modules": {name: str(sandbox / f"{name}.py") for name in ("zygote", "worker", "confine")}
            | {"protocol": str(PACKAGE / "protocol.py")},
            "readable": [r for r in readable if not r.endswith(".pth")],
            "devices": _gpu_devices() if self._device == "gpu" else [],
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
        self.uid = _spare_uid(setup) if level == "full" else 0
        self._folder, self._level = folder, level
        self._ready = False
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._control.settimeout(START_LIMIT_S)
        self._errors = tempfile.TemporaryFile(dir=folder)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", BOOT],
            stdin=theirs, stdout=subprocess.DEVNULL, stderr=self._errors,
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
        pipes = Pipes(to_worker, from_worker, output)
        return Worker(self, pid, fds[0] if fds else -1, pipes, job["scratch"], limits)

    def reap(self, pid: int) -> tuple[int, int]:
        """Kill and reap a worker: its wait status and its largest resident size in KiB."""
        self._control.sendall(json.dumps({"reap": pid}).encode())
        answer = json.loads(self._control.recv(4096) or b'{"status": null, "max_rss_kb": 0}')
        return answer["status"] or 0, answer["max_rss_kb"]

    def close(self) -> None:
        """End the zygote; it takes its children along."""
        self._control.close()
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


@dataclass(slots=True)
class Pipes:
    """The grader's ends of a worker's three pipes."""

    requests: int
    replies: int
    output: int

    def close(self) -> None:
        for fd in (self.requests, self.replies, self.output):
            os.close(fd)


class Worker:
    """One submission's process. After a `Death` it is gone; `close` may be called at any time."""

    def __init__(
        self, zygote: Zygote, pid: int, pidfd: int, pipes: Pipes, scratch: str, limits: CallLimits
    ) -> None:
        self._zygote, self._pid, self._pidfd = zygote, pid, pidfd
        self._pipes, self._scratch, self.limits = pipes, scratch, limits
        self._buffer = bytearray()
        self._output = bytearray()
        self._open = True
        self._watch = Watch(pid, scratch, limits, MAX_THREADS[zygote.backend])
        for fd in (pipes.requests, pipes.replies, pipes.output):
            os.set_blocking(fd, False)

    @property
    def alive(self) -> bool:
        return self._open

    def request(self, message: p.Request, wall_s: float, *, fresh: bool = True) -> p.Reply:
        """Send a message and wait for the reply; `Death` after `wall_s`, or on any misbehaviour."""
        if fresh:
            self._watch.begin()
        deadline = time.monotonic() + wall_s
        pending = memoryview(p.frame(message))
        while True:
            if (body := self._take_frame()) is not None:
                return self._decode(body)
            if time.monotonic() > deadline:
                raise self._die(DeathCause.TIMEOUT)
            pending = self._exchange(pending)

    def take_output(self) -> str:
        """What the submission printed since the last time, bounded."""
        if self._open:
            self._drain(self._pipes.output, self._output, MAX_OUTPUT)
        text = self._output.decode("utf-8", "replace")
        self._output.clear()
        return text

    def close(self) -> tuple[int, int]:
        """Kill, reap and clean up; wait status and largest resident size in KiB."""
        if not self._open:
            return 0, 0
        self._open = False
        if self._pidfd >= 0:
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            os.close(self._pidfd)
        outcome = self._zygote.reap(self._pid)
        self._drain(self._pipes.output, self._output, MAX_OUTPUT)
        self._pipes.close()
        remove_tree(self._scratch)
        return outcome

    def _exchange(self, pending: memoryview) -> memoryview:
        """One turn of the loop: write what fits, read what is there, look at what is used."""
        reads = [self._pipes.replies, self._pipes.output]
        readable, writable, _ = select.select(reads, [self._pipes.requests] if pending else [], [], TICK_S)
        if not readable and not writable:
            if cause := self._watch.exceeded():
                raise self._die(cause)
            return pending
        if self._pipes.output in readable:
            self._drain(self._pipes.output, self._output, MAX_OUTPUT)
            if (cause := self._watch.exceeded_lately()) is not None:
                raise self._die(cause)
        if self._pipes.replies in readable and not self._drain(self._pipes.replies, self._buffer, None):
            raise self._ended()
        if writable:
            pending = self._write(pending)
        return pending

    def _write(self, pending: memoryview) -> memoryview:
        try:
            return pending[os.write(self._pipes.requests, pending[: 1 << 16]) :]
        except BlockingIOError:
            return pending
        except BrokenPipeError:
            raise self._ended() from None

    @staticmethod
    def _drain(fd: int, into: bytearray, bound: int | None) -> bool:
        """Read what is there, keeping at most `bound` bytes; False at the end of the pipe."""
        for _ in range(64):
            try:
                data = os.read(fd, 1 << 16)
            except BlockingIOError:
                return True
            if not data:
                return False
            into += data if bound is None else data[: max(0, bound - len(into))]
            if bound is None:
                return True
        return True

    def _take_frame(self) -> bytes | None:
        if len(self._buffer) < 4:
            return None
        try:
            length = p.frame_length(bytes(self._buffer[:4]))
        except p.ProtocolError as error:
            raise self._die(DeathCause.PROTOCOL, str(error)) from error
        if len(self._buffer) < 4 + length:
            return None
        body = bytes(self._buffer[4 : 4 + length])
        del self._buffer[: 4 + length]
        return body

    def _decode(self, body: bytes) -> p.Reply:
        try:
            return p.decode_reply(body)
        except p.ProtocolError as error:
            raise self._die(DeathCause.PROTOCOL, str(error)) from error

    def misbehaved(self, detail: str) -> Death:
        """Kill the worker for a reply that is out of order or malformed."""
        return self._die(DeathCause.PROTOCOL, detail)

    def _die(self, cause: DeathCause, detail: str = "") -> Death:
        self.close()
        return Death(cause, detail, self._output.decode("utf-8", "replace"))

    def _ended(self) -> Death:
        """The pipe is closed: an exit, a signal, or a limit that the kernel enforced."""
        status, rss_kb = self._close_gently()
        if self._zygote.uid >= 0 and b"sandbox: the canary can be read" in self._output:
            raise SandboxError("the sandbox leaks: a worker could read the grader's own files.")
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
            return self._death(DeathCause.KILLED, signal.Signals(os.WTERMSIG(status)).name)
        if os.WIFSIGNALED(status):
            limit_kb = self.limits.memory_bytes // 1024
            return self._death(DeathCause.MEMORY if rss_kb > limit_kb else DeathCause.KILLED, "SIGKILL")
        return self._death(DeathCause.EXITED, str(os.WEXITSTATUS(status)))

    def _close_gently(self) -> tuple[int, int]:
        """A process that closed its pipe is usually exiting: let it, to learn its own status."""
        if self._pidfd >= 0:
            select.select([self._pidfd], [], [], 0.5)
            if not select.select([self._pidfd], [], [], 0)[0]:
                self.close()
                return 0, 0
            os.close(self._pidfd)
            self._pidfd = -1
        return self.close()

    def _death(self, cause: DeathCause, detail: str) -> Death:
        return Death(cause, detail, self._output.decode("utf-8", "replace"))


class Watch:
    """Looks at what a worker uses: rlimits alone hold neither memory, nor threads, nor disk."""

    def __init__(self, pid: int, scratch: str, limits: CallLimits, threads: int) -> None:
        self._folder = f"/proc/{pid}"
        self._scratch, self._limits, self._threads = scratch, limits, threads
        self._ticks = os.sysconf("SC_CLK_TCK")
        self._page = os.sysconf("SC_PAGESIZE")
        self._base_rss: int | None = None
        self._base_cpu: float | None = None
        self._looked = 0.0

    def begin(self) -> None:
        """A new call: CPU counts from here (read lazily, at the first look)."""
        self._base_cpu = None
        self._looked = time.monotonic()

    def exceeded_lately(self) -> DeathCause | None:
        """`exceeded`, at most once a tick: a flood of output must not hide the rest."""
        return self.exceeded() if time.monotonic() - self._looked > TICK_S else None

    def exceeded(self) -> DeathCause | None:
        """The first limit that is exceeded now."""
        self._looked = time.monotonic()
        try:
            with open(self._folder + "/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            return None
        cpu = (int(fields[11]) + int(fields[12])) / self._ticks
        rss = int(fields[21]) * self._page
        self._base_cpu = cpu if self._base_cpu is None else self._base_cpu
        self._base_rss = min(rss, self._base_rss) if self._base_rss is not None else min(rss, 400 << 20)
        if cpu - self._base_cpu > self._limits.cpu_s:
            return DeathCause.TIMEOUT
        if rss - self._base_rss > self._limits.memory_bytes:
            return DeathCause.MEMORY
        if int(fields[17]) > self._threads:
            return DeathCause.THREADS
        return DeathCause.SCRATCH if self._scratch_is_full() else None

    def _scratch_is_full(self) -> bool:
        files = total = 0
        folders = [self._scratch]
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        files += 1
                        total += entry.stat(follow_symlinks=False).st_blocks * 512
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(entry.path)
                        if files > MAX_SCRATCH_FILES or total > MAX_SCRATCH_BYTES:
                            return True
            except OSError:
                continue
        return False


def remove_tree(path: str) -> None:
    """Remove a folder that a submission wrote in: deep, unreadable, or still growing."""

    def retry(function: Callable[..., Any], failed: str, _: object) -> None:
        with contextlib.suppress(OSError):
            os.chmod(os.path.dirname(failed), stat.S_IRWXU)
            os.chmod(failed, stat.S_IRWXU, follow_symlinks=not os.path.islink(failed))
            function(failed)

    for _ in range(3):
        try:
            shutil.rmtree(path, onerror=retry)
        except RecursionError:
            _flatten(path)
        if not os.path.lexists(path):
            return


def _flatten(path: str) -> None:
    """Shorten a very deep tree: move its third level to the top, until there is none."""
    for number in range(100_000):
        deep = next((e for d in _folders(path) for e in _folders(d)), None)
        if deep is None:
            return
        os.rename(deep, os.path.join(path, f".flat-{number}"))


def _folders(path: str) -> list[str]:
    with contextlib.suppress(OSError), os.scandir(path) as entries:
        return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    return []


def _own_paths() -> list[Path]:
    """What no submission may read: this package, the course, and their traces in site-packages."""
    roots = {PACKAGE, course_root()}
    found = [path.resolve() for path in roots]
    folders = [entry for entry in (*sys.path, *_library_folders()) if entry and os.path.isdir(entry)]
    folders += [nested for entry in folders if os.path.isdir(nested := os.path.join(entry, "site-packages"))]
    for folder in dict.fromkeys(map(os.path.realpath, folders)):
        names = [n for n in os.listdir(folder) if n.endswith(".pth") or n.startswith("dlgrader-")]
        found += [Path(folder) / name for name in names]
    return found


def _library_folders() -> list[str]:
    """Folders of the interpreter itself: the standard library and shared libraries beside it."""
    import sysconfig

    names = ("stdlib", "platstdlib", "purelib", "platlib")
    folders = {sysconfig.get_path(name) for name in names}
    folders |= {sysconfig.get_paths(vars={"base": sys.base_prefix, "installed_base": sys.base_prefix})["stdlib"]}
    return [folder for folder in folders if folder and os.path.isdir(folder)]


def _spare_uid(setup: dict[str, Any]) -> int:
    """A uid nobody has, where the grader is root and the interpreter can be read by anybody; else 0."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return 0
    needed = {os.path.realpath(sys.executable), *setup["sys_path"]}
    if not all(_world_readable(Path(path)) for path in needed):
        return 0
    return random.SystemRandom().randrange(1_000_000, 2_000_000)


def _world_readable(path: Path) -> bool:
    ways = [path, *path.parents]
    return all(way.stat().st_mode & stat.S_IXOTH for way in ways if way.is_dir() or way == path)


def _gpu_devices() -> list[str]:
    return [str(path) for path in sorted(Path("/dev").glob("nvidia*"))]
