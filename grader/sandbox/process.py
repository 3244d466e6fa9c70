"""The trusted handle on one worker: a message in, a reply or a `Death` out, never later than its limit.

`Worker.request` is the one door to what is dangerous.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from grader import protocol as p
from grader.errors import SandboxError
from grader.sandbox.cleanup import remove_tree
from grader.sandbox.limits import CallLimits

if TYPE_CHECKING:
    from grader.sandbox.host import Zygote

TICK_MS = 20
READY_LIMIT_S = 30.0
MAX_OUTPUT = 16 * 1024
MAX_THREADS = {"numpy": 48, "keras": 256}
MAX_SCRATCH_BYTES, MAX_SCRATCH_FILES = 64 * 2**20, 2000
CALLBACK_LIMIT = 100_000


class DeathCause(str, Enum):
    """Why a worker gave no reply."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    THREADS = "threads"
    SCRATCH = "scratch"
    EXITED = "exited"
    KILLED = "killed"
    PROTOCOL = "protocol"


class Death(Exception):
    """The worker is dead, or was killed; the next call needs a new one."""

    def __init__(self, cause: DeathCause, detail: str = "", output: str = "") -> None:
        super().__init__(cause.value, detail)
        self.cause, self.detail, self.output = cause, detail, output


class Pipes(msgspec.Struct):
    """The grader's ends of a worker's three pipes."""

    requests: int
    replies: int
    output: int

    def close(self) -> None:
        for fd in (self.requests, self.replies, self.output):
            os.close(fd)


class Worker:
    """One submission's process. After a `Death` it is gone; `close` may be called at any time."""

    def __init__(self, zygote: Zygote, pid: int, pidfd: int, pipes: Pipes, scratch: str, limits: CallLimits) -> None:
        self._zygote, self._pid, self._pidfd = zygote, pid, pidfd
        self._pipes, self._scratch, self.limits = pipes, scratch, limits
        self._buffer = bytearray()
        self._output = bytearray()
        self._open = True
        self._watch = Watch(pid, scratch, limits, MAX_THREADS[zygote.backend])
        self._poll = select.poll()
        for fd in (pipes.requests, pipes.replies, pipes.output):
            os.set_blocking(fd, False)
        self._poll.register(pipes.replies, select.POLLIN)
        self._poll.register(pipes.output, select.POLLIN)

    def wait_ready(self) -> None:
        """Wait until the worker is confined; what goes wrong before it has a source is our fault."""
        try:
            self._converse(memoryview(b""), READY_LIMIT_S)
        except Death as death:
            raise SandboxError(f"a worker could not be set up: {death.output or death}") from death

    @property
    def alive(self) -> bool:
        return self._open

    def request(self, message: p.Request, wall_s: float, *, fresh: bool = True) -> p.Reply:
        """Send a message and wait for the reply; `Death` after `wall_s`, or on any misbehaviour."""
        if fresh:
            self._watch.begin()
        return self._converse(memoryview(p.frame(message)), wall_s)

    def _converse(self, pending: memoryview, wall_s: float) -> p.Reply:
        deadline = time.monotonic() + wall_s
        while True:
            if (body := self._take_frame()) is not None:
                return self._decode(body)
            if time.monotonic() > deadline:
                raise self._die(DeathCause.TIMEOUT)
            if cause := self._watch.exceeded_lately():  # also while a reply drips in, byte by byte
                raise self._die(cause)
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
        """One turn of the loop: write what fits, read what is there."""
        if pending:
            pending = self._write(pending)
        ready = {fd for fd, _ in self._poll.poll(1 if pending else TICK_MS)}
        if self._pipes.output in ready and not self._drain(self._pipes.output, self._output, MAX_OUTPUT):
            self._poll.unregister(self._pipes.output)
        if self._pipes.replies in ready and not self._drain(self._pipes.replies, self._buffer, None):
            raise self._ended()
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
        self._base_rss = self._resident()
        self._base_cpu: float | None = None
        self._looked = time.monotonic()

    def _resident(self) -> int:
        """Bytes that the worker holds, most of them the zygote's."""
        try:
            with open(self._folder + "/statm", "rb") as file:
                return int(file.read().split()[1]) * self._page
        except OSError:
            return 0

    def begin(self) -> None:
        """A new call: CPU counts from here (read lazily, at the first look)."""
        self._base_cpu = None
        self._looked = time.monotonic()

    def exceeded_lately(self) -> DeathCause | None:
        """`exceeded`, at most once a tick however often the worker wakes us."""
        return self.exceeded() if time.monotonic() - self._looked > 0.9 * TICK_MS / 1000 else None

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
