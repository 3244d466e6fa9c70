"""Submissions as files: reading them, refusing what cannot be one, and telling what they are written in."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import msgspec

from grader.catalogue import Backend, Exercise
from grader.errors import SubmissionError
from grader.messages import Finding

MAX_SOURCE_BYTES = 2**20
_TENSORFLOW = re.compile(rb"^[ \t]*(?:import|from)[ \t]+(?:tensorflow|keras|tf_keras)\b", re.MULTILINE)


def detect_backend(source: bytes) -> Backend:
    """What a file is written in, by its imports; used to choose the zygote."""
    return "keras" if _TENSORFLOW.search(source) else "numpy"


class Task(msgspec.Struct, frozen=True):
    """One submission of one exercise: the name it goes by, and its source."""

    exercise: Exercise
    name: str
    source: bytes
    refused: Finding | None = None

    @property
    def backend(self) -> Backend:
        only = self.exercise.manifest.backends
        return only[0] if len(only) == 1 and only[0] == "keras" else detect_backend(self.source)


def read_submission(path: Path) -> bytes:
    """The file's bytes; `SubmissionError` says why it cannot be a submission."""
    try:
        if path.is_dir():
            raise SubmissionError(f"{path} is a folder. Name the Python file in it.")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SubmissionError(f"{path} is not a file but a device or a pipe. Name a Python file.")
        size = status.st_size
        if size > MAX_SOURCE_BYTES:
            raise SubmissionError(f"{path} is too large for a submission ({size / 1e6:.1f} MB; the limit is 1 MB).")
        source = path.read_bytes()
    except FileNotFoundError as error:
        raise SubmissionError(f"{path} does not exist.") from error
    except OSError as error:
        raise SubmissionError(f"{path} cannot be read: {error.strerror}.") from error
    return check_source(source, str(path))


def check_source(source: bytes, name: str) -> bytes:
    """The source itself, if it is text that can be Python."""
    if name.endswith(".ipynb") or (source.lstrip()[:1] == b"{" and b'"cells"' in source):
        raise SubmissionError(
            f"{name} is a notebook. Save the functions as a .py file (`jupyter nbconvert --to script`)."
        )
    if b"\0" in source:
        raise SubmissionError(f"{name} holds a NUL byte: it is not a text file.")
    if not source.removeprefix(b"\xef\xbb\xbf").strip():
        raise SubmissionError(f"{name} is empty. `grade show` tells what to write.")
    try:
        source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source[: error.start].count(b"\n") + 1
        raise SubmissionError(
            f"{name} is not UTF-8 text (line {line}, byte {source[error.start]:#04x}). Save it as UTF-8."
        ) from error
    return source
