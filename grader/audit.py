"""The catalogue proves itself: every stub fails, every right answer passes, every wrong one is named.

`static_faults` looks at files, `Prover` runs them. Both list every fault, not the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader.catalogue import Backend, Catalogue, Exercise
from grader.errors import CatalogueError, GraderError, UnknownExercise
from grader.grading import Options, grade, misconceptions_of
from grader.machine import has_tensorflow
from grader.mutants import EQUIVALENT, Mutant, equivalents, mutants
from grader.results import Graded, Result, Verdict
from grader.sandbox.host import Sandbox, best_confinement
from grader.sources import Task

LEARNER_FILES = ("exercise.toml", "statement.en.md", "statement.zh.md", "stub.py", "checks.py")
ALLOWED_EXTRA = {"__pycache__", "accepted", EQUIVALENT}
MIN_MISCONCEPTIONS, MIN_ACCEPTED = {"easy": 4, "medium": 5, "hard": 6}, 2
MIN_KILLED = 0.98  # of the mutants that are not equivalent, over all exercises


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with an exercise, and where."""

    exercise: str
    where: str
    what: str


class Strength(NamedTuple):
    """How many mutants of an exercise's solution its checks reject."""

    exercise: str
    killed: int
    survivors: list[Mutant]
    """Those that get full marks and are not on the list of equivalent ones."""
    equivalent: int

    @property
    def total(self) -> int:
        """The mutants that are not equivalent."""
        return self.killed + len(self.survivors)


class Trial(NamedTuple):
    """A submission whose result is known beforehand."""

    kind: str
    name: str
    task: Task


# --- files ----------------------------------------------------------------------------------------


def readable(catalogue: Catalogue, names: Sequence[str]) -> tuple[list[Exercise], list[Fault]]:
    """The exercises whose manifest is valid, and a fault for each of the others."""
    exercises, faults = [], []
    for name in names:
        try:
            exercises.append(catalogue[name])
        except UnknownExercise:
            raise
        except GraderError as error:
            faults.append(Fault(name, "exercise.toml", str(error)))
    return exercises, faults


def orphans(root: Path) -> Iterator[Fault]:
    """Folders of a course that are half an exercise: no manifest, or a solution to nothing."""
    for part in ("exercises", "solutions"):
        for folder in sorted((root / part).glob("*/*/")):
            manifest = root / "exercises" / folder.parent.name / folder.name / "exercise.toml"
            if folder.name != "__pycache__" and not manifest.is_file():
                where = folder.relative_to(root).as_posix()
                yield Fault(folder.name, where, f"missing: {manifest.relative_to(root).as_posix()}")


def runnable(exercise: Exercise) -> bool:
    """Whether there is enough of an exercise to run it; what is missing is a fault already."""
    try:
        defined = set(exercise.signatures)
    except GraderError:
        return False
    files = [exercise.folder / "checks.py", exercise.solution_folder / "checks.py"]
    files += [exercise.solution(backend) for backend in exercise.manifest.backends]
    return defined >= set(exercise.manifest.functions) and all(path.is_file() for path in files)


def static_faults(exercise: Exercise, catalogue: Catalogue) -> Iterator[Fault]:
    """Files, languages, names and texts."""

    def fault(where: str, what: str) -> Fault:
        return Fault(exercise.id, where, what)

    for where, what in (*_files(exercise), *_names(exercise, catalogue), *_texts(exercise)):
        yield fault(where, what)


def _files(exercise: Exercise) -> Iterator[tuple[str, str]]:
    solution = exercise.solution_folder
    needed = [exercise.folder / name for name in LEARNER_FILES]
    needed += [exercise.solution(backend) for backend in exercise.manifest.backends]
    needed += [solution / "checks.py", solution / "misconceptions.py"]
    yield from ((path.name, f"missing: {path.parent.name}/{path.name}") for path in needed if not path.is_file())
    known = {path.name for path in needed} | ALLOWED_EXTRA
    for folder in (exercise.folder, solution):
        if folder.is_dir():
            yield from ((p.name, "a stray file") for p in sorted(folder.iterdir()) if p.name not in known)
    if len(accepted_answers(exercise)) < MIN_ACCEPTED:
        yield "accepted/", f"fewer than {MIN_ACCEPTED} alternative right answers"


def _names(exercise: Exercise, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    manifest = exercise.manifest
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", exercise.id):
        yield "exercise.toml", f"the id is not kebab-case. Received: {exercise.id}"
    try:
        defined = set(exercise.signatures)
    except GraderError as error:
        yield "stub.py", str(error)
        return
    undefined = [name for name in manifest.functions if name not in defined]
    yield from (("stub.py", f"does not define {name}, which the manifest names") for name in undefined)
    unknown = [name for name in manifest.prerequisites if name not in catalogue]
    yield from (("exercise.toml", f"unknown prerequisite {name!r}") for name in unknown)
    if not manifest.source:
        yield "exercise.toml", "names no section of a source"
    if not 2 <= len(manifest.hints) <= 4:
        yield "exercise.toml", f"two to four hints are due. Received: {len(manifest.hints)}"


def _texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    manifest = exercise.manifest
    for where, text in (("title", manifest.title), *((f"hint {n}", h) for n, h in enumerate(manifest.hints, 1))):
        if not text.en.strip() or not has_chinese(text.zh):
            yield "exercise.toml", f"{where}: both languages are due"
    levels = {}
    for language in ("en", "zh"):
        path = exercise.statement(language)
        if path.is_file():
            statement = path.read_text(encoding="utf-8")
            levels[language] = headings(statement)
            if language == "zh" and not has_chinese(statement):
                yield path.name, "holds no Chinese"
    if len(levels) == 2 and levels["en"] != levels["zh"]:
        yield "statement", f"the two languages have different headings. Received: {levels['en']} and {levels['zh']}"


def has_chinese(text: str) -> bool:
    """Whether a text holds any Chinese character."""
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def headings(markdown: str) -> list[int]:
    """Levels of the headings in order, code blocks left out."""
    outside = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return [len(mark) for mark in re.findall(r"^(#{1,6}) ", outside, flags=re.MULTILINE)]


# --- trials ---------------------------------------------------------------------------------------


def accepted_answers(exercise: Exercise) -> list[Path]:
    """Right answers in other styles."""
    return sorted((exercise.solution_folder / "accepted").glob("*.py"))


def trials(exercise: Exercise) -> Iterator[Trial]:
    """Everything that is run: the stub, right answers, wrong answers, and answers that know nothing."""

    def trial(kind: str, name: str, source: bytes) -> Trial:
        return Trial(kind, name, Task(exercise, name, source))

    yield trial("stub", "stub.py", exercise.stub.read_bytes())
    solutions = [exercise.solution(backend) for backend in exercise.manifest.backends]
    for path in [*solutions, *accepted_answers(exercise)]:
        if path.is_file():
            yield trial("right", path.name, path.read_bytes())
    for wrong in misconceptions_of(exercise):
        yield trial("wrong", wrong.slug, wrong.source)
    for name, body in EMPTY_ANSWERS.items():
        yield trial("empty", name, empty_answer(exercise, body))


EMPTY_ANSWERS = {
    "returns None": "return None",
    "returns 0.0": "return 0.0",
    "returns 1": "return 1",
    "echoes its first argument": "return args[0]",
    "echoes its last argument": "return args[-1]",
    "returns all its arguments": "return args",
    "returns a dict": "return {'a': 1}",
    "returns text": "return 'nan'",
    "returns an object": "return Blank()",
}


def empty_answer(exercise: Exercise, body: str) -> bytes:
    """Functions of the exercise that do nothing but `body`; a class whose methods all do it."""
    lines = [
        "import numpy as np",
        "class Blank:",
        "    def __init__(self, *args, **kwargs): self.data = self.grad = 0.0",
    ]
    lines += ["    def __getattr__(self, name): return lambda *args, **kwargs: Blank()"]
    for name in exercise.manifest.functions:
        parameters = exercise.signatures[name].parameters
        defaults = [p + ("" if i < exercise.signatures[name].required else "=None") for i, p in enumerate(parameters)]
        lines += [
            f"def {name}({', '.join(defaults)}):",
            f"    args = ({''.join(p + ', ' for p in parameters)}) or (0.0,)",
        ]
        lines += [f"    {body}"]
    return "\n".join(lines).encode()


class Prover:
    """Runs the trials of exercises in one sandbox and compares each result with what is known."""

    def __init__(self, sandbox: Sandbox, options: Options) -> None:
        self._sandbox, self._options = sandbox, options

    def prove(self, exercises: Sequence[Exercise]) -> Iterator[Fault]:
        """The faults of all of them; one pytest session for an exercise."""
        for exercise in exercises:
            yield from self._prove_one(exercise)

    def _prove_one(self, exercise: Exercise) -> Iterator[Fault]:
        try:
            runs = [t for t in trials(exercise) if t.task.backend != "keras" or has_tensorflow()]
            graded = grade([t.task for t in runs], self._options, self._sandbox)
        except CatalogueError as error:
            yield Fault(exercise.id, "misconceptions.py", str(error))
            return
        except GraderError as error:
            yield Fault(exercise.id, "checks.py", str(error))
            return
        if not runs:  # Keras only, and no TensorFlow here
            return
        for trial, outcome in zip(runs, graded):
            for what in judge(trial, outcome, exercise):
                yield Fault(exercise.id, f"{trial.kind}: {trial.name}", what)
        yield from _counts(exercise, graded[0].result)

    def strength(self, exercise: Exercise) -> tuple[Strength, list[Fault]]:
        """Grade every mutant of a solution that passes; an entry of the equivalent ones that is none is a fault."""
        backend: Backend = "numpy" if "numpy" in exercise.manifest.backends else "keras"
        source = exercise.solution(backend)
        made = list(mutants(source.read_text(encoding="utf-8")))
        tasks = [Task(exercise, source.name, source.read_bytes())]
        tasks += [Task(exercise, f"mutant {number}", mutant.source) for number, mutant in enumerate(made)]
        options = msgspec.structs.replace(self._options, diagnose=False)
        right, *results = grade(tasks, options, self._sandbox)
        if not right.result.passed:  # then no mutant passes either, which says nothing
            return Strength(exercise.id, 0, [], 0), []
        alive = [mutant for mutant, graded in zip(made, results) if graded.result.passed]
        known = {entry.mutant for entry in equivalents(exercise.solution_folder)}
        labels = {mutant.label for mutant in alive}
        stale = [Fault(exercise.id, EQUIVALENT, f"no such survivor: {label}") for label in sorted(known - labels)]
        survivors = [mutant for mutant in alive if mutant.label not in known]
        return Strength(exercise.id, len(made) - len(alive), survivors, len(alive) - len(survivors)), stale


class Proof(NamedTuple):
    """What running a set of exercises came to; `strengths` is empty where no mutants were asked for."""

    faults: list[Fault]
    strengths: list[Strength]


def prove(
    course: Path | None, names: Sequence[str], options: Options, *, mutants: bool = False, jobs: int = 1
) -> Proof:
    """Run exercises of the catalogue with `course`, in several processes, each with a sandbox of its own."""
    if jobs <= 1 or len(names) <= 1:
        return _prove(course, names, options, mutants)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    parts = _dealt(Catalogue([course] if course else []), names, min(jobs, len(names)))
    with ProcessPoolExecutor(len(parts), mp_context=get_context("spawn")) as pool:
        proofs = list(pool.map(_prove, *zip(*((course, part, options, mutants) for part in parts))))
    place = {name: number for number, name in enumerate(names)}
    return Proof(
        sorted((fault for proof in proofs for fault in proof.faults), key=lambda fault: place[fault.exercise]),
        sorted((s for proof in proofs for s in proof.strengths), key=lambda strength: place[strength.exercise]),
    )


def _dealt(catalogue: Catalogue, names: Sequence[str], parts: int) -> list[list[str]]:
    """The names in parts that take about as long: those that run Keras alone take longest, and are dealt first."""
    slowest_first = sorted(names, key=lambda name: catalogue[name].manifest.backends != ("keras",))
    return [slowest_first[part::parts] for part in range(parts)]


def _prove(course: Path | None, names: Sequence[str], options: Options, mutants: bool) -> Proof:
    catalogue, proof = Catalogue([course] if course else []), Proof([], [])
    with Sandbox(best_confinement(), forbidden=[course] if course else []) as sandbox:
        prover, exercises = Prover(sandbox, options), [catalogue[name] for name in names]
        proof.faults.extend(prover.prove(exercises))
        for exercise in exercises if mutants else ():
            strength, stale = prover.strength(exercise)
            proof.strengths.append(strength)
            proof.faults.extend(stale)
    return proof


def _counts(exercise: Exercise, result: Result) -> Iterator[Fault]:
    if result.max_score != exercise.manifest.points:
        yield Fault(
            exercise.id,
            "checks.py",
            f"the checks are worth {result.max_score:g}, the manifest says {exercise.manifest.points:g}",
        )
    least = MIN_MISCONCEPTIONS[exercise.manifest.difficulty]
    if len(misconceptions_of(exercise)) < least:
        yield Fault(exercise.id, "misconceptions.py", f"fewer than {least} wrong answers")
    for wrong in misconceptions_of(exercise):
        if not wrong.text.en or not has_chinese(wrong.text.zh):
            yield Fault(exercise.id, "misconceptions.py", f"{wrong.slug}: an explanation in both languages is due")
    for check in result.checks:
        if not check.title or check.title == check.id.partition(".")[2]:
            yield Fault(exercise.id, "checks.py", f"{check.id}: no title")


def judge(trial: Trial, graded: Graded, exercise: Exercise) -> Iterator[str]:
    """What is wrong with the result of a trial."""
    result = graded.result
    ours = [check for check in result.checks if check.verdict is Verdict.GRADER_ERROR]
    yield from (f"{check.id} fails by itself: {check.message}" for check in ours)
    if trial.kind == "right" and not result.passed:
        lost = [f"{c.id} {c.verdict.value}: {c.message}" for c in result.checks if c.verdict is not Verdict.PASSED]
        yield f"a right answer gets {result.score:g} of {result.max_score:g}: {'; '.join(lost)}"
    if trial.kind == "stub" and result.passed:
        yield "the stub passes"
    if trial.kind == "wrong":
        yield from _judge_wrong(trial, result)
    if trial.kind == "empty":
        earned = [c.id for c in result.checks if c.visibility == "hidden" and c.score > 0]
        if earned:
            yield f"an answer that knows nothing earns points on {', '.join(earned)}"


def _judge_wrong(trial: Trial, result: Result) -> Iterator[str]:
    named = [diagnosis.misconception for diagnosis in result.diagnoses]
    if result.score == result.max_score:
        yield "a wrong answer gets full marks"
    elif named != [trial.name]:
        yield f"is not diagnosed as itself. Received: {', '.join(named) or 'no diagnosis'}"
