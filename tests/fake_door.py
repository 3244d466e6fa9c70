"""A worker without a process, behind the `Door` of `grader.submission`: it answers from a script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from grader import protocol as p
from grader.sandbox.limits import CallLimits
from grader.sandbox.process import Death, DeathCause

Answer = p.Reply | Death | Callable[[p.Request], p.Reply]
PARAMETERS = [("y", 1, False), ("y_hat", 1, False)]


@dataclass
class FakeDoor:
    """One scripted answer to each request after the load; `sent` is what it was asked, `walls` for how long."""

    answers: list[Answer] = field(default_factory=list)
    loaded: Answer = field(default_factory=lambda: p.Loaded(0, None, [p.Found("mse", True, PARAMETERS)]))
    limits: CallLimits = field(default_factory=lambda: CallLimits(2.0, 6.0, 512 << 20))
    output: str = ""
    alive: bool = True
    sent: list[p.Request] = field(default_factory=list)
    walls: list[float] = field(default_factory=list)

    def request(self, message: p.Request, wall_s: float, *, fresh: bool = True) -> p.Reply:
        """The next answer, with the request's id where the script says 0."""
        self.sent.append(message)
        self.walls.append(wall_s)
        answer = self.loaded if isinstance(message, p.Load) else self.answers.pop(0)
        if isinstance(answer, Death):
            self.alive = False
            raise answer
        calls = [sent for sent in self.sent if isinstance(sent, p.Call)]
        if isinstance(answer, p.Returned) and calls and not answer.after:
            answer = msgspec.structs.replace(answer, after=calls[-1].payload)  # an honest worker's echo
        reply = answer if isinstance(answer, msgspec.Struct) else answer(calls[-1] if calls else message)
        return msgspec.structs.replace(reply, id=reply.id or message.id)

    def take_output(self) -> str:
        text, self.output = self.output, ""
        return text

    def misbehaved(self, detail: str) -> Death:
        self.alive = False
        return Death(DeathCause.PROTOCOL, detail)

    def close(self) -> None:
        self.alive = False
