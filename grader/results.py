"""What grading yields: typed verdicts and the records of `dlgrader/result/1`.

`Document` is what `--json` prints, field for field; `docs/result.schema.json` is generated from it.
`Graded` is the same result with what only human-readable reports need (arrays to draw, the learner's
line), and is never serialised.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    import numpy as np

SCHEMA: Literal["dlgrader/result/1"] = "dlgrader/result/1"


class Verdict(str, Enum):
    """How a check ended. Exactly one of these, chosen by the order of `PRECEDENCE`."""

    PASSED = "passed"
    WRONG_VALUE = "wrong_value"
    WRONG_SHAPE = "wrong_shape"
    WRONG_DTYPE = "wrong_dtype"
    NOT_FINITE = "not_finite"
    MUTATED_INPUT = "mutated_input"
    RAISED = "raised"
    NOT_IMPLEMENTED = "not_implemented"
    MISSING = "missing"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    EARLY_EXIT = "early_exit"
    CRASHED = "crashed"
    UNSUPPORTED_VALUE = "unsupported_value"
    TOO_SLOW = "too_slow"
    SKIPPED_NO_GPU = "skipped_no_gpu"
    SKIPPED_MISSING_DEPENDENCY = "skipped_missing_dependency"
    GRADER_ERROR = "grader_error"


Visibility = Literal["public", "hidden"]


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """One check of one submission."""

    id: str
    title: str
    visibility: Visibility
    points: float
    score: float
    verdict: Verdict
    message: str = ""
    output: str = ""
    duration_s: float = 0.0


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True):
    """A known mistake that explains what the submission returned."""

    misconception: str
    message: str


class SandboxUsed(msgspec.Struct, frozen=True, kw_only=True):
    """The isolation that was in force while the submission ran."""

    level: Literal["full", "basic"]
    layers: tuple[str, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One submission of one exercise."""

    exercise: str
    submission: str
    backend: Literal["numpy", "keras"]
    device: str
    sandbox: SandboxUsed
    gradable: bool
    passed: bool
    score: float
    max_score: float
    duration_s: float
    checks: tuple[CheckResult, ...]
    diagnoses: tuple[Diagnosis, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `--json`."""

    schema: Literal["dlgrader/result/1"] = SCHEMA
    grader_version: str
    results: tuple[Result, ...]


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the learner's own file."""

    line: int
    text: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two arrays of equal shape that `close` found different."""

    what: str
    actual: np.ndarray
    expected: np.ndarray
    rtol: float
    atol: float
    floor: float = 0.0


class Detail(msgspec.Struct, frozen=True, kw_only=True):
    """What a report may draw beside a check's message."""

    location: Location | None = None
    comparison: Comparison | None = None


class Graded(msgspec.Struct, frozen=True, kw_only=True):
    """A result with what human-readable reports need."""

    result: Result
    title: str
    topic: str
    difficulty: str
    statement: str = ""
    details: dict[str, Detail] = {}
    notices: tuple[str, ...] = ()
