"""MathML set in characters: `block` in two dimensions, `flat` on one line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from grader.reports import boxes
from grader.reports.boxes import Box, beside, box

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SUB = str.maketrans("0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
_SUP = str.maketrans(
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ⊤′″*",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵀ′″*",
)
_ACCENTS = {"^": "\u0302", "¯": "\u0304", "―": "\u0304", "‾": "\u0304", "~": "\u0303", "˙": "\u0307",
            "¨": "\u0308", "→": "\u20d7", "⃗": "\u20d7"}  # fmt: skip
_RELATIONS = set("=<>≤≥≠≈∼~≡∝∈∉⊂⊆→←⇒⇔↦∣≪≫≔:") | {"⟶", "⟵", "≲", "≳", "≃", "≅"}
_BINARY = set("+−-±∓·×⋅⊙⊗⊕∘∗*÷∪∩∧∨")
_OPEN, _CLOSE, _BARS = set("([{⌊⌈⟨"), set(")]}⌋⌉⟩"), set("|‖")
_BIG = set("∑∏∫∐⋃⋂∮")
_LIMITS = {"max", "min", "lim", "sup", "inf", "argmax", "argmin", "arg max", "arg min"}
_OPERAND = ("ord", "scripted", "close", "fraction", "letter")
_NO_SPACE_EM = 0.2


class Atom(NamedTuple):
    """A piece of a row and the class that decides the space around it."""

    body: Box
    kind: str


def block(element: Element) -> Box:
    """The formula in two dimensions."""
    return _row(list(element), flat=False).body


def flat(element: Element) -> str:
    """The formula on one line."""
    return _row(list(element), flat=True).body.lines[0]


def is_wide_space(node: Element) -> bool:
    """Whether the node is a space of an em or more."""
    return node.tag == "mspace" and _ems(node) >= 1


# --- rows and the space in them -------------------------------------------------------------------


def _row(nodes: Sequence[Element], flat: bool) -> Atom:
    atoms = [atom for atom in (_atom(node, flat) for node in nodes) if atom.body.width]
    atoms = [_kind_in_row(atoms, n) for n in range(len(atoms))]
    parts: list[Box] = []
    before: Atom | None = None
    for number, atom in enumerate(atoms):
        after = atoms[number + 1] if number + 1 < len(atoms) else None
        if before is not None and (_spaced(before, atom) or (not flat and _beside_bar(before, atom))):
            parts.append(box(" "))
        parts.append(_guarded(before, atom, after) if flat and atom.kind == "fraction" else atom.body)
        before = atom
    fences = _fenced(atoms, parts) if not flat else parts
    kind = atoms[0].kind if len(atoms) == 1 else "ord" if len(atoms) else "space"
    return Atom(beside(fences), kind)


def _kind_in_row(atoms: list[Atom], number: int) -> Atom:
    """A sign without an operand before it is part of the next one."""
    atom = atoms[number]
    if atom.kind == "binary":
        before = atoms[number - 1].kind if number else None
        if before not in _OPERAND:
            return Atom(atom.body, "unary")
    return atom


def _spaced(before: Atom, atom: Atom) -> bool:
    kinds = (before.kind, atom.kind)
    if "space" in kinds:
        return False
    if {"relation", "binary"} & set(kinds) or before.kind == "comma":
        return True
    if atom.kind in ("big", "function"):
        return before.kind in (*_OPERAND, "big", "function")
    if before.kind in ("big", "function"):
        return atom.kind != "open" or before.kind == "big"
    touching = before.kind in ("scripted", "fraction") and atom.kind in ("ord", "letter", "scripted", "fraction")
    return touching or (atom.kind == "fraction" and before.kind in _OPERAND) or _two_names(before, atom)


def _beside_bar(before: Atom, atom: Atom) -> bool:
    """A sign or bracket that would run into the bar of a fraction."""
    return (before.kind, atom.kind) in (("unary", "fraction"), ("fraction", "open"), ("fraction", "close"))


def _two_names(before: Atom, atom: Atom) -> bool:
    """Two variables side by side, one of them a capital: `X W` is not one name."""
    if before.kind != "letter" or atom.kind not in ("letter", "scripted"):
        return False
    return any(a.body.lines[a.body.base][:1].isupper() for a in (before, atom))


def _guarded(before: Atom | None, atom: Atom, after: Atom | None) -> Box:
    """A fraction on one line is bracketed where a factor stands beside it."""
    left = before is not None and before.kind in _OPERAND
    right = after is not None and after.kind in (*_OPERAND, "open", "big", "function")
    return box(f"({atom.body.lines[0]})") if left or right else atom.body


def _fenced(atoms: Sequence[Atom], parts: list[Box]) -> list[Box]:
    """Brackets that stand beside something tall become as tall."""
    out, texts = list(parts), [p.lines[0] if p.height == 1 else "" for p in parts]
    opened: list[int] = []
    for number, text in enumerate(texts):
        if text in _OPEN:
            opened.append(number)
        elif text[:1] in _CLOSE and text and opened:
            start = opened.pop()
            inner = beside(out[start + 1 : number]) if number > start + 1 else box("")
            if inner.height > 1 and text in _CLOSE:
                out[start] = boxes.delimiter(texts[start], inner)
                out[number] = boxes.delimiter(text, inner)
    return out


# --- one element ----------------------------------------------------------------------------------


def _atom(node: Element, flat: bool) -> Atom:
    maker = _MAKERS.get(node.tag)
    return maker(node, flat) if maker else _row(list(node), flat)


def _identifier(node: Element, flat: bool) -> Atom:
    text = _plain(node.text or "")
    if len(text) > 1 and text.isalpha():
        return Atom(box(text), "function")
    if text in _RELATIONS | _OPEN | _CLOSE:
        return _operator(node, flat)
    return Atom(box(text), "letter" if text.isalpha() and node.get("mathvariant") != "normal" else "ord")


def _operator(node: Element, _flat: bool) -> Atom:
    text = _plain(node.text or "")
    if len(text) > 1 and text.isalpha():
        return Atom(box(text), "function")
    return Atom(box("∼" if text == "~" else text), _operator_kind(text))


def _operator_kind(text: str) -> str:
    kinds = ((_RELATIONS, "relation"), (_BINARY, "binary"), (_OPEN, "open"), (_CLOSE, "close"), (_BIG, "big"),
             (_BARS, "close"), ({"/"}, "slash"), ({",", ";"}, "comma"))  # fmt: skip
    return next((kind for signs, kind in kinds if text in signs), "ord")


def _text(node: Element, _flat: bool) -> Atom:
    if node.text and not node.text.strip():
        return Atom(box(" "), "space")
    return Atom(box((node.text or "").replace("\\_", "_").replace(" ", "\u00a0")), "ord")


def _space(node: Element, _flat: bool) -> Atom:
    ems = _ems(node)
    if ems < _NO_SPACE_EM:
        return Atom(box(""), "space")
    return Atom(box("   " * int(ems) if ems >= 1 else " "), "space")


def _ems(node: Element) -> float:
    try:
        return float(node.get("width", "0").removesuffix("em"))
    except ValueError:
        return 0.0


def _plain(text: str) -> str:
    """Letters of the mathematical planes, which few terminals' fonts have, as plain ones."""
    return "".join(unicodedata.normalize("NFKC", c) if ord(c) > 0xFFFF else c for c in text.strip())


def _fraction(node: Element, flat: bool) -> Atom:
    over, under = (_row([child], flat).body for child in _two(node))
    if node.get("linethickness") == "0":
        return Atom(box(f"{over.lines[0]} over {under.lines[0]}") if flat else boxes.stacked((over, under), 0), "ord")
    if not flat:
        return Atom(boxes.fraction(over, under), "fraction")
    return Atom(box(f"{_factor(over.lines[0])}/{_factor(under.lines[0], under=True)}"), "fraction")


def _factor(text: str, under: bool = False) -> str:
    """In brackets, unless it is one thing."""
    compound = " " in text or "/" in text or (under and len(text) > 1 and not _one_thing(text))
    return f"({text})" if compound else text


def _one_thing(text: str) -> bool:
    return text.isdigit() or sum(c.isalnum() and unicodedata.category(c)[0] == "L" and c == c.translate(_SUB) and
                                 unicodedata.category(c) != "Lm" for c in text) <= 1  # fmt: skip


def _two(node: Element) -> tuple[Element, Element]:
    from xml.etree.ElementTree import Element as New

    children = [*node, New("mrow"), New("mrow")]
    return children[0], children[1]


def _root(node: Element, flat: bool) -> Atom:
    body, kind = _row(list(node)[:1] if node.tag == "mroot" else list(node), flat)
    degree = _script(node[1], _SUP) if node.tag == "mroot" and len(node) > 1 else ""
    if body.height > 1:
        return Atom(boxes.root(body), "ord")
    single = kind in ("letter", "scripted") or body.lines[0].isdigit()
    inner = body.lines[0] if single else f"({body.lines[0]})"
    return Atom(box(f"{degree or ''}√{inner}"), "ord")


# --- indices, exponents, limits, accents ----------------------------------------------------------


def _scripted(node: Element, flat: bool) -> Atom:
    base, *rest = node
    below = rest[0] if node.tag in ("msub", "msubsup", "munder", "munderover") else None
    above = rest[-1] if node.tag != "msub" and node.tag != "munder" else None
    body = _atom(base, flat)
    if not flat and _takes_limits(node, body):
        return Atom(_with_limits(body.body, below, above), body.kind)
    low, high = (_script(s, table) if s is not None else "" for s, table in ((below, _SUB), (above, _SUP)))
    kind = body.kind if body.kind in ("big", "function", "close", "open", "relation", "binary") else "scripted"
    if low is not None and high is not None:
        return Atom(beside((body.body, box(low + high))), kind)
    if not flat and not (_is_name(below) and _is_name(above)):
        return Atom(boxes.scripts(body.body, _small(below), _small(above)), kind)
    marks = _marked("_", below, low) + _marked("^", above, high)
    return Atom(beside((body.body, box(marks))), kind)


def _takes_limits(node: Element, body: Atom) -> bool:
    named = body.kind == "function" and body.body.lines[0] in _LIMITS and node.tag == "msub"
    return named or node.tag in ("munder", "munderover", "mover")


def _with_limits(body: Box, below: Element | None, above: Element | None) -> Box:
    column = [b for b in (_small(above), body, _small(below)) if b is not None]
    return boxes.stacked(column, 1 if above is not None else 0)


def _small(node: Element | None) -> Box | None:
    return None if node is None else box(_tight(node))


def _tight(node: Element) -> str:
    return _row([node], flat=True).body.lines[0].replace(" ", "")


def _script(node: Element, table: dict[int, int]) -> str | None:
    """The script in small Unicode characters; None where some do not exist."""
    text = _tight(node)
    return text.translate(table) if all(ord(c) in table for c in text) else None


def _is_name(node: Element | None) -> bool:
    return node is None or _tight(node).isalnum() or boxes.cells(_tight(node)) == 1


def _marked(sign: str, node: Element | None, small: str | None) -> str:
    if node is None or small is not None:
        return small or ""
    text = _tight(node)
    return f"{sign}{text}" if _is_name(node) else f"{sign}({text})"


def _over(node: Element, flat: bool) -> Atom:
    base, mark = _two(node)
    accent = _ACCENTS.get((mark.text or "").strip()) if mark.tag == "mo" else None
    if accent is None:
        return _scripted(node, flat)
    body = _atom(base, flat)
    text = body.body.lines[body.body.base]
    if len(text) == 1 or accent == "\u0304":
        accent = "\u0305" if len(text) > 1 else accent
        return Atom(box(unicodedata.normalize("NFC", "".join(c + accent for c in text))), "letter")
    return Atom(box(unicodedata.normalize("NFC", text[0] + accent + text[1:])), "ord")


def _under(node: Element, flat: bool) -> Atom:
    braced = len(node) > 1 and (node[1].text or "").strip() in ("⏟", "⏞")
    return _atom(node[0], flat) if braced else _scripted(node, flat)


# --- matrices -------------------------------------------------------------------------------------


def _table(node: Element, flat: bool) -> Atom:
    rows = [[_row(list(cell), flat).body for cell in row] for row in node if len(row)]
    if not rows:
        return Atom(box(""), "ord")
    if flat:
        return Atom(box("; ".join(" ".join(c.lines[0] for c in row if c.width) for row in rows)), "ord")
    first = max(node, key=len)
    equations = node.get("displaystyle") == "true"
    sides = [cell.get("columnalign", "right") for cell in first]
    return Atom(boxes.grid(rows, sides, 1 if equations else 2), "ord")


_MAKERS: dict[str, Callable[[Element, bool], Atom]] = {
    "mi": _identifier, "mn": _text, "mo": _operator, "mtext": _text, "mspace": _space,
    "mfrac": _fraction, "msqrt": _root, "mroot": _root,
    "msub": _scripted, "msup": _scripted, "msubsup": _scripted, "munderover": _scripted,
    "munder": _under, "mover": _over, "mtable": _table,
}  # fmt: skip
