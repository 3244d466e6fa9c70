"""Statements for a terminal and for a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.reports import statement
from grader.reports.boxes import cells
from grader.reports.console import breaks

SAMPLE = r"""# Title

Words with `code`, *stress* and $\hat{y}_i$ in them, long enough that they must be broken somewhere.

- first
- second, $x^2$

1. one
2. two

| a | b |
|---|---|
| `y` | $N$ |

```python
x = [1, 2]
```

$$\frac{1}{N}$$
"""


def test_terminal_shows_every_kind_of_block() -> None:
    """Headings, paragraphs, lists, tables, code and formulas can all be read."""
    shown = statement.terminal(SAMPLE, color=False, width=60)

    for part in ("Title\n━━━━━", "ŷᵢ", "`code`", "• second, x²", "2. two", "`y`", "    x = [1, 2]", "    ───\n     N"):
        assert part in shown
    assert "\x1b" not in shown
    assert all(cells(line) <= 60 for line in shown.splitlines())


def test_colour_is_only_added() -> None:
    """With colour the escapes come on top."""

    assert "\x1b[" in statement.terminal(SAMPLE, color=True, width=60)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_statement_fits_the_terminal(root: Path, language: str) -> None:
    """No statement of the course is wider than 100 columns, Chinese characters counted as two."""
    for path in sorted(root.glob(f"exercises/*/*/statement.{language}.md")):
        shown = statement.terminal(path.read_text(encoding="utf-8"), color=False, width=100)
        assert max(cells(line) for line in shown.splitlines()) <= 100, path.parent.name


def test_chinese_breaks_where_it_may() -> None:
    """A line of Chinese breaks between characters, but no line begins with a closing mark."""
    text = "损失函数把模型错得有多离谱，变成一个数。"
    cut = breaks(text, 26)

    assert [text[:at] for at in cut] == ["损失函数把模型错得有多离"]


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    """A line end inside a Chinese sentence is no space; between Latin words it is one."""

    assert "前后" in statement.html("前\n后")
    assert "one\ntwo" in statement.html("one\ntwo")
    assert "前后" in statement.terminal("前\n后", color=False, width=40)


def test_html_has_mathml_and_no_raw_html() -> None:
    """Formulas are MathML; HTML in Markdown is text, pictures and script addresses are not made."""
    made = statement.html("$x$ <script>alert(1)</script> ![p](http://x/p.png) [l](javascript:alert(1))")

    assert "<math" in made
    assert "<script" not in made
    assert "<img" not in made
    assert 'href="javascript' not in made


def test_below_another_heading_the_title_is_left_out() -> None:
    """At level 3 `##` is `<h4>`, and the page's own title stands for `#`."""
    made = statement.html("# Title\n\n## Formula\n", level=3)

    assert "Title" not in made
    assert "<h4>Formula</h4>" in made
