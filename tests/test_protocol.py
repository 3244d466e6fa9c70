"""The wire: what travels arrives as it was, and no byte from a worker does more than raise `ProtocolError`."""

from __future__ import annotations

import contextlib
import datetime
import math
import struct
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from grader import protocol as p

ext = msgspec.msgpack.Ext
pack = msgspec.msgpack.encode

quick = settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))
many = settings(quick, max_examples=400)


def no_references(code: int, number: int, name: str) -> Any:
    raise p.ProtocolError("a reference that was not asked for")


def decode(data: bytes) -> Any:
    return p.decode_value(data, no_references)


def round_trip(value: Any) -> Any:
    return decode(p.encode_value(value))


# --- values that travel ---------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
BIG = 2**1000
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-BIG, BIG)
    | st.floats(allow_nan=False)
    | TEXT
    | st.floats(width=32, allow_nan=False).map(np.float32)
    | st.integers(-(2**63), 2**63 - 1).map(np.int64)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(TEXT, inner, max_size=4)
    ),
    max_leaves=12,
)
LAYOUTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "C": np.ascontiguousarray,
    "Fortran": np.asfortranarray,
    "every second item": lambda a: np.repeat(a, 2, axis=-1)[..., ::2] if a.ndim else a,
    "reversed": lambda a: a[..., ::-1] if a.ndim else a,
    "transposed": lambda a: np.ascontiguousarray(a).T,
    "read only": lambda a: np.broadcast_to(a, a.shape),
}


@st.composite
def arrays(draw: st.DrawFn) -> np.ndarray:
    """An array of any dtype that travels, up to four axes (some empty), in any memory layout."""
    shape = tuple(draw(st.lists(st.integers(0, 3), max_size=4)))
    dtype = np.dtype(draw(st.sampled_from(sorted(p.DTYPES))))
    raw = draw(st.binary(min_size=math.prod(shape), max_size=math.prod(shape)))
    plain = np.frombuffer(raw, np.int8).reshape(shape)
    with np.errstate(all="ignore"):
        array = np.asarray(plain > 0) if dtype.kind == "b" else plain.astype(dtype)
    swapped = array.astype(dtype.newbyteorder(">")) if draw(st.booleans()) else array
    return LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))](swapped)


@quick
@given(VALUES)
def test_plain_data_arrives_as_it_was(value: Any) -> None:
    """Nested lists, tuples, dicts, numbers and text arrive equal, of the same types, and as the same bytes."""
    sent = p.encode_value(value)
    received = decode(sent)

    assert value == received
    assert repr(value) == repr(received)
    assert sent == p.encode_value(received)


@many
@given(arrays())
def test_arrays_arrive_as_they_were(array: np.ndarray) -> None:
    """An array keeps its values, shape, dtype and kind of memory layout, and encodes to the same bytes again."""
    sent = p.encode_value(array)
    received = decode(sent)

    assert array.dtype.newbyteorder("=") == received.dtype
    assert array.shape == received.shape
    assert np.array_equal(array, received)
    assert array.flags.c_contiguous == received.flags.c_contiguous
    assert array.flags.f_contiguous == received.flags.f_contiguous
    assert received.flags.writeable
    assert sent == p.encode_value(received)


@pytest.mark.parametrize("name", sorted(p.DTYPES))
def test_numpy_scalars_arrive_as_scalars(name: str) -> None:
    """A NumPy scalar keeps its type: a float32 does not become a Python float."""
    scalar = np.ones((), name)[()]

    received = round_trip(scalar)

    assert type(scalar) is type(received)
    assert scalar == received


@pytest.mark.parametrize("value", [math.nan, -math.inf, -0.0, 5e-324, np.float32("nan")])
def test_special_floats_keep_their_bits(value: Any) -> None:
    """NaN, infinity, negative zero and the smallest number arrive bit for bit."""
    assert np.float64(value).tobytes() == np.float64(round_trip(value)).tobytes()


def test_a_tuple_is_not_a_list() -> None:
    """Tuples and lists stay apart, empty and nested ones too."""
    value: Any = ((), [], ((1,), [2]), {"a": ()})

    assert value == round_trip(value)


def test_a_non_native_byte_order_is_the_same_value() -> None:
    """Byte order is the machine's business: a big-endian array encodes as the little-endian one does."""
    assert p.encode_value(np.arange(3.0)) == p.encode_value(np.arange(3.0).astype(">f8"))


def test_subclasses_of_plain_types_are_plain() -> None:
    """A subclass of int, float or str arrives as the type itself."""
    shouted = type("Shouted", (str,), {})("a")
    counted = type("Counted", (int,), {})(3)

    assert round_trip([shouted, counted]) == ["a", 3]


def test_a_lone_surrogate_in_a_text_is_replaced() -> None:
    """Text that UTF-8 cannot carry travels with a question mark in its place."""
    assert round_trip("a\ud800b") == "a?b"


UNSUPPORTED = [
    (object(), "a object"),
    ({1, 2}, "a set"),
    (b"raw", "a bytes"),
    (1j, "a complex"),
    ([1, [{"x": range(3)}]], "a range"),
    ({1: 2}, "keys are not text (int)"),
    (np.array(["a"]), "dtype <U1"),
    (np.array([None]), "dtype object"),
    (np.array([(1, 2.0)], dtype="i4,f8"), "dtype"),
    (np.datetime64("2024-01-01"), "NumPy scalar of dtype datetime64"),
    (np.str_("a"), "NumPy scalar of dtype <U1"),
    (np.ma.masked_array([1.0], [True]), "class MaskedArray"),
    (datetime.date(2024, 1, 1), "class date"),
    (10**1200, "more than a thousand digits"),
]


@pytest.mark.parametrize(("value", "named"), UNSUPPORTED, ids=[named for _, named in UNSUPPORTED])
def test_what_does_not_travel_is_named(value: Any, named: str) -> None:
    """A value of another kind raises `UnsupportedValue`, whose text names it."""
    with pytest.raises(p.UnsupportedValue) as caught:
        p.encode_value(value)

    assert named in str(caught.value)


def test_a_lone_surrogate_in_a_key_is_replaced() -> None:
    """A dict's key is text like any other: what UTF-8 cannot carry is replaced."""
    assert round_trip({"\ud800": 1}) == {"?": 1}


def test_a_list_that_holds_itself_does_not_travel() -> None:
    """A circle is a value nested too deeply, not a crash."""
    circle: list[Any] = []
    circle.append(circle)

    with pytest.raises(p.UnsupportedValue, match="too deeply"):
        p.encode_value(circle)


def test_too_large_an_array_is_refused_before_it_is_copied() -> None:
    """An array beyond the frame's limit is unsupported, and its size is said."""
    wide = np.broadcast_to(np.float64(0), (p.MAX_FRAME // 8,))

    with pytest.raises(p.UnsupportedValue, match="64 MiB"):
        p.encode_value(wide)


TOO_MUCH = {
    "items": [0] * (p.MAX_ITEMS + 1),
    "text in bytes": "错" * (p.MAX_TEXT // 2),
    "a key": {"k" * (p.MAX_TEXT + 1): 0},
}


@pytest.mark.parametrize("value", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_what_can_be_sent_can_be_received(value: Any) -> None:
    """An honest value beyond a cap is named as unsupported by its sender; it is not a crash for the receiver."""
    with contextlib.suppress(p.UnsupportedValue):
        round_trip(value)


# --- references -----------------------------------------------------------------------------------


def test_references_arrive_with_number_and_name() -> None:
    """Callbacks and handles are numbers with a name, made into objects by the receiver alone."""
    seen: list[tuple[int, int, str]] = []
    payload = pack([p.reference_ext(p.CALLBACK, 3), p.reference_ext(p.HANDLE, 2**60, "Conv2D")])

    p.decode_value(payload, lambda *what: seen.append(what))

    assert seen == [(p.CALLBACK, 3, ""), (p.HANDLE, 2**60, "Conv2D")]


def test_the_fallback_sees_only_what_is_not_plain() -> None:
    """The sender's fallback may turn an object into a reference; plain data never reaches it."""
    asked: list[Any] = []

    def fallback(value: Any) -> Any:
        asked.append(value)
        return p.reference_ext(p.HANDLE, 1)

    p.encode_value([1, "a", 2.0, None, np.ones(2), {"k": len}], fallback)

    assert [len] == asked


# --- hostile bytes --------------------------------------------------------------------------------

REPLIES: list[p.Reply] = [
    p.Loaded(1, None, [p.Found("mse", True, [("y", 1, False)]), p.Found("x", False, None)]),
    p.Loaded(2, p.Fault("syntax", "SyntaxError", "bad", [3]), []),
    p.Returned(3, p.encode_value({"a": (1.0, [np.ones((2, 3))])}), b"", [("RuntimeWarning", "overflow", 4)]),
    p.Failed(4, p.Fault("raised", "ValueError", "no", [1, 2]), p.encode_value([[1.0], {}]), []),
    p.CallbackCall(5, 1, p.encode_value([[np.arange(4.0)], {}])),
]
FRAMES = [p.frame(reply)[4:] for reply in REPLIES]
PAYLOADS = [
    p.encode_value(value)
    for value in (
        [1, (2.0, None, True), {"k": "错", "m": 2**80}],
        np.arange(6.0).reshape(2, 3).T,
        np.arange(8)[::2],
        np.array([True, False]),
        np.float32(1.5),
    )
]


@pytest.mark.parametrize("reply", REPLIES, ids=lambda r: type(r).__name__)
def test_replies_arrive_as_they_were(reply: p.Reply) -> None:
    """Every reply of a worker survives the frame."""
    data = p.frame(reply)

    assert len(data) - 4 == p.frame_length(data[:4])
    assert reply == p.decode_reply(data[4:])


def test_requests_arrive_as_they_were() -> None:
    """Every request of the grader survives the frame."""
    requests: list[p.Request] = [
        p.Load(1, b"def f(): pass\xff", "f.py", ["f"]),
        p.Call(2, "function", "f", b"\x90", 1, False, True),
        p.CallbackResult(3, b"", "ValueError: no"),
    ]

    assert requests == [p.decode_request(p.frame(request)[4:]) for request in requests]


def swallow(data: bytes) -> None:
    """Decode as a message and as a value; only `ProtocolError` may come out."""
    with contextlib.suppress(p.ProtocolError):
        p.decode_reply(data)
    with contextlib.suppress(p.ProtocolError):
        p.decode_value(data, lambda code, number, name: (code, number, name))


@many
@given(st.binary(max_size=200))
def test_arbitrary_bytes_raise_nothing_but_protocol_error(data: bytes) -> None:
    """Whatever a worker writes decodes, or is a `ProtocolError`."""
    swallow(data)


@many
@given(st.data())
def test_mutated_frames_raise_nothing_but_protocol_error(data: st.DataObject) -> None:
    """A valid frame with bytes changed, cut out or put in decodes, or is a `ProtocolError`."""
    frame = bytearray(data.draw(st.sampled_from(FRAMES + PAYLOADS)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(frame)))
        frame[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))

    swallow(bytes(frame))


EXTENSION_BODIES = st.binary(max_size=40) | st.builds(
    lambda name, head, tail: name + b";" + head + tail,
    st.sampled_from([name.encode() for name in sorted(p.DTYPES)] + [b"|O", b"<U4", b"<M8", b"\xff"]),
    st.builds(
        lambda layout, rank, sizes: bytes([layout, rank]) + b"".join(struct.pack("<q", s) for s in sizes),
        st.integers(0, 4),
        st.integers(0, 40),
        st.lists(st.integers(-2, 4) | st.sampled_from([2**26, 2**62, -(2**63)]), max_size=5),
    ),
    st.binary(max_size=32),
)


@many
@given(st.integers(-128, 127), EXTENSION_BODIES)
def test_broken_extensions_raise_nothing_but_protocol_error(code: int, body: bytes) -> None:
    """Whatever stands in an array, scalar, big integer or reference decodes, or is a `ProtocolError`."""
    swallow(pack([ext(code, body)]))
    swallow(pack({"k": (ext(p.TUPLE, b""), ext(code, body))}))


def array_body(name: bytes, layout: int, shape: tuple[int, ...], raw: bytes, rank: int | None = None) -> bytes:
    """An array's extension as a hostile worker may write it."""
    rank = len(shape) if rank is None else rank
    return name + b";" + struct.pack(f"<BB{len(shape)}q", layout, rank, *shape) + raw


HOSTILE = {
    "a bool byte of 2": ext(p.ARRAY, array_body(b"|b1", 0, (2,), b"\x01\x02")),
    "a bool scalar of 255": ext(p.SCALAR, b"|b1;\xff"),
    "an object dtype": ext(p.ARRAY, array_body(b"|O", 0, (1,), b"\0" * 8)),
    "a text dtype": ext(p.ARRAY, array_body(b"<U2", 0, (1,), b"\0" * 8)),
    "a big-endian dtype": ext(p.ARRAY, array_body(b">f8", 0, (1,), b"\0" * 8)),
    "a date dtype": ext(p.ARRAY, array_body(b"<M8[s]", 0, (1,), b"\0" * 8)),
    "a negative size": ext(p.ARRAY, array_body(b"<f8", 0, (-1, -1), b"\0" * 8)),
    "a size of 2^62": ext(p.ARRAY, array_body(b"<f8", 0, (2**62, 4), b"")),
    "impossible sizes around a zero": ext(p.ARRAY, array_body(b"<f8", 0, (0, *[2**26] * 5), b"")),
    "too few bytes": ext(p.ARRAY, array_body(b"<f8", 0, (2,), b"\0" * 15)),
    "too many bytes": ext(p.ARRAY, array_body(b"<f8", 0, (2,), b"\0" * 17)),
    "an unknown layout": ext(p.ARRAY, array_body(b"<f8", 3, (1,), b"\0" * 8)),
    "a rank beyond the shape": ext(p.ARRAY, array_body(b"<f8", 0, (1,), b"", rank=9)),
    "a rank of 33": ext(p.ARRAY, array_body(b"<f8", 0, (1,) * 33, b"\0" * 8)),
    "an empty array extension": ext(p.ARRAY, b""),
    "an empty tensor": ext(p.TENSOR, b""),
    "a scalar of two": ext(p.SCALAR, b"<f8;" + b"\0" * 16),
    "a big integer of letters": ext(p.BIGINT, b"12a"),
    "a big integer of signs": ext(p.BIGINT, b"--1"),
    "a big integer of nothing": ext(p.BIGINT, b""),
    "a big integer of 1002 digits": ext(p.BIGINT, b"9" * 1002),
    "a tuple mark alone": ext(p.TUPLE, b""),
    "a tuple mark in the middle": [1, ext(p.TUPLE, b"")],
    "a tuple mark in a dict": {"k": ext(p.TUPLE, b"")},
    "a short reference": ext(p.HANDLE, b"1234567"),
    "an unknown extension": ext(99, b""),
    "a number as key": {1: 2},
    "None as key": {None: 2},
    "a list as key": {(1,): 2},
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_malformed_value_is_refused(value: Any) -> None:
    """Values that no honest worker writes are a `ProtocolError`."""
    with pytest.raises(p.ProtocolError):
        decode(pack(value))


@pytest.mark.parametrize("value", [b"bytes", ext(-1, b"\0\0\0\1")], ids=["bin", "timestamp"])
def test_the_vocabulary_is_closed(value: Any) -> None:
    """A type of MessagePack that `encode_value` never writes is refused."""
    with pytest.raises(p.ProtocolError):
        decode(pack(value))


# --- caps -----------------------------------------------------------------------------------------


def nested(depth: int) -> bytes:
    """`depth` lists in one another, as bytes."""
    return b"\x91" * depth + b"\x00"


CAPPED = {
    "items": b"\xdd" + struct.pack(">I", p.MAX_ITEMS + 1) + b"\x00" * (p.MAX_ITEMS + 1),
    "announced items": b"\xdd" + struct.pack(">I", 2**32 - 1),
    "announced pairs": b"\xdf" + struct.pack(">I", 2**32 - 1),
    "items of nested lists": b"\xdc\x03\xe8" + (b"\xdc\x03\xe8" + b"\x90" * 1000) * 1000,
    "depth": nested(p.MAX_DEPTH + 1),
    "great depth": nested(1_000_000),
    "text": b"\xdb" + struct.pack(">I", p.MAX_TEXT + 1) + b"a" * (p.MAX_TEXT + 1),
    "announced text": b"\xdb" + struct.pack(">I", 2**32 - 1),
    "announced bytes": b"\xc6" + struct.pack(">I", 2**32 - 1),
    "announced extension": b"\xc9" + struct.pack(">I", 2**32 - 1) + b"\x01",
    "the byte that means nothing": b"\xc1",
    "nothing": b"",
    "two values": b"\x00\x00",
    "half a value": b"\x92\x00",
}


@pytest.mark.parametrize("data", CAPPED.values(), ids=CAPPED.keys())
def test_messages_beyond_a_cap_are_refused_unread(data: bytes) -> None:
    """Too many items, too deep, too long, cut short or followed by more: the scan refuses it."""
    with pytest.raises(p.ProtocolError):
        p.scan(data)


def test_messages_at_a_cap_are_accepted() -> None:
    """The caps themselves are within the limits."""
    p.scan(nested(p.MAX_DEPTH - 1))
    p.scan(b"\xdd" + struct.pack(">I", p.MAX_ITEMS - 1) + b"\x00" * (p.MAX_ITEMS - 1))
    p.scan(b"\xdb" + struct.pack(">I", p.MAX_TEXT) + b"a" * p.MAX_TEXT)


def test_the_deepest_value_that_is_sent_is_received() -> None:
    """Whatever depth the sender allows, the receiver allows, inside a call's list of arguments too."""
    value: Any = 0
    with contextlib.suppress(p.UnsupportedValue):
        while True:
            p.encode_value([[value], {}])
            value = [value]

    deepest = [[value[0]], {}]

    assert deepest == round_trip(deepest)


def test_a_frame_beyond_the_limit_is_refused_by_its_header() -> None:
    """The length of a frame is looked at before any of it is read."""
    with pytest.raises(p.ProtocolError, match="frame of"):
        p.frame_length(struct.pack("<I", p.MAX_FRAME + 1))


@quick
@given(VALUES)
def test_the_scan_accepts_whatever_is_sent(value: Any) -> None:
    """The scanner and the encoder speak the same MessagePack."""
    p.scan(p.encode_value(value))
