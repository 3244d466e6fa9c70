"""Formulas in a terminal and as MathML."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from grader.reports import formula
from grader.reports.boxes import cells


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\frac{1}{N} \sum_{i=1}^{N} (y_i - \hat{y}_i)^2", "(1/N) ∑ᵢ₌₁ᴺ (yᵢ − ŷᵢ)²"),
        (r"\frac{a + b}{c}", "(a + b)/c"),
        (r"\frac{\partial J}{\partial \theta}", "∂J/∂θ"),
        (r"\theta_{t+1} = \theta_t - \alpha \nabla J(\theta_t)", "θₜ₊₁ = θₜ − α∇J(θₜ)"),
        (r"\log(1 - D(G(z)))", "log(1 − D(G(z)))"),
        (r"-\log D(x)", "−log D(x)"),
        (r"h_t = \tanh(W x_t + U h_{t-1})", "hₜ = tanh(W xₜ + U hₜ₋₁)"),
        (r"\hat{m} / (\sqrt{\hat{v}} + \epsilon)", "m̂/(√v̂ + ϵ)"),
        (r"W_2^{\top}", "W₂ᵀ"),
        (r"x_{i,\,j}", "x_(i,j)"),
        (r"a_{ij}^{(l)}", "aᵢⱼ⁽ˡ⁾"),
        (r"L_D", "L_D"),
        (r"10^{-6}", "10⁻⁶"),
        (r"\lfloor h/s \rfloor \le |x| - 1", "⌊h/s⌋ ≤ |x| − 1"),
        (r"\mathbb{E}_{x \sim p}[x] \in \mathbb{R}^{n \times d}", "E_(x∼p)[x] ∈ ℝ^(n×d)"),
        (r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}", "{x x > 0; 0 otherwise"),
    ],
)
def test_a_formula_in_a_sentence(latex: str, expected: str) -> None:
    """On one line: fractions with a slash, indices and exponents as small characters where they exist."""
    import unicodedata

    assert formula.inline(latex) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (
            r"\mathrm{MSE} = \frac{1}{N} \sum_{i=1}^{N} (y_i - \hat{y}_i)^2",
            ["       1   N", "MSE = ───  ∑  (yᵢ − ŷᵢ)²", "       N  i=1"],
        ),
        (r"A = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}", ["A = ⎛1   2⎞", "    ⎝0  −1⎠"]),
        (r"\begin{aligned} m &= a \\ \hat v &= b + c \end{aligned}", ["m = a", "v̂ = b + c"]),
        (r"\sqrt{\frac{1}{2}}", [" ┌───", " │ 1", " │───", "√│ 2"]),
    ],
)
def test_a_formula_on_its_own(latex: str, expected: list[str]) -> None:
    """Set in two dimensions: fractions with a bar, limits above and below, brackets as tall as their content."""

    assert formula.display(latex, 80) == expected


def test_a_formula_that_is_too_wide_is_broken_at_its_wide_spaces() -> None:
    """Parts of a display that are set apart come one below the other where the terminal is narrow."""

    assert formula.display(r"a = b + c \qquad d = e + f", 12) == ["a = b + c", "d = e + f"]


@pytest.mark.parametrize("latex", [r"\bad{", r"\frac", "}", "^", "_", r"\begin{pmatrix}", ""])
def test_what_is_no_formula_does_no_harm(latex: str) -> None:
    """LaTeX that cannot be read is shown as it is, or as what could be read of it."""

    assert isinstance(formula.inline(latex), str)
    assert isinstance(formula.display(latex, 40), list)
    assert (
        formula.mathml(latex, display=True) is None or fromstring(str(formula.mathml(latex, display=True))) is not None
    )


def test_mathml_escapes_text() -> None:
    """Text inside a formula cannot become an element."""
    made = formula.mathml(r"\text{<script>alert(1)</script>}", display=False)

    assert made is not None
    assert "<script" not in made


def test_every_formula_of_the_course_can_be_read(root: Path) -> None:
    """All statements' formulas become MathML, and no LaTeX command is left in the terminal's text."""
    for path in sorted(root.glob("exercises/*/*/statement.*.md")):
        text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.S)
        for latex in re.findall(r"\$\$(.+?)\$\$", text, re.S) + re.findall(r"(?<!\$)\$([^$]+)\$(?!\$)", text):
            where = f"{path.parent.name}: {latex}"
            assert formula.mathml(latex, display=False), where
            shown = [formula.inline(latex), *formula.display(latex, 96)]
            assert not [line for line in shown if re.search(r"\\[a-zA-Z]|[{}]{2}", line)], where
            assert all(cells(line) <= 96 for line in shown[1:]) or len(shown) == 2, where
