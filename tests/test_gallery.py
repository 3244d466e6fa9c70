"""The gallery: one command that trains and draws."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(find_spec("matplotlib") is None, reason="matplotlib is not installed: dlgrader[plots]")
def test_one_command_draws_the_page(tmp_path: Path) -> None:
    """Every figure of the page is a picture beside it, with a title and a sentence that says what is seen."""
    command = [sys.executable, str(ROOT / "docs/gallery/build.py"), "--quick", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr

    page = Path(done.stdout.strip()).read_text(encoding="utf-8")
    shown = re.findall(r'<h2>(.+?)</h2><p>(.+?)</p><img src="(.+?)"', page)
    assert len(shown) == 8
    assert all(len(text) > 30 for _, text, _ in shown)
    assert {name for _, _, name in shown} == {path.name for path in tmp_path.glob("*.png")}
    assert all(
        path.read_bytes().startswith(b"\x89PNG") and path.stat().st_size > 300 for path in tmp_path.glob("*.png")
    )
