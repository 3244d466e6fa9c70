"""Results for programs: the JSON document and its schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.reports.sanitize import unpaired
from grader.results import CheckResult, Document, Graded, Result

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def to_json(graded: Sequence[Graded], version: str) -> bytes:
    """The document `dlgrader/result/1`, indented by two spaces."""
    document = Document(grader_version=version, results=tuple(_encodable(g.result) for g in graded))
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def schema() -> dict[str, Any]:
    """The JSON schema of the document."""
    return {"$schema": DIALECT, "title": "dlgrader/result/1", **msgspec.json.schema(Document)}


def _encodable(result: Result) -> Result:
    """The same result; lone surrogates, which UTF-8 cannot carry, replaced in what comes from outside."""
    return msgspec.structs.replace(
        result,
        submission=unpaired(result.submission),
        checks=tuple(_encodable_check(check) for check in result.checks),
        diagnoses=tuple(msgspec.structs.replace(d, message=unpaired(d.message)) for d in result.diagnoses),
    )


def _encodable_check(check: CheckResult) -> CheckResult:
    return msgspec.structs.replace(
        check, title=unpaired(check.title), message=unpaired(check.message), output=unpaired(check.output)
    )
