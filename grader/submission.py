"""The proxy that checks call, and what stands behind it: limits, restarts, callbacks, recording.

Nothing that comes back is trusted; what went wrong becomes a `Finding` of the check that called.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, Protocol

import msgspec

from grader import messages, protocol as p
from grader.catalogue import Backend
from grader.messages import CheckFailed, Finding
from grader.remote import RemoteObject
from grader.sandbox.limits import CallLimits
from grader.sandbox.process import CALLBACK_LIMIT, Death, DeathCause
from grader.sources import detect_backend
from grader.text import Text

UNREADABLE = b"?"
"""Stands for arguments that hold, after the call, what cannot be sent back."""
_OVERFLOW = re.compile(r"overflow encountered|invalid value encountered")
_SAFE_WARNING = re.compile(r"(?:overflow|invalid value) encountered in [a-z_0-9]{1,40}")


class Door(Protocol):
    """A worker, as this module needs it: the one door to the sandbox."""

    limits: CallLimits

    @property
    def alive(self) -> bool: ...
    def request(self, message: p.Request, wall_s: float, *, fresh: bool = True) -> p.Reply: ...
    def take_output(self) -> str: ...
    def misbehaved(self, detail: str) -> Death: ...
    def close(self) -> object: ...


class Contract(msgspec.Struct, frozen=True):
    """What a submission must define, and what checks may do with its objects."""

    filename: str
    signatures: dict[str, tuple[tuple[str, ...], int]]
    remote: frozenset[str] = frozenset()
    total_s: float = 20.0


class Outcome(msgspec.Struct, frozen=True):
    """What a call came to, as it can be compared with another submission's."""

    value: Any = None
    fault: tuple[str, str, str] | None = None
    after: bytes = b""
    warned: frozenset[str] = frozenset()


class Event(msgspec.Struct):
    """A call as it was made, so that it can be made again on another submission."""

    call: p.Call
    callbacks: dict[int, Callable[..., Any]]
    outcome: Outcome | None = None
    seconds: float = 0.0


class Record(msgspec.Struct):
    """What happened during one check."""

    events: list[Event] = msgspec.field(default_factory=list)
    findings: list[Finding] = msgspec.field(default_factory=list)
    output: list[str] = msgspec.field(default_factory=list)


class Session:
    """One submission being graded: its worker, restarted after a death, and the record of each check."""

    def __init__(self, source: bytes, contract: Contract, open_door: Callable[[], Door]) -> None:
        self.source, self.contract = source, contract
        self.backend: Backend = detect_backend(source)
        self.record = Record()
        self._open_door = open_door
        self._door: Door | None = None
        self._found: dict[str, p.Found] = {}
        self._unloadable: Finding | None = None
        self._spent_s = 0.0

    @contextmanager
    def recording(self) -> Iterator[Record]:
        """A fresh record for one check."""
        self.record = Record()
        yield self.record

    def beside(self, source: bytes) -> Session:
        """A session of other code under the same contract, in a worker of its own."""
        return Session(source, self.contract, self._open_door)

    def close(self) -> None:
        """End the worker."""
        if self._door is not None:
            self._door.close()
            self._door = None

    # --- calls

    def perform(self, operation: str, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        """Make a call and return its value; `CheckFailed` where there is none."""
        door = self.ready_door()
        if operation == "function":
            self._require_function(name)
        callbacks: dict[int, Callable[..., Any]] = {}
        payload = p.encode_value([arguments, keywords], _sender(callbacks))
        position, remote = len(self.record.events), bool(self.contract.remote)  # the same in every submission
        call = p.Call(new_call_id(), operation, name, payload, position, remote, operation == "function")
        event = Event(call, callbacks)
        self.record.events.append(event)
        return self.repeat(event, door)

    def repeat(self, event: Event, door: Door) -> Any:
        """Carry out an event, new or recorded, and note its outcome in it."""
        started = time.perf_counter()
        try:
            reply = self._converse(event, door)
        except Death as death:
            self._note_output(death.output)
            event.outcome = Outcome(fault=("death", death.cause.value, ""))
            raise CheckFailed(self._death(death, door)) from None
        finally:
            event.seconds = time.perf_counter() - started
            self._spent_s += event.seconds
        self._note_output(door.take_output())
        return self._conclude(event, reply, door)

    def _converse(self, event: Event, door: Door) -> p.Returned | p.Failed:
        """Send the call; run callbacks until the answer comes."""
        deadline = time.monotonic() + self._wall_s(door)
        message: p.Request = event.call
        for count in range(CALLBACK_LIMIT):
            reply = door.request(message, deadline - time.monotonic(), fresh=count == 0)
            if isinstance(reply, p.Loaded) or reply.id != event.call.id:
                raise door.misbehaved("a reply out of order")
            if not isinstance(reply, p.CallbackCall):
                return reply
            message = self._call_back(event, reply, door)
        raise door.misbehaved("too many callbacks")

    def _wall_s(self, door: Door) -> float:
        left = self.contract.total_s - self._spent_s
        if left <= 0:
            raise CheckFailed(messages.budget_used_up(self.contract.total_s))
        return min(door.limits.wall_s, left)

    def _call_back(self, event: Event, asked: p.CallbackCall, door: Door) -> p.CallbackResult:
        function = event.callbacks.get(asked.number)
        if function is None:
            raise door.misbehaved("an unknown callback")
        arguments = self._decode(asked.payload, door)
        if not _is_call(arguments):
            raise door.misbehaved("a malformed callback")
        try:
            value = function(*arguments[0], **arguments[1])
            return p.CallbackResult(event.call.id, p.encode_value(value, _sender(event.callbacks)), "")
        except CheckFailed:
            raise
        except Exception as error:  # noqa: BLE001 - the arguments are the submission's: so is the error
            return p.CallbackResult(event.call.id, b"", f"{type(error).__name__}: {error}"[:500])

    def _conclude(self, event: Event, reply: p.Returned | p.Failed, door: Door) -> Any:
        warned = self._note_warnings(reply.warnings)
        after = (reply.after or UNREADABLE) if event.call.echo and reply.after != event.call.payload else b""
        if isinstance(reply, p.Failed):
            fault = reply.fault
            event.outcome = Outcome(fault=(fault.kind, fault.type, fault.message), after=after, warned=warned)
            raise CheckFailed(self._fault(fault, door))
        value = self._decode(reply.payload, door)
        event.outcome = Outcome(value=value, after=after, warned=warned)
        if after:
            self.record.findings.append(messages.mutated(self._changed(event.call, after, door)))
        return value

    def _decode(self, payload: bytes, door: Door) -> Any:
        def special(code: int, number: int, name: str) -> Any:
            if code == p.HANDLE and self.contract.remote:
                return RemoteObject(self, number, name)
            raise p.ProtocolError("a reference that was not asked for")

        try:
            return p.decode_value(payload, special)
        except p.ProtocolError as error:
            death = door.misbehaved(str(error))
            raise CheckFailed(self._death(death, door)) from None

    def _changed(self, call: p.Call, after: bytes, door: Door) -> str:
        """Names of the arguments that differ after the call."""
        if after == UNREADABLE:
            return ""
        before, now = (self._plain(data, door) for data in (call.payload, after))
        if not _is_call(now) or len(now[0]) != len(before[0]):
            return ""
        names = self.contract.signatures.get(call.name, ((), 0))[0]
        shown = [f"`{n}`" for n, a, b in zip(names, before[0], now[0]) if _bytes(a) != _bytes(b)]
        shown += [f"`{k}`" for k, v in before[1].items() if _bytes(v) != _bytes(now[1].get(k))]
        return ", ".join(shown)

    def _plain(self, payload: bytes, door: Door) -> Any:
        try:
            return p.decode_value(payload, lambda *_: None)
        except p.ProtocolError as error:
            raise CheckFailed(self._death(door.misbehaved(str(error)), door)) from None

    # --- loading

    def ready_door(self) -> Door:
        """A worker that has executed the submission; restarted if the last one died."""
        if self._unloadable is not None:
            raise CheckFailed(self._unloadable)
        if self._door is None or not self._door.alive:
            self._door = self._open_door()
            self._load(self._door)
        return self._door

    def _load(self, door: Door) -> None:
        names = list(self.contract.signatures)
        message = p.Load(new_call_id(), self.source, self.contract.filename, names)
        started = time.perf_counter()
        try:
            reply = door.request(message, self._wall_s(door))
            if not isinstance(reply, p.Loaded) or reply.id != message.id:
                raise door.misbehaved("a reply out of order")
        except Death as death:
            self._note_output(death.output)
            self._refuse(self._death(death, door))
        finally:
            self._spent_s += time.perf_counter() - started
        self._note_output(door.take_output())
        if reply.fault and reply.fault.kind == "syntax":  # believed only here, where no input has been seen
            line = self._own_line(reply.fault.lines[0]) if reply.fault.lines else None
            self._refuse(messages.syntax_error(reply.fault.message, line or 1))
        if reply.fault:
            self._refuse(self._fault(reply.fault, door))
        self._found = {found.name: found for found in reply.found}

    def _refuse(self, finding: Finding) -> NoReturn:
        self._unloadable = finding
        raise CheckFailed(finding)

    def _require_function(self, name: str) -> None:
        if name not in self.contract.signatures:
            raise LookupError(f"the check calls {name!r}, which the manifest does not name")
        found = self._found.get(name)
        if found is None or not found.callable:
            in_file = re.search(rb"(?<!\w)" + name.encode() + rb"[ \t]*=", self.source)
            raise CheckFailed(messages.not_callable(name) if in_file else messages.missing(name))
        parameters, required = self.contract.signatures[name]
        if not _accepts(found.parameters, parameters, required):
            received = ", ".join(q[0][:40] for q in (found.parameters or [])[:12])
            raise CheckFailed(messages.wrong_parameters(name, f"({', '.join(parameters)})", f"({received})"))

    # --- findings

    def _note_output(self, text: str) -> None:
        if text:
            self.record.output.append(text)

    def _note_warnings(self, noted: list[tuple[str, str, int]]) -> frozenset[str]:
        kinds = set()
        for category, text, line in noted:
            if category == "RuntimeWarning" and _OVERFLOW.search(text):
                safe = _SAFE_WARNING.search(text)
                kinds.add(safe[0] if safe else "an invalid value")
                self.record.findings.append(
                    messages.warned(safe[0] if safe else "an invalid value", self._own_line(line))
                )
        return frozenset(kinds)

    def _own_line(self, line: int) -> int | None:
        return line if 0 < line <= self.source.count(b"\n") + 1 else None

    def _fault(self, fault: p.Fault, door: Door) -> Finding:
        line = self._own_line(fault.lines[-1]) if fault.lines else None
        if fault.kind == "not_implemented":
            return messages.not_implemented(line)
        if fault.kind == "out_of_memory":
            return messages.out_of_memory(door.limits.memory_bytes >> 20)
        if fault.kind == "early_exit":
            return messages.early_exit(line)
        if fault.kind == "unsupported":
            return messages.unsupported(fault.message)
        return messages.raised(fault.type, fault.message, line)

    def _death(self, death: Death, door: Door) -> Finding:
        if death.cause is DeathCause.TIMEOUT:
            return messages.timeout(door.limits.cpu_s)
        if death.cause is DeathCause.MEMORY:
            return messages.out_of_memory(door.limits.memory_bytes >> 20)
        if death.cause is DeathCause.EXITED:
            return messages.early_exit()
        if death.cause is DeathCause.THREADS:
            return messages.too_many(Text("more threads", "启动的线程"))
        if death.cause is DeathCause.SCRATCH:
            return messages.too_many(Text("wrote more files or bytes", "写入的文件或数据"))
        return messages.crashed(death.detail or death.cause.value)


class Submission:
    """What checks see: the functions that the exercise asks for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)

        def call(*arguments: Any, **keywords: Any) -> Any:
            return self._session.perform("function", name, list(arguments), keywords)

        return call


def _sender(callbacks: dict[int, Callable[..., Any]]) -> p.Fallback:
    """Encodes callables as callbacks (kept in `callbacks`) and remote objects as handles."""

    def fallback(value: Any) -> msgspec.msgpack.Ext | None:
        if isinstance(value, RemoteObject):
            return p.reference_ext(p.HANDLE, value._number)
        if callable(value):
            number = next((n for n, known in callbacks.items() if known is value), len(callbacks) + 1)
            callbacks[number] = value
            return p.reference_ext(p.CALLBACK, number)
        return None

    return fallback


def new_call_id() -> int:
    """An id that a submission cannot guess before it sees the call."""
    return int.from_bytes(os.urandom(7), "big")


def _is_call(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], list) and isinstance(value[1], dict)


def _bytes(value: Any) -> bytes:
    return p.encode_value(value, lambda _: p.reference_ext(p.CALLBACK, 0))


_POSITIONAL, _ANY_POSITIONAL, _ANY_KEYWORD = (0, 1), 2, 4


def _accepts(found: list[tuple[str, int, bool]] | None, names: tuple[str, ...], required: int) -> bool:
    """Whether a function with parameters `found` can be called as the contract says."""
    if found is None:
        return True
    kinds = [kind for _, kind, _ in found]
    room = sum(kind in _POSITIONAL for kind in kinds)
    if room < required and _ANY_POSITIONAL not in kinds:
        return False
    if sum(kind in _POSITIONAL and not default for _, kind, default in found) > required:
        return False
    if any(kind == 3 and not default for _, kind, default in found):
        return False
    by_name = {name for name, kind, _ in found if kind in (1, 3)}
    return _ANY_KEYWORD in kinds or all(name in by_name for name in names[required:])
