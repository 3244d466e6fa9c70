"""Fixtures for the whole suite: one sandbox a session, a throw-away home, builders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.catalogue import Catalogue
from grader.grading import Options, grade
from grader.results import Graded
from grader.sandbox.host import Sandbox, best_confinement
from grader.sources import Task

GradeSource = Callable[..., Graded]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The built-in exercises."""
    return Catalogue()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """The best sandbox that this machine has."""
    with Sandbox(best_confinement()) as box:
        yield box


@pytest.fixture(scope="session")
def grade_source(catalogue: Catalogue, sandbox: Sandbox) -> GradeSource:
    """Grade a source text as an exercise, in the session's sandbox."""

    def run(source: str | bytes, exercise: str = "mse", **changes: object) -> Graded:
        data = source.encode() if isinstance(source, str) else source
        options = Options(**changes)  # type: ignore[arg-type]
        return grade([Task(catalogue[exercise], f"{exercise}.py", data)], options, sandbox)[0]

    return run


@pytest.fixture
def root() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parent.parent
