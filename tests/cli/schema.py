"""Writes docs/result.schema.json: `python -m tests.cli.schema` at the top of the checkout."""

from __future__ import annotations

import json
from pathlib import Path

from grader.reports import document

if __name__ == "__main__":
    path = Path(__file__).resolve().parents[2] / "docs" / "result.schema.json"
    path.write_text(json.dumps(document.schema(), indent=2) + "\n", encoding="utf-8")
