"""The index of the reference: complete, without repetition, and every link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import reference

ROOT = Path(reference.__file__).parent
README = ROOT / "README.md"
ROW = re.compile(r"^\| \[([\w/]+)\]\(numpy_stack/([\w/]+)\.py\) \|", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def _text() -> str:
    return README.read_text(encoding="utf-8")


def _files(stack: str) -> set[str]:
    """Every module of a package, as `losses` or `layers/dense`."""
    folder = ROOT / stack
    files = [path for path in folder.rglob("*.py") if path.name != "__init__.py"]
    return {path.relative_to(folder).with_suffix("").as_posix() for path in files}


def _anchors() -> set[str]:
    """The headings as links within the page name them."""
    headings = re.findall(r"^#+ (.+)$", _text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_module_has_one_row() -> None:
    """Each module of `numpy_stack` is one row of the index, under its own name."""
    rows = ROW.findall(_text())

    assert [name for name, file in rows if name != file] == []
    assert Counter(_files("numpy_stack")) == Counter(file for _, file in rows)


@pytest.mark.parametrize("package", ["numpy_stack", "keras_stack", "experiments"])
def test_every_module_is_linked_once(package: str) -> None:
    """No module of either stack or of the experiments is left out, and none is linked twice."""
    linked = re.findall(rf"\]\({package}/([\w/]+)\.py\)", _text())

    assert Counter(_files(package)) == Counter(linked)


def test_a_row_names_its_counterpart() -> None:
    """A row links the Keras module of its own name, or says why there is none."""
    keras = _files("keras_stack")
    for line in _text().splitlines():
        for name, _ in ROW.findall(line):
            counterpart = line.rstrip(" |").rpartition(" | ")[2]
            begins = f"[{name}](keras_stack/{name}.py): " if name in keras else "none: "

            assert counterpart.startswith(begins), name


@pytest.mark.parametrize("link", sorted(set(LINK.findall(README.read_text(encoding="utf-8")))))
def test_every_link_resolves(link: str) -> None:
    """A link leads to a file of the repository or to a heading of the page."""
    if link.startswith("#"):
        assert link[1:] in _anchors()
    else:
        assert (ROOT / link).exists()
