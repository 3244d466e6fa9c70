"""The built-in course: what is in it, the way through it, and that its right answers get full marks."""

from __future__ import annotations

from graphlib import TopologicalSorter

import pytest

from grader.audit import trials
from grader.catalogue import Catalogue
from grader.grading import Options, grade
from grader.machine import has_tensorflow
from grader.reports import statement
from grader.sandbox.host import Sandbox

TOPICS = {
    "foundations": 6,
    "losses": 8,
    "optimisation": 10,
    "linear-models": 4,
    "backprop": 6,
    "training": 10,
    "data": 4,
    "evaluation": 5,
    "cnn": 12,
    "image": 3,
    "rnn": 8,
    "nlp": 7,
    "gan": 4,
    "vae": 3,
    "reinforcement": 5,
    "trust-and-scale": 6,
    "debugging": 5,
}
IDS = Catalogue([]).ids
LINES = 90  # two screens


def test_every_topic_is_complete(catalogue: Catalogue) -> None:
    """All exercises of the catalogue are there, and no others."""
    assert len(catalogue.ids) == sum(TOPICS.values()) == 106
    assert {topic: sum(e.topic == topic for e in catalogue) for topic in TOPICS} == TOPICS


def test_prerequisites_lead_from_the_first_to_the_last(catalogue: Catalogue) -> None:
    """No circle, and everything but a first exercise of a subject builds on another one."""
    graph = {exercise.id: set(exercise.manifest.prerequisites) for exercise in catalogue}
    first = [name for name, before in graph.items() if not before]

    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)
    assert len(first) <= 12, first
    assert all(catalogue[name].manifest.difficulty in ("easy", "medium") for name in first)


@pytest.mark.parametrize("name", IDS)
def test_right_answers_get_full_marks(name: str, catalogue: Catalogue, sandbox: Sandbox) -> None:
    """The solutions and the accepted answers of an exercise pass every check, and its stub does not."""
    known = [trial for trial in trials(catalogue[name]) if trial.kind in ("right", "stub")]
    known = [trial for trial in known if has_tensorflow() or trial.task.backend == "numpy"]
    graded = grade([trial.task for trial in known], Options(diagnose=False), sandbox)

    for trial, outcome in zip(known, graded):
        failed = [(check.id, check.verdict.value, check.message) for check in outcome.result.checks if not check.score]
        assert outcome.result.passed == (trial.kind == "right"), (trial.name, failed)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", IDS)
def test_statements_can_be_read(name: str, language: str, catalogue: Catalogue) -> None:
    """A statement takes two screens at most, and every formula of it becomes MathML."""
    text = catalogue[name].statement("zh" if language == "zh" else "en").read_text(encoding="utf-8")
    page = statement.html(text)

    assert len(text.splitlines()) <= LINES
    assert "<math" in page or name.startswith(("debug-", "keras-"))
    assert "$" not in page and "merror" not in page
