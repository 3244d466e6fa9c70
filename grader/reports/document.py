"""The result as JSON: exactly `dlgrader/result/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.results import Document, Graded


def to_json(graded: Sequence[Graded], version: str) -> bytes:
    """The document as indented JSON."""
    document = Document(grader_version=version, results=tuple(g.result for g in graded))
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def schema() -> dict[str, Any]:
    """The JSON Schema of the document, generated from the records."""
    return msgspec.json.schema(Document)
