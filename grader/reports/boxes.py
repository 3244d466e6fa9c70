"""Blocks of text that are set beside, above and around each other, as formulas are on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """Lines of equal width; `base` is the line on which neighbours stand."""

    lines: tuple[str, ...]
    base: int = 0

    @property
    def width(self) -> int:
        return cells(self.lines[0])

    @property
    def height(self) -> int:
        return len(self.lines)


def cells(text: str) -> int:
    """Columns that a terminal gives to the text."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def box(text: str) -> Box:
    """One line."""
    return Box((text,))


def padded(text: str, width: int, side: str = "center") -> str:
    """The text in `width` columns."""
    space = max(width - cells(text), 0)
    left = {"left": 0, "right": space}.get(side, space // 2)
    return " " * left + text + " " * (space - left)


def beside(boxes: Sequence[Box]) -> Box:
    """All in a row on one base line."""
    if not boxes:
        return box("")
    base = max(b.base for b in boxes)
    height = base + max(b.height - b.base for b in boxes)
    columns = [_tall(b, base, height) for b in boxes]
    return Box(tuple("".join(parts) for parts in zip(*columns)), base)


def _tall(b: Box, base: int, height: int) -> tuple[str, ...]:
    blank = " " * b.width
    above = base - b.base
    return (blank,) * above + b.lines + (blank,) * (height - above - b.height)


def stacked(boxes: Sequence[Box], base: int, side: str = "center") -> Box:
    """One above the other; the base line is that of box number `base`."""
    width = max(b.width for b in boxes)
    lines = tuple(padded(text, width, side) for b in boxes for text in b.lines)
    return Box(lines, sum(b.height for b in boxes[:base]) + boxes[base].base)


def fraction(over: Box, under: Box) -> Box:
    """One over the other with a bar between."""
    return stacked((over, box("─" * (max(over.width, under.width) + 2)), under), 1)


def scripts(body: Box, below: Box | None, above: Box | None) -> Box:
    """Indices and exponents at the right, on lines of their own."""
    width = max(s.width for s in (below, above) if s)
    blank = " " * width
    high = tuple(padded(text, width, "left") for text in above.lines) if above else ()
    low = tuple(padded(text, width, "left") for text in below.lines) if below else ()
    column = Box(high + (blank,) * body.height + low, len(high) + body.base)
    return beside((body, column))


_PIECES = {
    "(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", "{": "⎧⎪⎩", "}": "⎫⎪⎭",
    "|": "│││", "‖": "║║║", "⌊": "⎢⎢⎣", "⌋": "⎥⎥⎦", "⌈": "⎡⎢⎢", "⌉": "⎤⎥⎥",
}  # fmt: skip
_MIDDLES = {"{": "⎨", "}": "⎬"}


def delimiter(sign: str, like: Box) -> Box:
    """A bracket as tall as its content."""
    if like.height == 1 or sign not in _PIECES:
        return Box((" " * cells(sign),) * like.base + (sign,) + (" " * cells(sign),) * (like.height - like.base - 1),
                   like.base)  # fmt: skip
    pieces = _PIECES[sign]
    lines = [pieces[0], *pieces[1] * (like.height - 2), pieces[2]]
    if sign in _MIDDLES and like.height > 2:
        lines[like.height // 2] = _MIDDLES[sign]
    return Box(tuple(lines), like.base)


def root(body: Box) -> Box:
    """The sign of the root around something tall."""
    lines = ["┌" + "─" * body.width, *("│" + text for text in body.lines)]
    lead = [" "] * body.height + ["√"]
    return Box(tuple(a + b for a, b in zip(lead, lines)), body.base + 1)


def grid(rows: Sequence[Sequence[Box]], sides: Sequence[str], gap: int) -> Box:
    """A matrix: columns of equal width, rows one below the other, the base line in the middle."""
    columns = max(len(row) for row in rows)
    full = [[*row, *[box("")] * (columns - len(row))] for row in rows]
    widths = [max(row[c].width for row in full) for c in range(columns)]
    set_rows = [beside([_cell(b, widths[c], sides[c], gap if c else 0) for c, b in enumerate(row)]) for row in full]
    tall = any(r.height > 1 for r in set_rows[:-1])
    lines: list[str] = []
    for number, row in enumerate(set_rows):
        lines += [" " * row.width] * (tall and number > 0) + list(row.lines)
    return Box(tuple(lines), set_rows[0].base if len(set_rows) == 1 else (len(lines) - 1) // 2)


def _cell(b: Box, width: int, side: str, gap: int) -> Box:
    return Box(tuple(" " * gap + padded(text, width, side) for text in b.lines), b.base)
