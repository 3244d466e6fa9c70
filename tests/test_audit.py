"""The catalogue proves itself: each fault is planted in a sound exercise, and found, and nothing else with it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from grader import audit
from grader.audit import Fault, Prover, headings, orphans, readable, runnable, static_faults
from grader.catalogue import Catalogue
from grader.cli.new_command import scaffold
from grader.errors import UnknownExercise
from grader.grading import Options
from grader.sandbox.host import Sandbox

ID = "double-it"
PLACE = f"losses/{ID}"


class Course(NamedTuple):
    """A course with one sound exercise, and the ways to break it."""

    root: Path

    @property
    def exercise(self) -> Path:
        return self.root / "exercises" / PLACE

    @property
    def solution(self) -> Path:
        return self.root / "solutions" / PLACE

    def static(self) -> list[Fault]:
        """What is seen without running anything."""
        catalogue = Catalogue([self.root])
        exercises, faults = readable(catalogue, [ID])
        return [*faults, *(fault for exercise in exercises for fault in static_faults(exercise, catalogue))]

    def all(self, sandbox: Sandbox, seed: int = 0) -> list[Fault]:
        """What `grade audit` lists."""
        exercises, _ = readable(Catalogue([self.root]), [ID])
        return [*self.static(), *Prover(sandbox, Options(seed=seed)).prove([e for e in exercises if runnable(e)])]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    """What `grade new` writes: it doubles numbers."""
    scaffold(tmp_path / "course", "losses", ID)
    yield Course(tmp_path / "course")
    own = [name for name, module in sys.modules.items() if str(tmp_path) in str(getattr(module, "__file__", ""))]
    for name in own:  # pytest names the checks of every course alike, and would not read the next one's
        del sys.modules[name]


def replace(path: Path, old: str, new: str) -> None:
    """Change a text in a file; it must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(faults: list[Fault]) -> str:
    return "\n".join(f"{fault.where}: {fault.what}" for fault in faults)


# --- a sound exercise --------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_sound_exercise_has_no_fault(course: Course, sandbox: Sandbox, seed: int) -> None:
    """The scaffold is sound, whatever the inputs of its checks."""
    assert course.all(sandbox, seed) == []


def test_the_first_exercise_has_no_fault(
    catalogue: Catalogue, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The example that all others follow is sound; without TensorFlow its NumPy half still is."""
    monkeypatch.setattr(audit, "has_tensorflow", lambda: False)
    mse = catalogue["mse"]

    assert [*static_faults(mse, catalogue), *Prover(sandbox, Options()).prove([mse])] == []


# --- faults seen without running ---------------------------------------------------------------------

Break = Callable[[Course], object]


class Case(NamedTuple):
    """A way to break a sound exercise, and the fault that must be found: where, and words of it."""

    break_it: Break
    where: str
    what: str


def manifest(old: str, new: str) -> Break:
    return lambda course: replace(course.exercise / "exercise.toml", old, new)


def shown(name: str, old: str, new: str) -> Break:
    """Change a file that learners see."""
    return lambda course: replace(course.exercise / name, old, new)


def kept(name: str, old: str, new: str) -> Break:
    """Change a file that only graders see."""
    return lambda course: replace(course.solution / name, old, new)


def untranslated(course: Course) -> None:
    shutil.copy(course.exercise / "statement.en.md", course.exercise / "statement.zh.md")


HINT = '[[hints]]\nen = "x"\nzh = "中"\n'
STATIC = {
    "no statement": Case(lambda c: (c.exercise / "statement.zh.md").unlink(), "statement.zh.md", "missing"),
    "no public checks": Case(lambda c: (c.exercise / "checks.py").unlink(), "checks.py", f"missing: {ID}/checks.py"),
    "no solution": Case(lambda c: (c.solution / "solution.py").unlink(), "solution.py", "missing"),
    "no Keras solution": Case(manifest('["numpy"]', '["numpy", "keras"]'), "solution_keras.py", "missing"),
    "stray file": Case(lambda c: (c.exercise / "notes.txt").touch(), "notes.txt", "a stray file"),
    "stray folder": Case(lambda c: (c.solution / "old").mkdir(), "old", "a stray file"),
    "headings differ": Case(shown("statement.zh.md", "## 形状", "### 形状"), "statement", "different headings"),
    "not translated": Case(untranslated, "statement.zh.md", "holds no Chinese"),
    "hint without Chinese": Case(manifest("方向：应该先算哪个量？", "?"), "exercise.toml", "hint 1: both languages"),
    "title without Chinese": Case(manifest("填写标题：", ""), "exercise.toml", "title: both languages are due"),
    "six hints": Case(manifest("[[hints]]", f"{HINT}{HINT}[[hints]]"), "exercise.toml", "two to four hints"),
    "unknown prerequisite": Case(
        manifest("prerequisites = []", 'prerequisites = ["sums"]'), "exercise.toml", "unknown prerequisite 'sums'"
    ),
    "no source": Case(manifest('["losses"]', "[]"), "exercise.toml", "no section of a source"),
    "another name": Case(shown("stub.py", "def double_it", "def twice"), "stub.py", "does not define double_it"),
    "stub is no Python": Case(shown("stub.py", "def ", "deff "), "stub.py", "cannot be read as Python"),
    "one accepted": Case(lambda c: (c.solution / "accepted" / "loop.py").unlink(), "accepted/", "fewer than 2"),
    "wrong type": Case(manifest("points = 4", 'points = "four"'), "exercise.toml", "points"),
    "unknown field": Case(manifest("points = 4", "points = 4\nmarks = 5"), "exercise.toml", "marks"),
}


@pytest.mark.parametrize("case", STATIC)
def test_a_fault_in_the_files_is_found(course: Course, case: str) -> None:
    """Every fault that can be seen in the files is found, named with its place, and found alone."""
    STATIC[case].break_it(course)

    faults = course.static()

    assert [fault.exercise for fault in faults] == [ID], told(faults)
    assert faults[0].where == STATIC[case].where
    assert STATIC[case].what in faults[0].what


# --- faults seen by running --------------------------------------------------------------------------

SQUARE = "return np.asarray(x, dtype=float) ** 2"
TITLE = "gives (2, 6) for the worked example"
RUN = {
    "the stub passes": Case(
        shown("stub.py", "raise NotImplementedError", "return x * 2.0"), "stub: stub.py", "the stub passes"
    ),
    "a right answer fails": Case(
        kept("accepted/loop.py", "2.0 * value", "2.1 * value"), "right: loop.py", "a right answer gets 0 of 4"
    ),
    "a right answer fails one check": Case(
        kept("accepted/sum.py", "dtype=float", "dtype=None"), "right: sum.py", "gets 3 of 4: hidden.test_integers"
    ),
    "a wrong answer passes": Case(
        kept("misconceptions.py", SQUARE, "return 2.0 * np.asarray(x)"), "wrong: squared", "gets full marks"
    ),
    "a wrong answer is taken for another": Case(
        kept("misconceptions.py", SQUARE, "return np.asarray(x) * 1.0"), "wrong: squared", "Received: not-doubled"
    ),
    "points do not add up": Case(
        manifest("points = 4", "points = 5"), "checks.py", "the checks are worth 4, the manifest says 5"
    ),
    "three wrong answers": Case(
        kept("misconceptions.py", "sign-flipped", "squared"), "misconceptions.py", "fewer than 4 wrong"
    ),
    "an explanation without Chinese": Case(
        kept("misconceptions.py", "你的结果符号反了。", "?"), "misconceptions.py", "sign-flipped: an explanation"
    ),
    "a check without a title": Case(shown("checks.py", TITLE, ""), "checks.py", "public.test_worked_example: no title"),
    "checks are no Python": Case(kept("checks.py", "def test_int", "deff test_int"), "checks.py", "could not be run"),
    "wrong answers are no Python": Case(
        kept("misconceptions.py", "def ", "deff "), "misconceptions.py", "cannot be read as Python"
    ),
}


@pytest.mark.parametrize("case", RUN)
def test_a_fault_in_the_answers_is_found(course: Course, sandbox: Sandbox, case: str) -> None:
    """Every fault that only a run shows is found, named with the answer that shows it, and found alone."""
    RUN[case].break_it(course)

    faults = course.all(sandbox)

    assert {fault.where for fault in faults} == {RUN[case].where}, told(faults)
    assert RUN[case].what in told(faults)


def test_a_check_that_a_constant_passes_is_found(course: Course, sandbox: Sandbox) -> None:
    """A hidden check that looks at nothing gives points to answers that know nothing, each of which is listed."""
    replace(course.solution / "checks.py", "close(submission.double_it(x), 2.0 * x)", "submission.double_it(x)")

    faults = course.all(sandbox)

    empty = {fault.where for fault in faults if "knows nothing earns points on hidden.test_integers" in fault.what}
    assert empty >= {"empty: returns None", "empty: returns 0.0", "empty: echoes its first argument"}


def test_a_check_that_fails_by_itself_is_found(course: Course, sandbox: Sandbox) -> None:
    """A check that cannot bear what a submission returns is its author's fault, and found."""
    replace(
        course.solution / "checks.py",
        "close(submission.double_it(x), 2.0 * x)",
        "close(submission.double_it(x)[0] + 0.0, 2.0 * x[0])",
    )

    faults = course.all(sandbox)

    broken = {fault.where for fault in faults if "hidden.test_integers fails by itself: Our fault" in fault.what}
    assert "empty: returns None" in broken
    assert not {where for where in broken if where.startswith("right")}


def test_all_faults_are_listed(course: Course, sandbox: Sandbox) -> None:
    """One fault hides no other, whether seen in the files or by running."""
    for case in ("no statement", "stray file", "unknown prerequisite", "one accepted"):
        STATIC[case].break_it(course)
    for case in ("the stub passes", "a wrong answer passes", "points do not add up"):
        RUN[case].break_it(course)

    faults = course.all(sandbox)

    assert {fault.where for fault in faults} == {
        "statement.zh.md", "notes.txt", "exercise.toml", "accepted/", "stub: stub.py", "wrong: squared", "checks.py"
    }, told(faults)  # fmt: skip


# --- a whole course ----------------------------------------------------------------------------------


def broken_manifest(course: Course) -> None:
    (course.exercise / "exercise.toml").write_text("points = [", encoding="utf-8")


def test_a_broken_manifest_hides_no_other_exercise(course: Course) -> None:
    """A manifest that cannot be read is one exercise's fault; an id that there is not is the caller's."""
    broken_manifest(course)
    catalogue = Catalogue([course.root])

    exercises, faults = readable(catalogue, ["mse", ID])

    assert ([e.id for e in exercises], [(f.exercise, f.where) for f in faults]) == (["mse"], [(ID, "exercise.toml")])
    with pytest.raises(UnknownExercise):
        readable(catalogue, ["nothing"])


def test_half_an_exercise_is_found(course: Course, root: Path) -> None:
    """A folder without a manifest, and a solution to no exercise, are faults; the built-in course has none."""
    assert [*orphans(course.root), *orphans(root)] == []
    (course.exercise / "exercise.toml").unlink()

    found = [(fault.exercise, fault.where) for fault in orphans(course.root)]

    assert found == [(ID, f"exercises/{PLACE}"), (ID, f"solutions/{PLACE}")]


def test_a_keras_exercise_without_tensorflow_is_not_run(
    course: Course, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no answer of an exercise can be run nothing is concluded about it, and nothing fails."""
    replace(course.exercise / "exercise.toml", '["numpy"]', '["keras"]')
    (course.solution / "solution.py").rename(course.solution / "solution_keras.py")
    monkeypatch.setattr(audit, "has_tensorflow", lambda: False)

    assert course.all(sandbox) == []


def test_headings_are_counted_outside_of_code() -> None:
    """A comment in a code block is no heading."""
    assert headings("# A\n\n```python\n# not one\n```\n\n## B\n### C\n#no\n") == [1, 2, 3]


def test_several_processes_find_the_same(course: Course) -> None:
    """However many processes share the exercises, the faults and the mutants are those of one, in the same order."""
    scaffold(course.root, "losses", "treble-it")
    replace(course.solution / "misconceptions.py", "-2.0 * np", "2.0 * np")
    names = ["mse", ID, "treble-it"]

    alone, shared = (audit.prove(course.root, names, Options(), mutants=True, jobs=jobs) for jobs in (1, 2))

    assert alone == shared
    assert {fault.exercise for fault in shared.faults} == {ID}
    assert [strength.exercise for strength in shared.strengths] == names
