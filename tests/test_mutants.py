"""Mutants: one change each, none twice, none where the contract is silent; and the audit that counts them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.audit import Prover, readable, static_faults
from grader.catalogue import Catalogue
from grader.errors import CatalogueError
from grader.grading import Options
from grader.mutants import EQUIVALENT, equivalents, mutants
from grader.sandbox.host import Sandbox

CHANGES = {
    "operators": ("return x + y", {"return x - y", "return x", "return y"}),
    "a difference": ("return x - y", {"return x + y", "return x", "return -y", "return y - x"}),
    "comparisons": ("return x < y", {"return x <= y", "return x > y"}),
    "constants": ("return 3", {"return 4", "return 2"}),
    "small constants": ("return 1e-07", {"return 1e-06"}),
    "signs": ("return -x", {"return x"}),
    "axis and keepdims": (
        "return f(axis=y, keepdims=True)",
        {"return f(axis=y)", "return f(keepdims=True)", "return f(axis=y, keepdims=False)"},
    ),
    "axis of a number": (
        "return f(axis=1)",
        {"return f()", "return f(axis=None)", "return f(axis=2)", "return f(axis=0)"},
    ),
    "arguments": ("return f(x, y)", {"return f(y, x)", "return f(x)", "return x"}),
    "a missing copy": ("return x.copy()", {"return x"}),
    "a transpose": ("return x.T", {"return x"}),
    "dtypes": ("return np.float64", {"return np.float32"}),
    "an einsum": (
        "return 'ij,jk->ik'",
        {"return 'ji,jk->ik'", "return 'ij,kj->ik'", "return 'ij,jk->ki'"},
    ),
    "words of Keras": (
        "return f(activation='relu')",
        {"return f()", "return f(activation='tanh')", "return f(activation=None)"},
    ),
    "branches": ("return x if y else z", {"return x", "return z"}),
    "statements": ("x += y", {"x -= y", "x = y", "pass"}),
    "what comes back": ("return (x, y)", {"return (y, x)"}),
    "what is refused": ("if x < 0:\n        raise ValueError(x + 1)", set()),
    "a docstring": ("'same'", set()),
    "a symmetric function": (
        "return np.maximum(x, y)",
        {"return np.maximum(x)", "return x", "return np.minimum(x, y)"},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_what_is_changed(body: str, expected: set[str]) -> None:
    """Each place of a solution changes in the ways that people get it wrong, one at a time."""
    made = list(mutants(f"def g(x, y, z):\n    {body}\n"))

    assert {mutant.source.decode().partition("\n")[2].strip() for mutant in made} == expected
    assert len(made) == len(expected)
    assert all(mutant.line == 2 and mutant.label.startswith("g: ") for mutant in made)


def test_a_mutant_is_named_by_its_line() -> None:
    """The name says the function, the line before and after: it does not move when other lines do."""
    (mutant,) = mutants("class A:\n    def f(self):\n        return self.T\n")

    assert (mutant.label, mutant.line) == ("A.f: return self.T => return self", 3)


@pytest.fixture
def weak_course(tmp_path: Path, catalogue: Catalogue) -> Path:
    """One step of gradient descent, whose checks send a gradient of 0."""
    exercise = catalogue["gradient-step"]
    for folder, part in ((exercise.folder, "exercises"), (exercise.solution_folder, "solutions")):
        shutil.copytree(folder, tmp_path / part / "optimisation" / "weak-step")
    checks = tmp_path / "solutions/optimisation/weak-step/checks.py"
    checks.write_text(
        "import numpy as np\nfrom grader.checks import check, close\n\n\n"
        '@check("moves", zh="移动", points=6)\ndef test_it(submission):\n'
        "    close(submission.gradient_step(np.array([1.0]), np.array([0.0]), 0.5), np.array([1.0]))\n",
        encoding="utf-8",
    )
    public = tmp_path / "exercises/optimisation/weak-step/checks.py"
    public.write_text(checks.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_survivors_are_what_the_checks_do_not_hold(weak_course: Path, sandbox: Sandbox) -> None:
    """A check whose gradient is zero lets a wrong sign through; listing it as equivalent takes it out of the count."""
    exercise = Catalogue([weak_course])["weak-step"]
    prover = Prover(sandbox, Options())

    strength, stale = prover.strength(exercise)
    assert not stale
    flipped = next(m.label for m in strength.survivors if "+" in m.label.partition("=>")[2])

    entries = [f"[[equivalent]]\nmutant = '''{label}'''\nreason = 'none'\n" for label in (flipped, "g: x => y")]
    (exercise.solution_folder / EQUIVALENT).write_text("\n".join(entries), encoding="utf-8")
    again, stale = prover.strength(exercise)
    assert (again.killed, again.total, again.equivalent) == (strength.killed, strength.total - 1, 1)
    assert [fault.what for fault in stale] == ["no such survivor: g: x => y"]
    assert not [fault for fault in static_faults(exercise, Catalogue([weak_course])) if fault.where == EQUIVALENT]


@pytest.mark.parametrize(
    "text", ["[[equivalent]]\nmutant = 'x'\n", "equivalent = 3\n", "[[equivalent", "equivalent = ['x']\n"]
)
def test_an_entry_needs_its_reason(tmp_path: Path, text: str) -> None:
    """A list without reasons, or that cannot be read, is refused with its path."""
    (tmp_path / EQUIVALENT).write_text(text, encoding="utf-8")

    with pytest.raises(CatalogueError, match=EQUIVALENT):
        equivalents(tmp_path)


def test_a_sound_exercise_rejects_its_mutants(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """Adam's checks notice every change of its solution."""
    (exercise,), _ = readable(catalogue, ["adam"])
    strength, _ = Prover(sandbox, Options()).strength(exercise)

    assert strength.total > 50
    assert not strength.survivors
