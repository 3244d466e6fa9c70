"""Cleaning up after a submission: whatever it left is removed, and nothing else is."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.sandbox.cleanup import remove_tree


def nest(folder: Path, depth: int, name: str = "d") -> None:
    """Make `depth` folders in one another, deeper than a path may be long."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("leaf", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that an ordinary user can reach, removed by the system's own means."""
    folder = tempfile.mkdtemp()
    yield Path(folder)
    subprocess.run(["chmod", "-R", "u+rwx", folder], check=True)
    subprocess.run(["rm", "-rf", folder], check=True)


@pytest.fixture
def scratch(shared: Path) -> Path:
    """The folder to remove, beside which the test may keep others."""
    folder = shared / "scratch"
    folder.mkdir()
    return folder


def test_files_and_folders_are_removed(scratch: Path) -> None:
    """An ordinary tree goes, with hidden and strangely named files."""
    for name in (".hidden", "a\nb", " ", "-rf", "错"):
        (scratch / name).mkdir()
        (scratch / name / name).write_text("x")

    remove_tree(str(scratch))

    assert not scratch.exists()


@pytest.mark.parametrize(("depth", "name"), [(600, "d"), (1100, "d"), (300, "d" * 100)])
def test_deep_trees_are_removed(scratch: Path, depth: int, name: str) -> None:
    """A tree deeper than Python's stack, or than a path may be long, goes as well."""
    nest(scratch, depth, name)

    remove_tree(str(scratch))

    assert not scratch.exists()


def test_a_name_that_is_taken_stops_nothing(scratch: Path) -> None:
    """No name that a submission chose keeps its own deep tree, or the grader, from going on."""
    nest(scratch, 1100)
    for number in range(200):
        (scratch / f".flat-{number}" / "x").mkdir(parents=True)

    remove_tree(str(scratch))

    assert not scratch.exists()


def test_deep_trees_are_removed_in_linear_time(scratch: Path, root: Path) -> None:
    """Removing what a submission made in an instant takes an instant: nothing else limits it."""
    for branch in "ab":
        (scratch / branch).mkdir()
        nest(scratch / branch, 1100)
    code = f"from grader.sandbox.cleanup import remove_tree; remove_tree({str(scratch)!r})"

    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, timeout=2)

    assert not scratch.exists()


@contextlib.contextmanager
def ordinary_user(folder: Path) -> Iterator[None]:
    """Do as somebody who is not root, and owns the folder: root may do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


NOBODY = 65534


@pytest.mark.parametrize("mode", [0o700, 0o500, 0o000], ids=oct)
def test_folders_without_permission_are_removed(shared: Path, mode: int) -> None:
    """chmod 0 on a folder, or on what is in it, keeps nothing from being removed."""
    with ordinary_user(shared):
        top = shared / "scratch"
        (top / "locked" / "inner" / "more").mkdir(parents=True)
        (top / "locked" / "inner" / "file").touch()
        for name in ("locked/inner/file", "locked/inner/more", "locked/inner", "locked"):
            (top / name).chmod(0)
        top.chmod(mode)

        remove_tree(str(top))

        assert not top.exists()


def test_deep_trees_without_permission_are_removed(shared: Path) -> None:
    """A deep tree with a folder in it that nobody may write goes as well."""
    with ordinary_user(shared):
        top = shared / "scratch"
        (top / "a" / "b").mkdir(parents=True)
        nest(top / "a" / "b", 1100)
        (top / "a" / "b").chmod(0o500)
        (top / "a").chmod(0o500)

        remove_tree(str(top))

        assert not top.exists()


def test_links_are_removed_and_not_followed(shared: Path, scratch: Path) -> None:
    """What a link points to stays, with its permissions."""
    outside = shared / "outside"
    outside.mkdir()
    (outside / "mine").write_text("mine")
    (outside / "mine").chmod(0o640)
    (scratch / "folder").symlink_to(outside)
    (scratch / "file").symlink_to(outside / "mine")
    (scratch / "nowhere").symlink_to(shared / "nowhere")
    (scratch / "circle").symlink_to(scratch)
    os.link(outside / "mine", scratch / "hard")

    remove_tree(str(scratch))

    assert not scratch.exists()
    assert (outside / "mine").read_text() == "mine"
    assert (outside / "mine").stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_gone_is_no_error(shared: Path) -> None:
    """Removing twice is removing once."""
    remove_tree(str(shared / "nowhere"))


def test_the_folder_around_is_left_alone(shared: Path) -> None:
    """Nothing outside the path is touched: its permissions are other people's business."""
    shared.chmod(0o711)

    remove_tree(str(shared / "nowhere"))

    assert shared.stat().st_mode & 0o777 == 0o711
