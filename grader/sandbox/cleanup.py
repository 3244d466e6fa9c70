"""Removes what a submission left: deep, unreadable, full of traps, or still growing."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat

MOST_FOLDERS = 100_000


def remove_tree(path: str) -> None:
    """Remove a folder that a submission wrote in; what cannot be removed is left, nothing outside is touched."""
    for _ in range(3):
        _flatten(path)
        shutil.rmtree(path, ignore_errors=True)
        if not os.path.lexists(path):
            return


def _flatten(path: str) -> None:
    """Move every folder to the top, unlocked: the rest is two levels deep, however deep it was.

    The new names are random, for a submission may have taken any that could be foreseen.
    """
    prefix = os.path.join(path, f".{os.urandom(8).hex()}-")
    _unlock(path)
    waiting, number = _folders(path), 0
    while waiting and number < MOST_FOLDERS:
        for inner in _folders(waiting.pop()):
            number += 1
            with contextlib.suppress(OSError):
                os.rename(inner, f"{prefix}{number}")
                waiting.append(f"{prefix}{number}")


def _folders(path: str) -> list[str]:
    """The folders in a folder, each unlocked; links are none."""
    with contextlib.suppress(OSError), os.scandir(path) as entries:
        found = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        for folder in found:
            _unlock(folder)
        return found
    return []


def _unlock(folder: str) -> None:
    if not os.path.islink(folder):
        with contextlib.suppress(OSError):
            os.chmod(folder, stat.S_IRWXU)
