"""Submissions as files: what cannot be one is refused with the reason, before anything runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.catalogue import Catalogue
from grader.errors import SubmissionError
from grader.sources import MAX_SOURCE_BYTES, Task, check_source, detect_backend, read_submission

RIGHT = b"def mse(y, y_hat):\n    return ((y - y_hat) ** 2).mean()\n"

REFUSED = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\r\n", "is empty"),
    "a BOM alone": (b"\xef\xbb\xbf", "is empty"),
    "not UTF-8": (b"x = 1\n# caf\xe9\n", "is not UTF-8 text (line 2, byte 0xe9)"),
    "UTF-16": ("x = 1\n".encode("utf-16"), "NUL"),
    "a NUL byte": (b"x = 1\0\n", "holds a NUL byte"),
    "a program": (b"\x7fELF\x02\x01\x01\0\0", "holds a NUL byte"),
    "too large": (b"#" * (MAX_SOURCE_BYTES + 1), "is too large for a submission (1.0 MB; the limit is 1 MB)"),
    "a notebook under another name": (b'\n {"cells": [], "nbformat": 4}', "is a notebook"),
}


@pytest.mark.parametrize(
    ("data", "reason"),
    REFUSED.values(),
    ids=REFUSED.keys(),
)
def test_a_file_that_cannot_be_a_submission_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """The file is named with what is wrong with it; it is an error of use, exit code 2."""
    path = tmp_path / "answer.py"
    path.write_bytes(data)

    with pytest.raises(SubmissionError) as caught:
        read_submission(path)

    assert str(path) in str(caught.value)
    assert reason in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_notebook_is_refused_by_its_name(tmp_path: Path) -> None:
    """A notebook is told apart from Python, with the way to turn it into Python."""
    path = tmp_path / "answer.ipynb"
    path.write_bytes(RIGHT)

    with pytest.raises(SubmissionError, match="nbconvert"):
        read_submission(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(SubmissionError, match=r"nowhere\.py does not exist"):
        read_submission(tmp_path / "nowhere.py")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder asks for the file in it."""
    with pytest.raises(SubmissionError, match="is a folder"):
        read_submission(tmp_path)


def test_a_file_in_a_file_is_refused(tmp_path: Path) -> None:
    """What the system cannot open is told in the system's words."""
    (tmp_path / "answer.py").write_bytes(RIGHT)

    with pytest.raises(SubmissionError, match="cannot be read"):
        read_submission(tmp_path / "answer.py" / "more.py")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """A file that may not be read is named."""
    path = tmp_path / "answer.py"
    path.write_bytes(RIGHT)
    path.chmod(0)

    with pytest.raises(SubmissionError, match="cannot be read"):
        read_submission(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked at first: a file of gigabytes takes no memory."""
    path = tmp_path / "answer.py"
    with path.open("wb") as file:
        file.truncate(50 * 2**30)

    with pytest.raises(SubmissionError, match="too large"):
        read_submission(path)


ACCEPTED = {
    "plain": RIGHT,
    "a BOM": b"\xef\xbb\xbf" + RIGHT,
    "Windows line ends": RIGHT.replace(b"\n", b"\r\n"),
    "Chinese": "# 均方误差\n".encode() + RIGHT,
    "a dict first": b"{'cells': 1}\n" + RIGHT,
    "just small enough": RIGHT + b"#" * (MAX_SOURCE_BYTES - len(RIGHT)),
    "no Python at all": b"not python",
}


@pytest.mark.parametrize("data", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_text_is_accepted_as_it_is(tmp_path: Path, data: bytes) -> None:
    """Any UTF-8 text goes on unchanged: whether it is Python is found out in the sandbox."""
    path = tmp_path / "answer.py"
    path.write_bytes(data)

    assert data == read_submission(path)
    assert path.read_bytes() == data


def test_sources_from_elsewhere_are_checked_the_same_way() -> None:
    """A source that is not a file (a notebook's cell, an archive's member) meets the same rules."""
    assert check_source(RIGHT, "student 7") == RIGHT
    with pytest.raises(SubmissionError, match="student 7 is empty"):
        check_source(b"", "student 7")


BACKENDS = {
    b"import numpy as np\n": "numpy",
    b"import tensorflow as tf\n": "keras",
    b"from keras import ops\n": "keras",
    b"import keras.ops\n": "keras",
    b"def f():\n    import keras\n": "keras",
    b"# import keras\n": "numpy",
    b"import keras_like\n": "numpy",
    b"keras = 1\n": "numpy",
}


@pytest.mark.parametrize(("source", "backend"), BACKENDS.items(), ids=lambda v: str(v))
def test_the_backend_is_told_by_the_imports(source: bytes, backend: str) -> None:
    """A file that imports TensorFlow or Keras, anywhere, runs where they are loaded."""
    assert backend == detect_backend(source)


def test_a_keras_exercise_is_keras_whatever_the_file_imports(catalogue: Catalogue) -> None:
    """Where only Keras is asked for, an empty stub runs there as well."""
    assert Task(catalogue["keras-cnn"], "a.py", b"x = 1\n").backend == "keras"
    assert Task(catalogue["mse"], "a.py", b"x = 1\n").backend == "numpy"
