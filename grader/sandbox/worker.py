"""The untrusted side: executes a submission and answers calls. Runs confined, in a fork of the zygote.

It knows nothing but `protocol`. Whatever it says is a claim: the grader decides.
"""

from __future__ import annotations

import _sitebuiltins
import builtins
import contextlib
import inspect
import io
import operator
import os
import struct
import sys
import traceback
import types
import warnings
from collections.abc import Callable
from typing import Any

import msgspec

from grader import protocol as p

OPERATORS: dict[str, Callable[..., Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow,
    "neg": operator.neg, "[]": operator.getitem,
}  # fmt: skip
OURS = ("grader", *(f"grader.{name}" for name in ("scan", "protocol", "confine", "worker", "zygote")))
HANDLES_PER_CALL = 1000
READY = 0
"""Id of the one message that is sent unasked: confined, and waiting for a source."""
MAX_WARNINGS, MAX_LINES, MAX_MESSAGE = 20, 12, 4000


class Channel:
    """Frames over two descriptors."""

    def __init__(self, descriptors: tuple[int, int]) -> None:
        self._read = os.fdopen(descriptors[0], "rb", buffering=1 << 16)
        self._write = descriptors[1]

    def receive(self) -> p.Request | None:
        """The next request; None when the grader has closed the pipe."""
        header = self._read.read(4)
        if len(header) < 4:
            return None
        return p.decode_request(self._read.read(struct.unpack("<I", header)[0]))

    def send(self, reply: p.Reply) -> None:
        """The whole frame."""
        data = memoryview(p.frame(reply))
        while data:
            data = data[os.write(self._write, data) :]


def _offer_exit() -> None:
    """`exit()` and `quit()`, which the interpreter's start-up without `site` leaves out."""
    for name in ("exit", "quit"):
        setattr(builtins, name, _sitebuiltins.Quitter(name, ""))


def serve(descriptors: tuple[int, int], job: dict[str, Any]) -> None:
    """Load the submission, then answer calls until the grader closes the pipe."""
    for name in OURS:  # not by looking through all modules: each name that is touched is a page copied after the fork
        sys.modules.pop(name, None)
    _offer_exit()
    channel = Channel(descriptors)
    if _readable(job["canary"]):
        return
    output = io.TextIOWrapper(os.fdopen(1, "wb", buffering=0), "utf-8", "replace", write_through=True)
    for name in ("stdout", "stderr", "__stdout__", "__stderr__"):
        setattr(sys, name, output)
    channel.send(p.Loaded(READY, None, []))
    load = channel.receive()
    if not isinstance(load, p.Load):
        return
    submission = Submission(channel, load)
    channel.send(submission.loaded())
    while isinstance(call := channel.receive(), p.Call):
        channel.send(submission.answer(call))


def _readable(path: str) -> bool:
    """Whether the sandbox leaks: this file must not open (an empty path: the level is `basic`)."""
    if not path:
        return False
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError:
        return False
    os.write(2, b"sandbox: the canary can be read")
    return True


class Submission:
    """The learner's module, and the objects of it that the grader holds by number."""

    def __init__(self, channel: Channel, load: p.Load) -> None:
        self._channel = channel
        self._load = load
        self._objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._next = 0
        self._module = types.ModuleType("submission")
        self._module.__file__ = load.filename
        sys.modules["submission"] = self._module

    # --- loading

    def loaded(self) -> p.Loaded:
        """Execute the source, and say what it defines."""
        fault = self._execute()
        found = [] if fault else [self._find(name) for name in self._load.functions]
        return p.Loaded(self._load.id, fault, found)

    def _execute(self) -> p.Fault | None:
        try:
            code = compile(self._load.source, self._load.filename, "exec", dont_inherit=True)
            with warnings.catch_warnings():
                exec(code, self._module.__dict__)
        except SyntaxError as error:
            if error.filename == self._load.filename:
                return p.Fault("syntax", "SyntaxError", str(error.msg)[:MAX_MESSAGE], [error.lineno or 1])
            return self._fault(error)
        except BaseException as error:  # noqa: BLE001 - a submission may raise anything
            return self._fault(error)
        return None

    def _find(self, name: str) -> p.Found:
        value = self._module.__dict__.get(name)
        if not callable(value):
            return p.Found(name, False, None)
        try:
            parameters = [
                (q.name, int(q.kind), q.default is not q.empty) for q in inspect.signature(value).parameters.values()
            ]
        except (TypeError, ValueError):
            return p.Found(name, True, None)
        return p.Found(name, True, parameters)

    # --- calls

    def answer(self, call: p.Call) -> p.Reply:
        """Do what the call asks for; every exception becomes a fault."""
        self._next = call.index * HANDLES_PER_CALL
        arguments, keywords = p.decode_value(call.payload, self._special(call), trusted=True)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                value = self._do(call, arguments, keywords)
                payload = p.encode_value(value, self._fallback(call.handles))
                fault = None
            except p.UnsupportedValue as error:
                fault = p.Fault("unsupported", "", str(error), [])
            except BaseException as error:  # noqa: BLE001 - a submission may raise anything
                fault = self._fault(error)
        noted = [self._warning(w) for w in caught[:MAX_WARNINGS]]
        after = self._after(call, arguments, keywords)
        if fault:
            return p.Failed(call.id, fault, after, noted)
        return p.Returned(call.id, payload, after, noted)

    def _do(self, call: p.Call, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        if call.operation == "function":
            return getattr(self._module, call.name)(*arguments, **keywords)
        if call.operation == "operator":
            return OPERATORS[call.name](*arguments)
        target, *rest = arguments
        if call.operation == "attribute":
            return getattr(target, call.name)
        bound = getattr(target, call.name) if call.name else target
        return bound(*rest, **keywords)

    def _after(self, call: p.Call, arguments: list[Any], keywords: dict[str, Any]) -> bytes:
        if not call.echo:
            return b""
        try:
            return p.encode_value([arguments, keywords], self._fallback(True))
        except p.UnsupportedValue:
            return b""

    def _warning(self, caught: warnings.WarningMessage) -> tuple[str, str, int]:
        line = caught.lineno if caught.filename == self._load.filename else 0
        return caught.category.__name__[:60], str(caught.message)[:200], line

    # --- what is not plain data

    def _special(self, call: p.Call) -> Callable[[int, int, str], Any]:
        def special(code: int, number: int, name: str) -> Any:
            if code == p.CALLBACK:
                return Callback(self, call, number)
            return self._objects[number]

        return special

    def _fallback(self, handles: bool, *, callbacks: bool = True) -> p.Fallback:
        def fallback(value: Any) -> msgspec.msgpack.Ext | None:
            if callbacks and isinstance(value, Callback):
                return p.reference_ext(p.CALLBACK, value.number)
            array = _tensor(value)
            if array is not None:
                return p.array_ext(array, p.TENSOR)
            if handles:
                return self._handle(value)
            return None

        return fallback

    def _handle(self, value: Any) -> msgspec.msgpack.Ext:
        number = self._numbers.get(id(value), -1)
        if number < 0 or self._objects[number] is not value:
            if self._next % HANDLES_PER_CALL == HANDLES_PER_CALL - 1:
                raise p.UnsupportedValue("too many objects in one result")
            number = self._next = self._next + 1
            self._objects[number], self._numbers[id(value)] = value, number
        return p.reference_ext(p.HANDLE, number, type(value).__name__)

    def call_back(self, call: p.Call, number: int, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """Have the grader run one of its functions."""
        try:
            payload = p.encode_value([list(arguments), keywords], self._fallback(call.handles, callbacks=False))
        except p.UnsupportedValue as error:
            raise TypeError(f"the function that was passed in takes numbers and arrays. Received: {error}") from None
        self._channel.send(p.CallbackCall(call.id, number, payload))
        answer = self._channel.receive()
        if not isinstance(answer, p.CallbackResult):
            os._exit(71)
        if answer.error:
            raise ValueError(answer.error)
        return p.decode_value(answer.payload, self._special(call), trusted=True)

    # --- faults

    def _fault(self, error: BaseException) -> p.Fault:
        frames = traceback.extract_tb(error.__traceback__, limit=-200)
        lines = [f.lineno or 0 for f in frames if f.filename == self._load.filename]
        return p.Fault(_kind(error), type(error).__name__[:100], _message(error), lines[-MAX_LINES:])


class Callback:
    """A function of the grader, as the submission sees it."""

    def __init__(self, submission: Submission, call: p.Call, number: int) -> None:
        self._submission, self._call, self.number = submission, call, number

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self._submission.call_back(self._call, self.number, arguments, keywords)


def _kind(error: BaseException) -> str:
    kinds = {NotImplementedError: "not_implemented", MemoryError: "out_of_memory", SystemExit: "early_exit"}
    return next((kind for cls, kind in kinds.items() if isinstance(error, cls)), "raised")


def _message(error: BaseException) -> str:
    with contextlib.suppress(BaseException):
        return str(error)[:MAX_MESSAGE].encode("utf-8", "replace").decode("utf-8")
    return ""


def _tensor(value: Any) -> Any:
    """The array of a TensorFlow tensor or Keras variable; None for anything else."""
    tf, keras = sys.modules.get("tensorflow"), sys.modules.get("keras")
    if tf is None:
        return None
    if keras is not None and isinstance(value, keras.Variable):
        value = value.value
    if isinstance(value, tf.IndexedSlices):
        value = tf.convert_to_tensor(value)
    if not isinstance(value, (tf.Tensor, tf.Variable)) or not hasattr(value, "numpy"):
        return None
    array = value.numpy()
    if not hasattr(array, "dtype"):
        return None
    return array if array.dtype.kind in "biufc" else array.astype("float32")
