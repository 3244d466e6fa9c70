"""Two sequences as curves over one axis."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from grader.reports.difference import number

if TYPE_CHECKING:
    import numpy as np

    from grader.reports.picture import Shown
    from grader.reports.words import Words

WIDE, HIGH, MARGIN = 640.0, 200.0, 14.0
_LEFT, _BOTTOM = 66.0, 22.0
_DOTTED = 40
Points = list[tuple[float, float]]


def curve(shown: Shown, title: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Expected as a broad band, yours as a line, a cross where it is wrong: (caption, SVG)."""
    actual, expected = _real(shown.actual), _real(shown.expected)
    low, high = _range(actual, expected)
    yours, right = _placed(actual, low, high), _placed(expected, low, high)
    parts = [
        *_axes(shown, low, high),
        f'<path class="right" d="{_line(right)}"/>',
        f'<path class="mine" d="{_line(yours)}"/>',
        *_dots(yours),
        f'<path class="cross" d="{_crosses(shown, yours)}"/>',
    ]
    legend = f"━ {words.expected}   ─ {words.yours}   × {words.error} ≤ {_largest(shown)}"
    return ((legend, f'<svg role="img" viewBox="0 0 {WIDE:g} {HIGH:g}" width="{WIDE:g}" height="{HIGH:g}">'
                     f"<title>{escape(title)}</title>{''.join(parts)}</svg>"),)  # fmt: skip


def _real(array: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.abs(array) if array.dtype.kind == "c" else array.astype(np.float64)


def _largest(shown: Shown) -> str:
    import numpy as np

    return number(float(shown.error[np.isfinite(shown.error)].max(initial=0.0)), 3)


def _range(actual: np.ndarray, expected: np.ndarray) -> tuple[float, float]:
    import numpy as np

    both = np.concatenate([actual, expected])
    finite = both[np.isfinite(both)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _placed(values: np.ndarray, low: float, high: float) -> Points:
    """Where each value stands in the drawing; what is not finite stands at the bottom."""
    import numpy as np

    span = high / 2 - low / 2
    share = np.clip((np.where(np.isfinite(values), values, low) / 2 - low / 2) / span, 0, 1)
    bottom, height = HIGH - _BOTTOM - MARGIN, HIGH - _BOTTOM - 2 * MARGIN
    step = (WIDE - _LEFT - MARGIN) / max(len(values) - 1, 1)
    gaps = ~np.isfinite(values)
    return [
        (_LEFT + k * step, float("nan") if gap else bottom - float(s) * height)
        for k, (s, gap) in enumerate(zip(share, gaps))
    ]


def _line(points: Points) -> str:
    """A path with a gap where there is no value."""
    text, pen = [], "M"
    for x, y in points:
        if y != y:
            pen = "M"
            continue
        text.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    return "".join(text)


def _dots(points: Points) -> list[str]:
    if len(points) > _DOTTED:
        return []
    return [f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="2.6"/>' for x, y in points if y == y]


def _crosses(shown: Shown, points: Points) -> str:
    arm = 4.0 if len(points) <= _DOTTED else 2.5
    floor = HIGH - _BOTTOM - MARGIN
    wrong = [(x, y if y == y else floor) for (x, y), error in zip(points, shown.error) if error > 0]
    strokes = f"l{2 * arm:g} {2 * arm:g}m0 {-2 * arm:g}l{-2 * arm:g} {2 * arm:g}"
    return "".join(f"M{x - arm:.1f} {y - arm:.1f}{strokes}" for x, y in wrong)


def _axes(shown: Shown, low: float, high: float) -> list[str]:
    bottom = HIGH - _BOTTOM - MARGIN
    right = WIDE - MARGIN
    ends = ((_LEFT, f"[{shown.first[0]}]", "middle"), (right, f"[{shown.last[0]}]", "end"))
    lines = [f'<path class="axis" d="M{_LEFT:g} {y:g}H{right:g}"/>' for y in (MARGIN, (MARGIN + bottom) / 2, bottom)]
    scale = ((MARGIN, high), ((MARGIN + bottom) / 2, low / 2 + high / 2), (bottom, low))
    texts = [_tick(_LEFT - 8, y, "end", number(value, 3)) for y, value in scale]
    texts += [_tick(x, HIGH - 8, anchor, text) for x, text, anchor in ends]
    return lines + texts


def _tick(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text class="tick" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{text}</text>'
