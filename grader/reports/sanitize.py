"""Learner text at the border: what a report prints can neither steer a terminal nor disguise itself."""

from __future__ import annotations

import re

LIMIT = 4000
LINES = 60
MORE = "[… {n} more characters]"

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC: titles, links
    r"|\x1b[ -/]*[0-~]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x08\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f"
                        "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]")  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAMED = re.compile("[\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_STACKED = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4})[\u0300-\u036f"
                      "\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")  # fmt: skip
_PICTURES = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"} | {127: "␡"}


def clean(text: str, *, limit: int = LIMIT, lines: int = LINES, more: str = MORE) -> str:
    """`text` in printable characters, tabs and newlines, of bounded size.

    Terminal escapes and invisible characters are dropped, other controls and those that turn the
    direction of writing are shown, lone surrogates become U+FFFD. What is cut off is counted in a
    last line, `more` with its `{n}` filled in.
    """
    kept = _visible(text[: 4 * limit])[:limit]
    kept = "\n".join(kept.split("\n")[:lines])
    cut = len(text) - len(kept) if len(text) > 4 * limit else len(_visible(text)) - len(kept)
    return f"{kept}\n{more.format(n=cut)}" if cut else kept


def line(text: str, *, limit: int = 200) -> str:
    """`text` cleaned, on one line of at most `limit` characters."""
    flat = " ".join(_visible(text[: 4 * limit]).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def unpaired(text: str) -> str:
    """`text` with lone surrogates replaced, all else as it is: what UTF-8 can carry."""
    return _SURROGATE.sub("\ufffd", text)


def _visible(text: str) -> str:
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = unpaired(_INVISIBLE.sub("", text)).translate(_PICTURES)
    return _STACKED.sub(r"\1", _NAMED.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text))
