"""Looks through MessagePack without building anything, so that nothing hostile is ever decoded."""

from __future__ import annotations

from typing import Final

MAX_ITEMS: Final = 200_000
MAX_DEPTH: Final = 24
MAX_TEXT: Final = 2**20


class ProtocolError(Exception):
    """Bytes that are not a message, or not a value, of the protocol."""


_FIXED = {0xC0: 0, 0xC2: 0, 0xC3: 0, 0xCA: 4, 0xCB: 8, 0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8}
_FIXED |= {0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8, 0xD4: 2, 0xD5: 3, 0xD6: 5, 0xD7: 9, 0xD8: 17}
_SIZED = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4, 0xC7: 1, 0xC8: 2, 0xC9: 4}
_COUNTED = {0xDC: 2, 0xDD: 4, 0xDE: 2, 0xDF: 4}


def scan(data: bytes) -> None:
    """Raise `ProtocolError` unless `data` is one MessagePack item within the caps; nothing is built."""
    position, items, open_counts = 0, 0, [1]
    while open_counts:
        if open_counts[-1] == 0:
            open_counts.pop()
            continue
        open_counts[-1] -= 1
        items += 1
        skip, children = _token(data, position)
        position += skip
        if position > len(data) or items + children > MAX_ITEMS or len(open_counts) > MAX_DEPTH:
            raise ProtocolError("a message that is cut short, too deep or has too many items")
        if children:
            open_counts.append(children)
    if position != len(data):
        raise ProtocolError("bytes after the end of a message")


def _token(data: bytes, position: int) -> tuple[int, int]:
    """(bytes that this token takes without its children, number of children)."""
    if position >= len(data):
        raise ProtocolError("a message that is cut short")
    byte = data[position]
    if byte < 0x80 or byte >= 0xE0:
        return 1, 0
    if byte < 0xC0:
        return (1, 2 * (byte & 15)) if byte < 0x90 else (1, byte & 15) if byte < 0xA0 else (1 + (byte & 31), 0)
    if byte in _FIXED:
        return 1 + _FIXED[byte], 0
    if byte in _COUNTED:
        width = _COUNTED[byte]
        count = int.from_bytes(data[position + 1 : position + 1 + width], "big")
        return 1 + width, count * (2 if byte >= 0xDE else 1)
    if byte not in _SIZED:
        raise ProtocolError(f"byte {byte:#x}")
    width = _SIZED[byte]
    size = int.from_bytes(data[position + 1 : position + 1 + width], "big")
    if 0xD9 <= byte <= 0xDB and size > MAX_TEXT:
        raise ProtocolError(f"a text of {size} bytes")
    return 1 + width + size + (1 if 0xC7 <= byte <= 0xC9 else 0), 0
