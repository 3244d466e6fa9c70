"""The report as a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest

from grader.reports import html
from grader.results import Graded, Verdict

Build = Callable[..., Any]
VOID = {"meta", "br", "hr", "img", "input", "link"}
ALLOWED = set(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "footer",
        "nav",
        "article",
        "section",
        "div",
        "span",
        "p",
        "h1",
        "h2",
        "h4",
        "h5",
        "ul",
        "ol",
        "li",
        "a",
        "strong",
        "em",
        "code",
        "pre",
        "details",
        "summary",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "circle",
        "rect",
        "path",
        "text",
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "mfrac",
        "msup",
        "msub",
        "msubsup",
        "munderover",
        "mover",
    ]
)


class Page(HTMLParser):
    """What stands in a page: elements, attributes and text; unbalanced tags are an error."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def page(graded: Graded, lang: str = "en") -> Page:
    return Page(html.render([graded], lang))


def test_hostile_text_is_text(attacked: Graded) -> None:
    """Whatever a learner writes makes no element, no attribute that acts, and no address."""
    made = page(attacked)

    assert set(made.tags) <= ALLOWED
    assert not [name for name, _ in made.attributes if name.startswith("on") or name in ("src", "action", "style")]
    assert {value for name, value in made.attributes if name == "href"} <= {"#exercise-1"}


def test_hostile_text_keeps_the_page_small_and_encodable(attacked: Graded) -> None:
    """A million characters are cut, and the page can be written as UTF-8."""
    made = html.render([attacked], "en")

    assert len(made.encode()) < 200_000
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_page_needs_nothing_else(make_graded: Build, lang: str) -> None:
    """No script, a policy that forbids all loading, a viewport, the language named."""
    made = html.render([make_graded(statement="# T\n\n$x$")], lang)

    assert "<script" not in made
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in made
    assert '<meta name="viewport"' in made
    assert f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">' in made
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/1998/Math)", made)


def test_the_statement_has_mathml(make_graded: Build) -> None:
    """Formulas are MathML, tables are tables, and the exercise's title stands only once."""
    made = page(make_graded(statement="# Mean squared error\n\n## Formula\n\n$$\\frac{1}{N}$$\n\n|a|\n|-|\n|b|\n"))

    assert {"math", "mfrac", "table", "h4"} <= set(made.tags)
    assert made.tags.count("h1") == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_a_reader_needs_is_there(make_graded: Build, make_check: Build, make_detail: Build, lang: str) -> None:
    """Score, verdict, message, line, prints, mistake, notice, next step, and what it was graded with."""
    check = make_check(Verdict.RAISED, message="MESSAGE", output="PRINTS", visibility="hidden")
    graded = make_graded(
        check, diagnoses=("MISTAKE",), notices=("NOTICE",), details={check.id: make_detail(line=7, text="LINE")}
    )
    text = page(graded, lang).text

    for part in ("MESSAGE", "PRINTS", "MISTAKE", "NOTICE", "LINE", "0/2", "grade", "NumPy", "landlock"):
        assert part in text or (part == "grade" and lang == "zh")
    for part in {"en": ("raised an exception", "hidden", "Next:"), "zh": ("抛出异常", "隐藏", "下一步：")}[lang]:
        assert part in text


def test_two_dimensions_are_maps(failed_comparison: Build) -> None:
    """Yours, expected and the error, each with a title; small ones with their numbers."""
    made = page(failed_comparison(np.array([[1.0, 2.0, 3.0], [4.0, 9.0, 6.0]]), np.arange(1.0, 7.0).reshape(2, 3)))

    assert made.tags.count("svg") == 4  # the ring of the score is one
    assert "1 of 6 elements out of tolerance, the worst at [1, 1]" in made.text
    assert made.text.count("✓") >= 5


def test_more_dimensions_show_the_slice_of_the_worst_element(failed_comparison: Build) -> None:
    """The two longest axes are drawn; the caption names the slice."""
    expected = np.zeros((2, 8, 9, 3))
    actual = expected.copy()
    actual[1, 4, 5, 2] = 1.0

    assert "slice [1, :, :, 2] of shape (2, 8, 9, 3)" in page(failed_comparison(actual, expected)).text


def test_one_dimension_is_a_curve(failed_comparison: Build) -> None:
    """A vector, or a column, is drawn as a curve with a cross at what is wrong."""
    for shape in [(50,), (50, 1)]:
        made = html.render([failed_comparison(np.ones(shape), np.zeros(shape))], "en")
        assert 'class="mine"' in made
        assert "50 of 50 elements" in made


@pytest.mark.parametrize(
    ("topic", "shape", "what", "kind", "part"),
    [
        ("rnn", (2, 5, 3), "h", "curve", "[1, :, 2]"),
        ("cnn", (2, 6, 5, 9), "dx", "map", "[1, :, :, 8]"),
        ("cnn", (3, 2, 4, 7), "dkernel", "map", "[:, :, 3, 6]"),
        ("losses", (2, 5, 3), "the result", "map", "[1, :, :]"),
    ],
)
def test_axes_are_shown_for_what_they_mean(
    failed_comparison: Build, topic: str, shape: tuple[int, ...], what: str, kind: str, part: str
) -> None:
    """Sequences are curves over time, images and kernels maps of height and width, through the worst element."""
    actual = np.zeros(shape)
    actual.flat[-1] = 1.0
    made = html.render([failed_comparison(actual, np.zeros(shape), what=what, topic=topic)], "en")

    assert part in made
    assert ('class="mine"' in made) == (kind == "curve")


def test_large_arrays_make_small_pictures(failed_comparison: Build) -> None:
    """At most 40 by 40 cells; the worst element is among those shown."""
    expected = np.random.default_rng(0).normal(size=(300, 333))
    actual = expected + 1e-3
    actual[299, 332] = 50.0
    made = html.render([failed_comparison(actual, expected)], "en")

    assert len(made) < 150_000
    assert 'x="391" y="391"' in made
    assert "each mark shows the worst" in made


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ([np.nan, np.inf, 1.0], [1.0, 2.0, 3.0]),
        ([[np.nan] * 3] * 3, [[1.0, 2.0, 3.0]] * 3),
        ([[np.inf, -np.inf], [1e308, -1e308]], [[0.0, 0.0], [-1e308, 1e308]]),
        ([1 + 2j, 3j], [1 + 1j, 3j]),
        ([[True, False]], [[False, False]]),
        (np.array([0, 2**64 - 1], np.uint64), np.array([0, 2**64 - 2], np.uint64)),
        (np.array([-(2**63), 1]), np.array([2**63 - 1, 1])),
        (np.zeros((2, 0)), np.zeros((2, 0))),
        (np.zeros((3, 2)), np.zeros((2, 3))),
        (np.array([[1], [2]], np.float32), np.array([[1], [5]], np.float32)),
        (["a", "b"], ["c", "d"]),
        (np.zeros((1, 2, 1, 2, 2)), np.ones((1, 2, 1, 2, 2))),
        (5.0, 3.0),
    ],
)
def test_no_array_breaks_the_page(failed_comparison: Build, actual: Any, expected: Any) -> None:
    """NaN, infinity, complex numbers, the ends of the integers, nothing at all: a page comes out, without a warning."""
    made = html.render([failed_comparison(np.asarray(actual), np.asarray(expected))], "en")

    assert not re.search(r'="[^"]*\b(nan|inf)\b', made)
    Page(made)


def test_several_exercises_have_a_list(make_graded: Build, make_check: Build) -> None:
    """A run over several exercises begins with the sum and a list that leads to each."""
    made = Page(html.render([make_graded(), make_graded(make_check(Verdict.MISSING))], "en"))

    assert "1 of 2 exercises passed" in made.text
    assert ("href", "#exercise-2") in made.attributes and ("id", "exercise-2") in made.attributes


def test_no_exercise_at_all() -> None:
    """An empty run is a page too."""

    assert "0 of 0 exercises passed" in Page(html.render([], "en")).text
