"""Printing to text: a console that neither reads markup nor guesses, and line breaks that know Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from grader.reports.boxes import cells

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDEST = 100
NARROWEST = 24
_NOT_FIRST = set("，。；：！？、）】》〉」』”’…,.;:!?)]}%")
_NOT_LAST = set("（【《〈「『“‘([{")


def printed(renderables: Iterable[RenderableType], *, color: bool, width: int) -> str:
    """What a terminal of this width shows for these, one below the other."""
    console = _console(color, room(width))
    for renderable in renderables:
        console.print(renderable, soft_wrap=False, overflow="fold")
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().rstrip("\n").split("\n")
    return "\n".join(text.rstrip(" ") for text in lines) + "\n"


def room(width: int) -> int:
    """The columns that are used of a terminal's."""
    return max(NARROWEST, min(width, WIDEST))


def _console(color: bool, width: int) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def wrap(text: Text, width: int, indent: str = "", first: str | None = None) -> list[Text]:
    """The text in lines of `width` columns, `indent` included; `first` stands before the first line."""
    from rich.text import Text

    lines: list[Text] = []
    for paragraph in text.split("\n", allow_blank=True):
        for line in paragraph.divide(breaks(paragraph.plain, max(width - cells(indent), 8))):
            line.plain = line.plain.replace("\u00a0", " ").rstrip(" ")
            lead = first if first is not None and not lines else indent
            lines.append(Text(lead, no_wrap=True, end="\n").append_text(line))
    return lines


def breaks(text: str, width: int) -> list[int]:
    """Where to break a line so that no piece is wider than `width` columns."""
    found: list[int] = []
    start = last = column = 0
    for at, char in enumerate(text):
        size = cells(char)
        if at > start and _breakable(text, at):
            last = at
        if column + size > width and char != " ":
            cut = last if last > start else at
            found.append(cut)
            start, column = cut, cells(text[cut:at])
        column += size
    return found


def _breakable(text: str, at: int) -> bool:
    """Whether a line may end before character `at`."""
    before, after = text[at - 1], text[at]
    if before == " ":
        return after != " "
    wide = cells(before) == 2 or cells(after) == 2
    return wide and after not in _NOT_FIRST and before not in _NOT_LAST and after not in " \u00a0"
