"""The page in a real browser."""

from __future__ import annotations

import html as entities
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.reports import html
from grader.results import Graded, Verdict

Build = Callable[..., Any]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PHONE = 390
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]
HOST = """<!doctype html><body><iframe id="page" style="width:{width}px;height:800px;border:0" srcdoc="{page}"></iframe>
<pre id="said"></pre><script>
document.getElementById("page").onload = () => {{
  const inside = document.getElementById("page").contentDocument, root = inside.documentElement;
  const math = inside.querySelector("mfrac"), box = math ? math.getBoundingClientRect() : {{height: 0}};
  document.getElementById("said").textContent = "width=" + root.scrollWidth + " height=" + root.scrollHeight +
    " fraction=" + Math.round(box.height) +
    " background=" + inside.defaultView.getComputedStyle(inside.body).backgroundColor;
}};
</script>"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (package chromium)")


def browse(tmp_path: Path, page: str, width: int, *flags: str) -> dict[str, str]:
    """What a browser says of the page in a frame of this width."""
    host = tmp_path / "host.html"
    host.write_text(HOST.format(width=width, page=entities.escape(page)), encoding="utf-8")
    profile = tmp_path / f"profile-{width}-{len(flags)}"
    command = [str(CHROMIUM), *QUIET, *flags, f"--user-data-dir={profile}", "--dump-dom", host.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    said = re.search(rb'<pre id="said">([^<]*)</pre>', done.stdout)
    assert said, done.stderr.decode(errors="replace")[-2000:]
    return dict(re.findall(r"(\w+)=(rgb\([^)]*\)|\S+)", said[1].decode()))


@pytest.fixture
def crowded(make_graded: Build, make_check: Build, make_detail: Build) -> Graded:
    """A result with everything that could be too wide."""
    rng = np.random.default_rng(0)
    shapes = [(40, 40), (6, 6), (100,), (3, 20, 20, 2)]
    checks = [
        make_check(Verdict.WRONG_VALUE, id=str(n), title="x" * 90, message="y" * 300 + str(n), output="z" * 400)
        for n, _ in enumerate(shapes)
    ]
    details = {
        str(n): make_detail(rng.normal(size=shape), rng.normal(size=shape), line=12345, text="w" * 200)
        for n, shape in enumerate(shapes)
    }
    statement = (
        "# T\n\n$$"
        + "+".join([r"\frac{a}{b}"] * 60)
        + "$$\n\n`"
        + "c" * 200
        + "`\n\n|a|b|\n|-|-|\n|"
        + "d" * 99
        + "|e|\n"
    )
    title = "Backpropagation through a very-long-name " * 3
    graded: Graded = make_graded(
        *checks,
        details=details,
        statement=statement,
        title=title,
        diagnoses=("m" * 200,),
        result={"submission": "s" * 150},
    )
    return graded


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_is_wider_than_a_phone(tmp_path: Path, crowded: Graded, lang: str) -> None:
    """At 390 pixels the page scrolls down, not sideways, with the statement open; formulas are really laid out."""
    page = html.render([crowded, crowded], lang).replace(
        '<details class="statement">', '<details class="statement" open>'
    )
    said = browse(tmp_path, page, PHONE)

    assert int(said["width"]) == PHONE
    assert int(said["height"]) > 2000
    assert int(said["fraction"]) > 20


def test_dark_where_the_reader_wants_it_dark(tmp_path: Path, make_graded: Build) -> None:
    """The page follows the reader's colour scheme."""
    page = html.render([make_graded()], "en")
    light = browse(tmp_path, page, 900)["background"]
    dark = browse(tmp_path, page, 900, "--blink-settings=preferredColorScheme=0")["background"]

    assert light == "rgb(244, 242, 236)"
    assert dark == "rgb(16, 18, 24)"
