"""What an author of checks uses. See docs/authoring.md."""

from grader.checks.compare import array, close, entries, number, require, unpack
from grader.checks.decorators import check, misconception
from grader.checks.gradients import counted, gradcheck
from grader.checks.speed import faster_than
from grader.remote import remote_kind as kind

__all__ = [
    "array", "check", "close", "counted", "entries", "faster_than", "gradcheck", "kind", "misconception",
    "number", "require", "unpack",
]  # fmt: skip
