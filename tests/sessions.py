"""Sessions with scripted workers, and the replies of workers, with sane defaults."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from grader import messages, protocol as p
from grader.messages import CheckFailed, Finding
from grader.remote import RemoteObject
from grader.results import Verdict
from grader.submission import Contract, Session, Submission
from tests.fake_door import Answer, FakeDoor

SOURCE = b"import numpy as np\ndef mse(y, y_hat):\n    return 0.0\n"


def make_contract(**changes: Any) -> Contract:
    """The contract of `mse`, without remote objects."""
    given: dict[str, Any] = {"filename": "mse.py", "signatures": {"mse": (("y", "y_hat"), 2)}}
    return Contract(**(given | changes))


def make_session(*doors: FakeDoor, **changes: Any) -> Session:
    """A session whose workers are the doors, one after the other."""
    waiting = iter(doors)
    return Session(SOURCE, make_contract(**changes), lambda: next(waiting))


def answering(*answers: Answer, **changes: Any) -> Session:
    """A session with one worker that gives these answers."""
    return make_session(FakeDoor(list(answers)), **changes)


def returned(
    value: Any = 0.0, *, after: bytes | None = None, warnings: list[tuple[str, str, int]] | None = None
) -> Answer:
    """The reply of an honest worker: the value, and the arguments as they came unless `after` says otherwise."""

    def reply(message: p.Request) -> p.Reply:
        assert isinstance(message, (p.Call, p.CallbackResult))
        echo = message.payload if after is None and isinstance(message, p.Call) else after or b""
        return p.Returned(0, p.encode_value(value), echo, warnings or [])

    return reply


def raw(payload: bytes) -> p.Returned:
    """A reply whose value is these bytes, for a method or operator."""
    return p.Returned(0, payload, b"", [])


def handle(number: int = 1001, kind: str = "Value") -> p.Returned:
    """A reply that is a remote object."""
    return raw(msgspec.msgpack.encode(p.reference_ext(p.HANDLE, number, kind)))


def fault(kind: str = "raised", name: str = "ValueError", text: str = "no", lines: list[int] | None = None) -> p.Failed:
    """A reply that the call ended in a fault."""
    return p.Failed(0, p.Fault(kind, name, text, [3] if lines is None else lines), b"", [])


def outcome(session: Session, *arguments: Any, **keywords: Any) -> Finding | None:
    """The finding of a check that makes one call of `mse`; None if it passes."""
    raised = []
    with session.recording() as record:
        try:
            Submission(session).mse(*(arguments or (1.0, 2.0)), **keywords)
        except CheckFailed as failed:
            raised = [failed.finding]
    return messages.choose([*record.findings, *raised])


def verdict(session: Session, *arguments: Any, **keywords: Any) -> Verdict:
    """The verdict of a check that makes one call of `mse`."""
    finding = outcome(session, *arguments, **keywords)
    return finding.verdict if finding else Verdict.PASSED


def after(*arguments: Any, **keywords: Any) -> bytes:
    """The arguments as a worker sends them back."""
    return p.encode_value([list(arguments), keywords])


def make_remote() -> RemoteObject:
    """An object that lives in a worker."""
    return RemoteObject(make_session(), 1, "Model")


def finding_of(look: Callable[..., object], *arguments: Any, **keywords: Any) -> Finding:
    """The finding of a comparison that must fail."""
    with pytest.raises(CheckFailed) as failed:
        look(*arguments, **keywords)
    return failed.value.finding
