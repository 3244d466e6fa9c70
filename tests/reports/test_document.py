"""The report for programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import jsonschema
import msgspec

from grader.reports import document
from grader.results import Document, Graded, Verdict

Build = Callable[..., Any]


def test_it_is_the_document_field_for_field(make_graded: Build, make_check: Build) -> None:
    """What is printed reads back as the same records."""
    graded = make_graded(make_check(Verdict.WRONG_VALUE, message="结果"), diagnoses=("m",))
    printed = document.to_json([graded], "0.1.0")

    assert msgspec.json.decode(printed, type=Document) == Document(grader_version="0.1.0", results=(graded.result,))
    assert printed.startswith(b'{\n  "schema": "dlgrader/result/1",\n  "grader_version": "0.1.0",\n')


def test_it_holds_to_its_schema(make_graded: Build) -> None:
    """The schema that is published accepts what is printed, and refuses a verdict that does not exist."""
    made = msgspec.json.decode(document.to_json([make_graded()], "0.1.0"))
    validator = jsonschema.Draft202012Validator(document.schema())

    assert list(validator.iter_errors(made)) == []
    made["results"][0]["checks"][0]["verdict"] = "perfect"
    assert list(validator.iter_errors(made)) != []


def test_hostile_text_can_be_written(attacked: Graded) -> None:
    """Lone surrogates are replaced; everything else stays as the learner wrote it."""
    made = msgspec.json.decode(document.to_json([attacked], "0.1.0"), type=Document)
    message = attacked.result.checks[0].message

    assert made.results[0].checks[0].message == re.sub("[\ud800-\udfff]", "\ufffd", message)
