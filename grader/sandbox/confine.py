"""Takes everything from a process but what a submission needs. Runs in the forked child.

Layers: rlimits, no capabilities and an unprivileged uid, Landlock (files, TCP, signals, abstract
sockets), seccomp (a list of allowed system calls, everything else `ENOSYS`). The zygote prepares what
can be prepared (`Jail`); the child applies it (`enter`).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

CLONE_THREAD, CLONE_NEWPID = 0x10000, 0x20000000
PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 1, 24, 38, 47, 4
PR_SET_CHILD_SUBREAPER = 36
MAP_SHARED, MAP_PRIVATE, MAP_TYPE = 0x01, 0x02, 0x0F
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE = 444, 445  # the same numbers on every architecture
LANDLOCK_CREATE_RULESET_VERSION, LANDLOCK_RULE_PATH_BENEATH = 1, 1
PR_SET_DUMPABLE, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 4, 22, 2

# Measured over NumPy and TensorFlow work: building, training and running models. What only reads the
# process's own state, or is confined by Landlock, is allowed; whatever reaches another process,
# watches files, creates processes or sockets, or changes limits is not on the list.
ALLOWED = """
read write readv writev pread64 pwrite64 close lseek dup
open openat stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat
getdents64 getcwd mkdir mkdirat unlink unlinkat rmdir rename renameat ftruncate
munmap mprotect brk madvise mremap
futex rseq set_robust_list gettid getpid getuid geteuid getgid getegid
uname sysinfo sched_yield getrusage times getrandom
clock_gettime clock_getres gettimeofday time clock_nanosleep nanosleep restart_syscall
rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack exit exit_group
""".split()

# fcntl: duplicate, close-on-exec and status flags; no owner, signal, lease or pipe size.
FCNTL = (0, 1, 2, 3, 4, 1030)
# ioctl: is it a terminal, how many bytes wait, close-on-exec.
IOCTL = (0x5401, 0x541B, 0x5450, 0x5451)
OWN_PROCESS_ONLY = ("prlimit64", "sched_getaffinity", "sched_getparam", "sched_getscheduler")
READABLE = (
    "/dev/urandom /dev/random /dev/zero /etc/localtime /etc/ld.so.cache /proc/cpuinfo /proc/meminfo "
    "/proc/stat /proc/sys/kernel/osrelease /proc/sys/vm/overcommit_memory /sys/devices/system/cpu "
    "/usr/share/zoneinfo /lib /lib64 /usr/lib /usr/lib64 /usr/local/lib"
).split()

# What CUDA needs beyond that, from NVIDIA's open kernel modules: the requests of /dev/nvidia* (type 'F'), those of
# /dev/nvidia-uvm (bare numbers and two of its own), mapped device memory, and its event thread's calls.
GPU_ALLOWED = "poll ppoll pipe2 eventfd2".split()
NVIDIA_REQUEST, REQUEST_TYPE = 0x4600, 0xFF00
UVM_REQUESTS_BELOW, UVM_REQUESTS = 0x400, (0x30000001, 0x30000002)
GPU_READABLE = (
    "/proc/driver/nvidia /proc/devices /proc/modules /proc/sys/vm/mmap_min_addr /sys/bus/pci /sys/devices/pci0000:00 "
    "/sys/devices/system/node /sys/module/nvidia /sys/module/nvidia_uvm /usr/local/cuda"
).split()

_libc = ctypes.CDLL(None, use_errno=True)


def prctl(option: int, *arguments: int) -> None:
    """prctl(2), for the side effect; a refusal is an `OSError`."""
    padded = [*arguments, 0, 0, 0, 0][:4]
    if _libc.prctl(option, *map(ctypes.c_ulong, padded)) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")


def available() -> dict[str, str]:
    """Each layer of level `full` with "" where this machine has it, else the reason it has not."""
    if sys.platform != "linux":
        return {"landlock": "Linux only", "seccomp": "Linux only", "rlimits": ""}
    return {"landlock": _landlock_missing(), "seccomp": _seccomp_missing(), "rlimits": ""}


def _landlock_missing() -> str:
    if find_spec("landlockpy") is None:
        return "the Python package landlockpy is not installed"
    if _libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1:
        return f"the kernel offers no Landlock ({os.strerror(ctypes.get_errno())})"
    return ""


def _seccomp_missing() -> str:
    """Asked of the dynamic loader: importing pyseccomp takes longer than a verdict may."""
    if find_spec("pyseccomp") is None:
        return "the Python package pyseccomp is not installed"
    try:
        ctypes.CDLL("libseccomp.so.2")
    except OSError:
        return "the library libseccomp2 is not installed"
    return ""


def beside(path: str, forbidden: Sequence[str]) -> list[str]:
    """Paths that together hold all of `path` but the forbidden ones: Landlock cannot subtract."""
    if any(path == f or path.startswith(f + "/") for f in forbidden):
        return []
    if not any(f.startswith(path + "/") for f in forbidden):
        return [path]
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return []
    return [entry for name in names for entry in beside(os.path.join(path, name), forbidden)]


def seccomp_filter(*, gpu: bool = False) -> Any:
    """The list of allowed system calls, built once and loaded in every child."""
    import pyseccomp as sc

    program = sc.SyscallFilter(sc.ERRNO(errno.ENOSYS))
    program.set_attr(sc.Attr.ACT_BADARCH, sc.KILL_PROCESS)
    allow = _allower(sc, program)
    for name in ALLOWED:
        allow(name)
    for name in OWN_PROCESS_ONLY:
        allow(name, sc.Arg(0, sc.EQ, 0))
    for command in FCNTL:
        allow("fcntl", sc.Arg(1, sc.EQ, command))
    for request in IOCTL:
        allow("ioctl", sc.Arg(1, sc.EQ, request))
    allow("mmap", sc.Arg(3, sc.MASKED_EQ, MAP_TYPE, MAP_PRIVATE))
    allow("clone", sc.Arg(0, sc.MASKED_EQ, CLONE_THREAD, CLONE_THREAD))
    if gpu:
        _allow_cuda(sc, allow)
    return program


def _allow_cuda(sc: Any, allow: Any) -> None:
    for name in GPU_ALLOWED:
        allow(name)
    allow("mmap", sc.Arg(3, sc.MASKED_EQ, MAP_TYPE, MAP_SHARED))
    allow("ioctl", sc.Arg(1, sc.MASKED_EQ, REQUEST_TYPE, NVIDIA_REQUEST))
    allow("ioctl", sc.Arg(1, sc.LT, UVM_REQUESTS_BELOW))
    for request in UVM_REQUESTS:
        allow("ioctl", sc.Arg(1, sc.EQ, request))


def _allower(sc: Any, program: Any) -> Any:
    def allow(name: str, *conditions: Any) -> None:
        number = sc.resolve_syscall(sc.Arch.NATIVE, name)
        if number >= 0:  # negative: not a call of this architecture
            program.add_rule(sc.ALLOW, number, *conditions)

    return allow


class _PathBeneath(ctypes.Structure):
    """struct landlock_path_beneath_attr."""

    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


class Jail:
    """What the zygote prepares for its next child: the Landlock rules and the seccomp program.

    Rules are added anew for every child, hundreds of them: the folders stay open and each rule is one raw system
    call, four times as fast as opening the path again.
    """

    def __init__(self, readable: Sequence[str], *, devices: Sequence[str] = (), gpu: bool = False) -> None:
        import landlockpy as ll

        self._ll = ll
        self._read = int(ll.AccessFS.READ_FILE | ll.AccessFS.READ_DIR)
        self._change = int(ll.AccessFS.WRITE_FILE | ll.AccessFS.REMOVE_DIR | ll.AccessFS.REMOVE_FILE)
        self._change |= int(ll.AccessFS.MAKE_DIR | ll.AccessFS.MAKE_REG | ll.AccessFS.TRUNCATE)
        device = int(ll.AccessFS.READ_FILE | ll.AccessFS.WRITE_FILE | ll.AccessFS.IOCTL_DEV)
        self._ruleset = ll.Ruleset(scoped=ll.Scope.SIGNAL | ll.Scope.ABSTRACT_UNIX_SOCKET)
        self._handled = int(self._ruleset.handled_fs)
        rules = [(path, self._read) for path in (*readable, *(GPU_READABLE if gpu else ()))]
        rules += [(path, device) for path in ("/dev/null", *devices)]
        self._rules = [rule for path, access in rules if (rule := self._rule(path, access)) is not None]
        self._bytecode = ctypes.create_string_buffer(_compiled(seccomp_filter(gpu=gpu)))
        self._program = _Program((len(self._bytecode) - 1) // 8, ctypes.addressof(self._bytecode))
        self.renew()

    def _rule(self, path: str, access: int) -> _PathBeneath | None:
        """A rule whose path is kept open; None where there is no such path. A file takes no right of folders."""
        if not os.path.isdir(path):
            access &= ~int(self._ll.AccessFS.READ_DIR)
        try:
            return _PathBeneath(access & self._handled, os.open(path, os.O_PATH | os.O_CLOEXEC))
        except FileNotFoundError:
            return None

    def fileno(self) -> int:
        """The descriptor of the rules that the next child applies."""
        return int(self._ruleset.fileno())

    def renew(self) -> None:
        """New rules for the next child: the last one added its own scratch folder to these."""
        self._ruleset.close()
        self._ruleset = self._ll.Ruleset(scoped=self._ll.Scope.SIGNAL | self._ll.Scope.ABSTRACT_UNIX_SOCKET)
        for rule in self._rules:
            self._add(rule)

    def _add(self, rule: _PathBeneath) -> None:
        if _libc.syscall(LANDLOCK_ADD_RULE, self.fileno(), LANDLOCK_RULE_PATH_BENEATH, ctypes.byref(rule), 0) != 0:
            raise OSError(ctypes.get_errno(), "landlock_add_rule")

    def enter(self, scratch: str) -> None:
        """Landlock, then seccomp. There is no way back."""
        for path, access in (("/proc/self", self._read), (scratch, self._read | self._change)):
            rule = self._rule(path, access)
            if rule is None:
                raise FileNotFoundError(path)
            self._add(rule)
            os.close(rule.parent_fd)
        self._ruleset.restrict()
        self._ruleset.close()
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(self._program))


def _compiled(program: Any) -> bytes:
    """The filter as BPF instructions, so that a child loads it without compiling it again."""
    with tempfile.TemporaryFile() as file:
        program.export_bpf(file)
        file.seek(0)
        return file.read()


_CAPABILITY_HEADER = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3, this process
_NO_CAPABILITIES = (ctypes.c_uint32 * 6)()


def empty_bounding_set() -> None:
    """No program started from here ever gains a capability; an ordinary user has none to lose."""
    for capability in range(64):
        if _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break


def drop_privileges(uid: int) -> None:
    """No capability in any set, and `uid` where it is not 0. Idempotent for an ordinary user."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    if uid:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        prctl(PR_SET_DUMPABLE, 1)  # or TensorFlow could not read its own /proc/self/maps
    _libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    if _libc.capset(_CAPABILITY_HEADER, _NO_CAPABILITIES) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def limit_resources(memory_bytes: int, cpu_s: int, *, own_uid: bool, gpu: bool = False) -> None:
    """rlimits: address space beyond what the process holds now, CPU, files, processes.

    CUDA reserves addresses for the memory of every device: with a GPU only the resident memory, which the grader
    watches, is limited.
    """
    if not gpu:
        with open("/proc/self/statm", "rb") as statm:
            held = int(statm.read().split()[0]) * resource.getpagesize()
        _limit(resource.RLIMIT_AS, held + memory_bytes)
    limit_portably(cpu_s)
    if own_uid:  # counted per user: sound only where this worker has a uid to itself
        _limit(resource.RLIMIT_NPROC, 256)
    for name in ("RLIMIT_MEMLOCK", "RLIMIT_MSGQUEUE", "RLIMIT_RTPRIO", "RLIMIT_SIGPENDING"):
        if hasattr(resource, name):
            _limit(getattr(resource, name), 0)


def limit_portably(cpu_s: int) -> None:
    """The rlimits that every POSIX system has."""
    _limit(resource.RLIMIT_CPU, cpu_s)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 16 * 2**20)
    _limit(resource.RLIMIT_NOFILE, 128)


def _limit(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (value, value))


def fork_into_new_pid_namespace() -> int:
    """fork(2); where the system allows it, the child is alone in a pid namespace of its own."""
    if not _pid_namespace:
        return os.fork()
    if _libc.unshare(CLONE_NEWPID) != 0:
        return os.fork()
    try:
        return os.fork()
    finally:  # in the child this fails, harmlessly: it is in the new namespace
        _libc.setns(_pid_namespace, CLONE_NEWPID)


_pid_namespace = 0


def prepare_pid_namespaces() -> bool:
    """Whether children can have pid namespaces of their own (needs CAP_SYS_ADMIN)."""
    global _pid_namespace  # noqa: PLW0603 - one descriptor for the life of the zygote
    if sys.platform != "linux" or platform.machine() == "" or os.geteuid() != 0:
        return False
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    if _libc.setns(own, CLONE_NEWPID) != 0:
        os.close(own)
        return False
    _pid_namespace = own
    return True
