"""Statements: Markdown with formulas, for a terminal and for a page."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from grader.reports import formula
from grader.reports.boxes import cells
from grader.reports.console import printed, room, wrap

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from rich.console import RenderableType
    from rich.text import Text

INDENT = "    "
_CLINGING = re.compile(r'(<span class="math inline">(?:(?!</span>).)*</span>)([，。；：、！？）」》”,.;:!?)]+)')


def html(markdown: str, *, level: int = 1) -> str:
    """The statement as HTML with MathML; headings begin at `level`, and the title is left out below level 1."""
    parser = _parser()
    tokens = _joined(parser.parse(markdown))
    if level > 1:
        tokens = _lowered(tokens, level - 1)
    return _CLINGING.sub(r'<span class="keep">\1\2</span>', str(parser.renderer.render(tokens, parser.options, {})))


def terminal(markdown: str, *, color: bool, width: int) -> str:
    """The statement as text in which the formulas can be read."""
    tokens = _joined(_parser().parse(markdown))
    return printed(_blocks(tokens, room(width), color), color=color, width=width)


# --- Markdown -------------------------------------------------------------------------------------


def _parser() -> MarkdownIt:
    """CommonMark with tables and formulas; no raw HTML, no pictures."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.use(dollarmath_plugin, allow_labels=False, double_inline=True, renderer=_mathml)
    return parser


def _mathml(latex: str, options: dict[str, Any]) -> str:
    text = formula.mathml(latex, display=bool(options.get("display_mode")))
    return text or f"<code>{entities.escape(latex)}</code>"


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Lines of Chinese that were broken in the source are joined without a space."""
    for token in tokens:
        children = token.children or []
        for number, child in enumerate(children):
            if child.type == "softbreak" and _chinese_on_both_sides(children, number):
                child.type, child.content = "text", ""
    return list(tokens)


def _chinese_on_both_sides(children: Sequence[Token], number: int) -> bool:
    before = children[number - 1].content[-1:] if number else ""
    after = children[number + 1].content[:1] if number + 1 < len(children) else ""
    return any(_is_wide(c) for c in (before, after)) and all(not c.isascii() or not c for c in (before, after))


def _is_wide(char: str) -> bool:
    return bool(char) and cells(char) == 2


def _lowered(tokens: Sequence[Token], by: int) -> list[Token]:
    """Headings `by` levels lower, without the title."""
    kept: list[Token] = []
    in_title = False
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            title, token.tag = token.tag == "h1", f"h{min(int(token.tag[1]) + by, 6)}"
            in_title = title and token.type == "heading_open"
            if title:
                continue
        if not in_title:
            kept.append(token)
    return kept


# --- terminal -------------------------------------------------------------------------------------


def _blocks(tokens: Sequence[Token], width: int, color: bool) -> Iterator[RenderableType]:
    """Each block of the document as lines, a blank line between blocks."""
    from rich.text import Text

    depth, marks, number = 0, [""], 0
    while number < len(tokens):
        token = tokens[number]
        if token.type == "table_open":
            end = next(n for n in range(number, len(tokens)) if tokens[n].type == "table_close")
            yield _table(tokens[number:end], color)
            number = end
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            depth, marks = depth + 1, [*marks, "• " if token.type[0] == "b" else f"{token.attrGet('start') or 1}. "]
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth, marks = depth - 1, marks[:-1]
            yield Text("")
        elif token.type == "list_item_open" and marks[-1][0].isdigit():
            marks[-1] = f"{token.info or marks[-1][:-2]}. "
        else:
            yield from _leaf(tokens, number, (width, depth, marks[-1], color))
        number += 1


def _leaf(tokens: Sequence[Token], number: int, setting: tuple[int, int, str, bool]) -> Iterator[RenderableType]:
    from rich.text import Text

    width, depth, mark, color = setting
    token = tokens[number]
    if token.type == "inline" and tokens[number - 1].type == "heading_open":
        yield from _heading(_inline(token, color), tokens[number - 1].tag, width, color)
    elif token.type == "inline":
        lead = "  " * (depth - 1) + mark if depth else ""
        yield from wrap(_inline(token, color), width, " " * cells(lead), lead)
        if not depth:
            yield Text("")
    elif token.type in ("fence", "code_block"):
        yield from (Text(INDENT + text, style="cyan", no_wrap=True) for text in token.content.rstrip().split("\n"))
        yield Text("")
    elif token.type in ("math_block", "math_block_label"):
        yield from (Text(INDENT + text, no_wrap=True) for text in formula.display(token.content, width - len(INDENT)))
        yield Text("")
    elif token.type == "hr":
        yield Text("─" * width, style="bright_black")


def _heading(text: Text, tag: str, width: int, color: bool) -> Iterator[Text]:
    from rich.text import Text

    title, columns = tag == "h1", min(cells(text.plain), width)
    text.stylize("bold" if title else "bold blue")
    yield from wrap(text, width)
    if title or not color:
        yield Text(("━" if title else "─") * columns, style="bold")
    if title or color:
        yield Text("")


_STYLES = {"em": "italic", "strong": "bold", "s": "strike", "link": "underline"}


def _inline(token: Token, color: bool) -> Text:
    from rich.text import Text

    text = Text()
    styles: list[str] = []
    for child in token.children or []:
        name, _, edge = child.type.rpartition("_")
        if edge == "open":
            styles.append(_STYLES.get(name, ""))
        elif edge == "close" and styles:
            styles.pop()
        else:
            content, own = _word(child, color)
            text.append(content, " ".join(filter(None, [*styles, own])))
    return text


def _word(child: Token, color: bool) -> tuple[str, str]:
    if child.type in ("softbreak", "hardbreak"):
        return (" " if child.type == "softbreak" else "\n"), ""
    if child.type == "code_inline":
        return (child.content if color else f"`{child.content}`").replace(" ", "\u00a0"), "cyan"
    if child.type.startswith("math_inline"):
        text = formula.inline(child.content)
        return (text.replace(" ", "\u00a0") if cells(text) < 32 else text), "magenta"
    return child.content, ""


def _table(tokens: Sequence[Token], color: bool) -> RenderableType:
    from rich import box
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    rows: list[list[Text]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            cell = _inline(token, color)
            cell.plain = cell.plain.replace("\u00a0", " ")
            rows[-1].append(cell)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, border_style="bright_black")
    for head in rows[0]:
        table.add_column(Text(head.plain, style="bold"), overflow="fold")
    for row in rows[1:]:
        table.add_row(*row)
    return Padding(table, (0, 0, 1, 0))
