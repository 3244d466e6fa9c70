"""Formulas: LaTeX → MathML once, and from it what a browser shows and what a terminal shows."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from grader.reports import layout
from grader.reports.boxes import Box, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_DIALECT = (
    (re.compile(r"\\(begin|end)\{(?:aligned|gathered|align)\}"), r"\\\1{split}"),
    (re.compile(r"\\arg(?![a-zA-Z])"), r"\\operatorname{arg}"),
    (re.compile(r"\\operatorname\*"), r"\\operatorname"),
    (re.compile(r"\\tag\{[^{}]*\}"), ""),
)


def mathml(latex: str, *, display: bool) -> str | None:
    """The formula as a MathML element; None where the LaTeX cannot be read."""
    from xml.etree.ElementTree import tostring

    element = _element(latex, display)
    return None if element is None else tostring(element, encoding="unicode")


def inline(latex: str) -> str:
    """The formula on one line of Unicode text; the LaTeX itself where it cannot be read."""
    element = _element(latex, display=False)
    return latex if element is None else _flat(element)


def display(latex: str, width: int) -> list[str]:
    """The formula as lines of at most `width` columns if it can be: set in two dimensions, else on one line."""
    element = _element(latex, display=True)
    if element is None:
        return latex.strip().splitlines()
    block = layout.block(element)
    if block.width > width:
        block = stacked([_fitting(part, width) for part in _pieces(element)], 0, "left")
    return [text.replace("\u00a0", " ").rstrip() for text in block.lines]


def _fitting(element: Element, width: int) -> Box:
    block = layout.block(element)
    return block if block.width <= width else Box((_flat(element),))


def _flat(element: Element) -> str:
    return layout.flat(element).replace("\u00a0", " ").strip()


def _element(latex: str, display: bool) -> Element | None:
    from latex2mathml.converter import convert_to_element

    for pattern, replacement in _DIALECT:
        latex = pattern.sub(replacement, latex)
    try:
        element: Element = convert_to_element(latex, display="block" if display else "inline")
    except Exception:  # noqa: BLE001 - the parser raises many kinds, IndexError and KeyError among them
        return None
    for node in element.iter():  # latex2mathml writes characters as entities, to be escaped no more
        node.text = html.unescape(node.text) if node.text else node.text
    return element


def _pieces(element: Element) -> Iterator[Element]:
    """The parts of a formula between wide spaces."""
    from xml.etree.ElementTree import Element as New

    row = element[0] if len(element) == 1 and element[0].tag == "mrow" else element
    piece = New("mrow")
    for node in row:
        if layout.is_wide_space(node) and len(piece):
            yield piece
            piece = New("mrow")
        elif not layout.is_wide_space(node):
            piece.append(node)
    yield piece
