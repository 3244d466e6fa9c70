"""Removes what a submission left: deep, unreadable, or still growing."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Callable
from typing import Any


def remove_tree(path: str) -> None:
    """Remove a folder that a submission wrote in: deep, unreadable, or still growing."""

    def retry(function: Callable[..., Any], failed: str, _: object) -> None:
        with contextlib.suppress(OSError):
            os.chmod(os.path.dirname(failed), stat.S_IRWXU)
            os.chmod(failed, stat.S_IRWXU, follow_symlinks=not os.path.islink(failed))
            function(failed)

    for _ in range(3):
        try:
            shutil.rmtree(path, onerror=retry)
        except RecursionError:
            _flatten(path)
        if not os.path.lexists(path):
            return


def _flatten(path: str) -> None:
    """Shorten a very deep tree: move its third level to the top, until there is none."""
    for number in range(100_000):
        deep = next((e for d in _folders(path) for e in _folders(d)), None)
        if deep is None:
            return
        os.rename(deep, os.path.join(path, f".flat-{number}"))


def _folders(path: str) -> list[str]:
    with contextlib.suppress(OSError), os.scandir(path) as entries:
        return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    return []
