"""The process that has imported NumPy (or TensorFlow) and forks a worker for every submission.

It is executed with a minimal environment and never sees a submission, an answer or the catalogue: the
source of a submission goes through the worker's own pipe. One request at a time over a Unix socket:

    {"spawn": {...}} + three pipe ends → {"pid": …} + a pidfd
    {"reap": pid}                      → {"status": …, "max_rss_kb": …}   (killed first)

It ends, and its children with it, when the socket closes.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import json
import os
import signal
import socket
import sys
import warnings
from types import ModuleType
from typing import Any

MAX_REQUEST = 1 << 20
FIRST_FREE = 16


def main(control: socket.socket, setup: dict[str, Any], load: Any) -> None:
    """Preload, say so, then serve until the socket closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while os.open(os.devnull, os.O_RDONLY) < FIRST_FREE:  # a worker's own descriptors go below
        pass
    modules: dict[str, ModuleType] = {name: load(name) for name in ("scan", "protocol", "confine", "worker")}
    for name in setup["preload"]:
        __import__(name)
    if "tensorflow" in sys.modules:
        run_eagerly(sys.modules["tensorflow"])
    zygote = Zygote(control, setup, modules)
    gc.collect()
    gc.freeze()
    control.sendall(b"ready\n")
    try:
        zygote.serve()
    finally:
        zygote.kill_all()
        os._exit(0)  # nothing is left to finalise, and somebody waits for us


def run_eagerly(tensorflow: Any) -> None:
    """No graphs: tracing one takes seconds, and a check makes a few steps. This sets a flag and starts no runtime."""
    tensorflow.config.run_functions_eagerly(True)
    warnings.filterwarnings("ignore", message="Even though the `tf.config.experimental_run_functions_eagerly`")


class Zygote:
    """Serves requests; knows its children by pid."""

    def __init__(self, control: socket.socket, setup: dict[str, Any], modules: dict[str, ModuleType]) -> None:
        self._control = control
        self._confine = modules["confine"]
        self._worker = modules["worker"]
        self._setup = setup
        self._children: set[int] = set()
        self._jail: Any = None
        if sys.platform == "linux":
            self._confine.prctl(self._confine.PR_SET_CHILD_SUBREAPER, 1)
            self._confine.prepare_pid_namespaces()
            self._confine.empty_bounding_set()
        if setup["level"] == "full":
            self._jail = self._confine.Jail(setup["readable"], devices=setup["devices"], gpu=setup["gpu"])

    def serve(self) -> None:
        """One request after the other."""
        while True:
            data, fds, _, _ = socket.recv_fds(self._control, MAX_REQUEST, 3)
            if not data:
                return
            request = json.loads(data)
            if "spawn" in request:
                self._spawn(request["spawn"], fds)
            else:
                self._reap(request["reap"])

    def _spawn(self, job: dict[str, Any], fds: list[int]) -> None:
        pid = self._confine.fork_into_new_pid_namespace()
        if pid == 0:
            self._become_worker(job, fds)
        self._children.add(pid)
        for fd in fds:
            os.close(fd)
        pidfd = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else -1
        socket.send_fds(self._control, [json.dumps({"pid": pid}).encode()], [pidfd] if pidfd >= 0 else [])
        if pidfd >= 0:
            os.close(pidfd)
        if self._jail:
            self._jail.renew()

    def _become_worker(self, job: dict[str, Any], fds: list[int]) -> None:
        """Never returns: confined, then the worker's loop."""
        status = 70
        try:
            self._control.close()
            channel = self._enclose(job, fds)
            self._worker.serve(channel, job)
            status = 0
        except BaseException as error:  # noqa: BLE001 - nothing may escape into the zygote's code
            with contextlib.suppress(OSError):
                os.write(2, f"worker: {type(error).__name__}: {error}".encode()[:500])
        finally:
            os._exit(status)

    def _enclose(self, job: dict[str, Any], fds: list[int]) -> tuple[int, int]:
        """Descriptors 0–4 and nothing else; scratch as cwd and HOME; every layer of the level."""
        confine, scratch = self._confine, job["scratch"]
        os.setsid()
        requests, replies, output = (_above(fd) for fd in fds)
        null = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((null, 0), (output, 1), (output, 2), (requests, 3), (replies, 4)):
            os.dup2(source, target)
        os.chdir(scratch)
        os.umask(0o077)
        os.environ.update(HOME=scratch, TMPDIR=scratch)
        if self._jail:
            close_all_but(self._jail.fileno())
            own_uid, gpu = bool(job["uid"]), self._setup["gpu"]
            confine.limit_resources(job["memory_bytes"], job["cpu_s"], own_uid=own_uid, gpu=gpu)
            confine.drop_privileges(job["uid"])
            confine.prctl(confine.PR_SET_PDEATHSIG, signal.SIGKILL)  # cleared by a change of uid
            self._jail.enter(scratch)
        else:
            close_all_but(5)
            confine.limit_portably(job["cpu_s"])
        return 3, 4

    def _reap(self, pid: int) -> None:
        if pid not in self._children:
            self._control.sendall(json.dumps({"status": None, "max_rss_kb": 0}).encode())
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        _, status, usage = os.wait4(pid, 0)
        self._children.discard(pid)
        self._sweep()
        answer = {"status": status, "max_rss_kb": usage.ru_maxrss}
        self._control.sendall(json.dumps(answer).encode())

    def _sweep(self) -> None:
        """Kill and reap what a dead worker left: orphans become children of this process."""
        for pid in _children_of_this_process() - self._children:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    def kill_all(self) -> None:
        """No child outlives this process."""
        self._children.clear()
        self._sweep()


def close_all_but(kept: int) -> None:
    """Close every descriptor from 5 on, save one."""
    os.closerange(5, kept)
    os.closerange(kept + 1, min(os.sysconf("SC_OPEN_MAX"), 1 << 16))


def _above(fd: int) -> int:
    """The descriptor, moved out of the way of a worker's own."""
    return fcntl.fcntl(fd, fcntl.F_DUPFD, FIRST_FREE)


def _children_of_this_process() -> set[int]:
    pid = os.getpid()
    try:
        with open(f"/proc/{pid}/task/{pid}/children", "rb") as children:
            return {int(child) for child in children.read().split()}
    except OSError:  # not Linux, or a kernel without the file: only what is known can be killed
        return set()
