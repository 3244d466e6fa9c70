"""Messages and the value codec: what both processes share (with `scan`).

A frame is a little-endian length of four bytes and a MessagePack body. A value is plain MessagePack
(None, bool, int, float, text, list, dict with text keys) plus extensions for what NumPy needs:

    1 ARRAY     dtype, memory layout, shape, raw bytes
    2 SCALAR    a NumPy scalar: dtype, raw bytes
    3 TUPLE     marker: first item of a list that stands for a tuple
    4 BIGINT    decimal digits of an integer beyond 64 bits
    5 CALLBACK  number of a function that lives in the grader
    6 HANDLE    number and class name of an object that lives in the worker
    7 TENSOR    like ARRAY; it was a TensorFlow tensor or a Keras variable

There is no pickle. What comes from a worker is scanned (size, number of items, depth) before anything
is decoded, and every malformed byte ends in `ProtocolError`.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import msgspec
import numpy as np

from grader.scan import (
    MAX_DEPTH as MAX_DEPTH,
    MAX_ITEMS as MAX_ITEMS,
    MAX_TEXT as MAX_TEXT,
    ProtocolError as ProtocolError,
    scan as scan,
)

MAX_FRAME: Final = 64 * 2**20
MAX_DIGITS: Final = 1000

ARRAY, SCALAR, TUPLE, BIGINT, CALLBACK, HANDLE, TENSOR = range(1, 8)
C_ORDER, F_ORDER, STRIDED = range(3)
DTYPES: Final = frozenset(
    ["|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f2", "<f4", "<f8", "<f16", "<c8", "<c16"]
)


class UnsupportedValue(Exception):
    """A value that does not travel: its text names the type."""


# --- messages -------------------------------------------------------------------------------------


class Load(msgspec.Struct, tag="load", array_like=True):
    """Grader → worker, first: the submission's source and the names that it must define."""

    id: int
    source: bytes
    filename: str
    functions: list[str]


class Call(msgspec.Struct, tag="call", array_like=True):
    """Grader → worker: do `operation` with the arguments in `payload` (a value: [args, kwargs]).

    `index` is the call's position in its check. Handles are numbered from it, so that the same check numbers them alike
    in every submission, and what a wrong answer does with them need be replayed only once.
    """

    id: int
    operation: str
    name: str
    payload: bytes
    index: int
    handles: bool
    echo: bool


class CallbackResult(msgspec.Struct, tag="back", array_like=True):
    """Grader → worker: what a callback returned, or the text of its error."""

    id: int
    payload: bytes
    error: str


class Fault(msgspec.Struct, array_like=True):
    """What went wrong in the worker, by its own account."""

    kind: str
    type: str
    message: str
    lines: list[int]
    text: str = ""


class Found(msgspec.Struct, array_like=True):
    """One required name: whether it can be called, and its parameters (name, kind, has default)."""

    name: str
    callable: bool
    parameters: list[tuple[str, int, bool]] | None


class Loaded(msgspec.Struct, tag="loaded", array_like=True):
    """Worker → grader: the source was executed, or `fault`."""

    id: int
    fault: Fault | None
    found: list[Found]


class Returned(msgspec.Struct, tag="returned", array_like=True):
    """Worker → grader: the call's value, its arguments as they are now, and warnings."""

    id: int
    payload: bytes
    after: bytes
    warnings: list[tuple[str, str, int]]


class Failed(msgspec.Struct, tag="failed", array_like=True):
    """Worker → grader: the call ended in `fault`."""

    id: int
    fault: Fault
    after: bytes
    warnings: list[tuple[str, str, int]]


class CallbackCall(msgspec.Struct, tag="callback", array_like=True):
    """Worker → grader, during a call: run callback `number` on `payload` ([args, kwargs])."""

    id: int
    number: int
    payload: bytes


Request = Load | Call | CallbackResult
Reply = Loaded | Returned | Failed | CallbackCall

_encoder = msgspec.msgpack.Encoder()
_reply_decoder = msgspec.msgpack.Decoder(Reply)
_request_decoder = msgspec.msgpack.Decoder(Request)
_HEADER = struct.Struct("<I")


def frame(message: Request | Reply) -> bytes:
    """The message as it goes over the pipe."""
    body = _encoder.encode(message)
    if len(body) > MAX_FRAME:
        raise UnsupportedValue(f"a message of {len(body) >> 20} MiB; the limit is {MAX_FRAME >> 20} MiB")
    return _HEADER.pack(len(body)) + body


def frame_length(header: bytes) -> int:
    """Length of the body that follows a header of four bytes."""
    (length,) = _HEADER.unpack(header)
    if length > MAX_FRAME:
        raise ProtocolError(f"a frame of {length} bytes")
    return int(length)


def decode_request(body: bytes) -> Request:
    """Worker's side: the grader is trusted."""
    request: Request = _request_decoder.decode(body)
    return request


def decode_reply(body: bytes) -> Reply:
    """Grader's side: nothing in `body` is trusted."""
    scan(body)
    try:
        reply: Reply = _reply_decoder.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ValueError, MemoryError) as error:
        raise ProtocolError(f"not a message: {type(error).__name__}") from error
    return reply


# --- values ---------------------------------------------------------------------------------------

Fallback = Callable[[Any], "msgspec.msgpack.Ext | None"]
"""Turns what is not plain data into an extension, or returns None."""


def encode_value(value: Any, fallback: Fallback | None = None) -> bytes:
    """The value as bytes; `UnsupportedValue` names what does not travel.

    Deterministic: the same value in the same memory layout gives the same bytes on either side, which
    is how a mutated argument is seen.
    """
    try:
        body = _encoder.encode(_wire(value, fallback, 0))
        scan(body)  # what the other side would refuse is refused here, by name
    except (RecursionError, ProtocolError) as error:
        raise UnsupportedValue("a value nested too deeply, or with too many items or too long texts") from error
    if len(body) > MAX_FRAME:
        raise UnsupportedValue(f"a value of {len(body) >> 20} MiB; the limit is {MAX_FRAME >> 20} MiB")
    return body


def _wire(value: Any, fallback: Fallback | None, depth: int) -> Any:
    kind = type(value)
    if kind in (bool, float, type(None)):
        return value
    if kind is np.ndarray:
        return array_ext(value)
    if kind is int:
        return _wire_int(value)
    if kind is str:
        return _text(value)
    if isinstance(value, (list, tuple, dict)):
        return _wire_container(value, fallback, depth + 1)
    return _wire_scalar(value) if isinstance(value, np.generic) else _wire_other(value, fallback)


def _wire_container(value: Any, fallback: Fallback | None, depth: int) -> Any:
    if depth > MAX_DEPTH - 4:
        raise UnsupportedValue("a value nested too deeply")
    if isinstance(value, dict):
        return {_key(k): _wire(v, fallback, depth) for k, v in value.items()}
    items = [_wire(item, fallback, depth) for item in value]
    return [msgspec.msgpack.Ext(TUPLE, b""), *items] if isinstance(value, tuple) else items


def _wire_int(value: int) -> Any:
    if -(2**63) <= value < 2**64:
        return value
    if value.bit_length() > 3 * MAX_DIGITS:
        raise UnsupportedValue("an integer of more than a thousand digits")
    return msgspec.msgpack.Ext(BIGINT, str(value).encode())


def _wire_scalar(value: np.generic) -> msgspec.msgpack.Ext:
    name = value.dtype.newbyteorder("<").str
    if name not in DTYPES:
        raise UnsupportedValue(f"a NumPy scalar of dtype {value.dtype}")
    return msgspec.msgpack.Ext(SCALAR, name.encode() + b";" + value.tobytes())


def _wire_other(value: Any, fallback: Fallback | None) -> Any:
    extension = fallback(value) if fallback else None
    if extension is not None:
        return extension
    if isinstance(value, (bool, int, float, str)):
        return _wire(next(t for t in (int, float, str) if isinstance(value, t))(value), None, 0)
    raise UnsupportedValue(_type_name(value))


def _type_name(value: Any) -> str:
    name = type(value).__name__[:60]
    return f"a {name}" if type(value).__module__ == "builtins" else f"an object of class {name}"


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise UnsupportedValue(f"a dict whose keys are not text ({type(key).__name__[:60]})")
    return _text(key)


def _text(text: str) -> str:
    """The text with lone surrogates replaced, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def array_ext(array: np.ndarray, code: int = ARRAY) -> msgspec.msgpack.Ext:
    """An array as an extension: dtype; layout, rank; shape; bytes in that layout's order."""
    name = array.dtype.newbyteorder("<").str
    if name not in DTYPES:
        raise UnsupportedValue(f"an array of dtype {array.dtype}")
    if array.nbytes > MAX_FRAME - 4096:
        raise UnsupportedValue(f"an array of {array.nbytes >> 20} MiB; the limit is {MAX_FRAME >> 20} MiB")
    flags = array.flags
    layout = C_ORDER if flags.c_contiguous else F_ORDER if flags.f_contiguous else STRIDED
    head = name.encode() + b";" + struct.pack(f"<BB{array.ndim}q", layout, array.ndim, *array.shape)
    ordered = array.astype(name, copy=False)
    return msgspec.msgpack.Ext(code, head + ordered.tobytes("F" if layout == F_ORDER else "C"))


def decode_value(data: bytes, special: Callable[[int, int, str], Any], *, trusted: bool = False) -> Any:
    """The value in `data`. `special(code, number, name)` makes callbacks and handles."""
    if not trusted:
        scan(data)

    def extension(code: int, body: memoryview) -> Any:
        return _extension(code, bytes(body), special)

    try:
        tree = msgspec.msgpack.Decoder(ext_hook=extension).decode(data)
        return _restore(tree)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ValueError, TypeError) as error:
        raise ProtocolError(f"not a value: {type(error).__name__}") from error


class _TupleMark:
    """Stands first in a list that is a tuple."""


_TUPLE_MARK = _TupleMark()


def _restore(tree: Any) -> Any:
    if isinstance(tree, list):
        if tree and tree[0] is _TUPLE_MARK:
            return tuple(_restore(item) for item in tree[1:])
        return [_restore(item) for item in tree]
    if isinstance(tree, dict):
        if not all(type(key) is str for key in tree):
            raise ProtocolError("a dict whose keys are not text")
        return {key: _restore(item) for key, item in tree.items()}
    if tree is _TUPLE_MARK or isinstance(tree, (bytes, datetime)):
        raise ProtocolError("an item that no value holds")
    return tree


def _extension(code: int, body: bytes, special: Callable[[int, int, str], Any]) -> Any:
    if code in (ARRAY, TENSOR):
        return _decode_array(body)
    if code == SCALAR:
        name, _, raw = body.partition(b";")
        return _buffer(name, raw, 1)[0]
    if code == TUPLE:
        return _TUPLE_MARK
    if code == BIGINT:
        if len(body) > MAX_DIGITS + 1 or not body.lstrip(b"-").isdigit():
            raise ProtocolError("not an integer")
        return int(body)
    if code in (CALLBACK, HANDLE) and len(body) >= 8:
        return special(code, int.from_bytes(body[:8], "little"), body[8:200].decode("utf-8", "replace"))
    raise ProtocolError(f"extension {code}")


def _buffer(name: bytes, raw: bytes, count: int) -> np.ndarray:
    text = name.decode("ascii", "replace")
    if text not in DTYPES:
        raise ProtocolError("a dtype that does not travel")
    dtype = np.dtype(text)
    if len(raw) != count * dtype.itemsize:
        raise ProtocolError("an array whose bytes do not fit its shape")
    if dtype.kind == "b" and raw.translate(None, b"\0\1"):
        raise ProtocolError("a truth value that is neither 0 nor 1")
    return np.frombuffer(bytearray(raw), dtype)


def _decode_array(body: bytes) -> np.ndarray:
    name, _, rest = body.partition(b";")
    if len(rest) < 2:
        raise ProtocolError("an array without a header")
    layout, rank = rest[0], rest[1]
    if layout > STRIDED or rank > 32 or len(rest) < 2 + 8 * rank:
        raise ProtocolError("an array with a broken header")
    shape = struct.unpack_from(f"<{rank}q", rest, 2)
    if any(size < 0 or size > MAX_FRAME for size in shape):
        raise ProtocolError("an array with an impossible shape")
    flat = _buffer(name, rest[2 + 8 * rank :], math.prod(shape))
    if layout == F_ORDER:
        return flat.reshape(shape[::-1]).T
    array = flat.reshape(shape)
    return _strided(array) if layout == STRIDED else array


def _strided(array: np.ndarray) -> np.ndarray:
    """The same values as every second item of a wider array: contiguous in no order."""
    if array.ndim == 0 or array.size == 0:
        return array
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1] + 1), array.dtype)
    view = wide[..., : 2 * array.shape[-1] : 2]
    view[...] = array
    return view


def reference_ext(code: int, number: int, name: str = "") -> msgspec.msgpack.Ext:
    """A callback or a handle as an extension."""
    return msgspec.msgpack.Ext(code, number.to_bytes(8, "little") + name.encode("utf-8", "replace")[:120])
