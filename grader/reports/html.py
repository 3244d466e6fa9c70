"""Results as one page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from grader.reports.words import Words, words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from grader.reports.difference import Difference
    from grader.results import Graded

TEMPLATE = "report.html.j2"


def render(graded: Sequence[Graded], lang: str) -> str:
    """Every result on one page, in the language of `lang`."""
    from grader.reports.view import totals, view

    own = words(lang)
    template = _environment(own).get_template(TEMPLATE)
    return template.render(exercises=[view(one, own) for one in graded], totals=totals(graded), words=own)


def _environment(own: Words) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from grader.paths import templates_dir

    environment = Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(statement=_statement, code=_code, drawn=partial(_drawn, own=own))
    return environment


def _statement(markdown: str) -> Markup:
    """The statement of the course, its formulas as MathML."""
    from markupsafe import Markup

    from grader.reports import statement

    return Markup(statement.html(markdown, level=3))  # raw HTML is off in the parser


def _code(text: str) -> Markup:
    """Text with its `back-quoted` parts as code, all of it escaped."""
    from markupsafe import Markup, escape

    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(text))))  # escaped before


def _drawn(found: Difference, own: Words) -> dict[str, object]:
    """A picture for the template; its SVG is made of numbers and escaped titles."""
    from markupsafe import Markup

    from grader.reports.picture import picture

    made = picture(found, own)
    drawings = [(caption, Markup(svg)) for caption, svg in made.drawings]  # see `picture`
    return {"kind": made.kind, "drawings": drawings, "remarks": made.remarks}
