"""The pipeline, and the one place that names every step.

read → choose a sandbox → run the checks → verdicts → diagnose → results
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from grader import messages
from grader.catalogue import Backend, Exercise, Limits
from grader.errors import NotGradable
from grader.machine import Device, has_gpu, has_tensorflow
from grader.messages import Finding
from grader.results import CheckResult, Detail, Diagnosis, Graded, Location, Result, SandboxUsed, Verdict, Visibility
from grader.sandbox.host import Confinement, Sandbox
from grader.sandbox.limits import CallLimits
from grader.sources import Task, detect_backend
from grader.submission import Contract, Session
from grader.text import Language, Text

if TYPE_CHECKING:
    from grader.checks.plugin import CheckRun
    from grader.diagnosis import Memory, Misconception


class Options(msgspec.Struct, frozen=True):
    """How to grade, the same for every submission of a run."""

    language: Language = "en"
    seed: int = 0
    reveal: bool = False
    device: Device = "cpu"
    diagnose: bool = True
    limits: Limits | None = None
    statements: bool = False
    """Whether results carry the statement, for reports that show it."""


class _Graded(msgspec.Struct):
    """What one submission came to, before it is put into words."""

    runs: list[CheckRun]
    named: list[Misconception] = msgspec.field(default_factory=list)
    seconds: float = 0.0


# --- the pipeline ---------------------------------------------------------------------------------


def grade(tasks: Sequence[Task], options: Options, sandbox: Sandbox) -> list[Graded]:
    """Grade every task; results come in the order of the tasks."""
    results: dict[int, Graded] = {}
    by_exercise: dict[str, list[int]] = {}
    for number, task in enumerate(tasks):
        refused = task.refused or _cannot_run(task, options)
        if refused:
            results[number] = _refusal(task, refused, options, sandbox.confinement)
        else:
            by_exercise.setdefault(task.exercise.id, []).append(number)
    if by_exercise:
        _run_checks([[(n, tasks[n]) for n in numbers] for numbers in by_exercise.values()], options, sandbox, results)
    return [results[number] for number in range(len(tasks))]


def _cannot_run(task: Task, options: Options) -> Finding | None:
    """Why the submission cannot be graded on this machine, if so; never by its own account."""
    if options.device == "gpu" and not has_gpu():
        return messages.no_gpu()
    if task.backend == "keras" and not has_tensorflow():
        return messages.missing_dependency("keras")
    return None


def _run_checks(
    groups: list[list[tuple[int, Task]]], options: Options, sandbox: Sandbox, results: dict[int, Graded]
) -> None:
    """One pytest session for all of them."""
    for backend in {task.backend for group in groups for _, task in group}:
        sandbox.start(backend)
    import pytest  # after the zygote was started: the two import side by side

    from grader.checks import plugin

    units = [_unit(group, options, sandbox, results) for group in groups]
    grading = plugin.GradingPlugin(units)
    files = [str(path) for unit in units for path in unit.files]
    code = pytest.main([*plugin.ARGUMENTS, *files], plugins=[grading])
    if code == pytest.ExitCode.INTERRUPTED and not grading.failures:
        raise KeyboardInterrupt
    if grading.failures:
        raise NotGradable("the checks could not be run:\n" + "\n".join(grading.failures)[:4000])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise NotGradable(f"pytest ended with {code!r} while running {len(files)} files of checks.")


def _unit(group: list[tuple[int, Task]], options: Options, sandbox: Sandbox, results: dict[int, Graded]) -> Any:
    from grader.checks.plugin import Unit

    exercise = group[0][1].exercise
    sessions = [_session(task, options, sandbox) for _, task in group]
    memory: Memory = {}

    def finished(index: int, runs: list[CheckRun]) -> None:
        number, task = group[index]
        graded, started = _Graded(runs), time.perf_counter()
        if options.diagnose:
            graded.named = _diagnose(task, runs, options, sandbox, memory)
        graded.seconds = sum(run.seconds for run in runs) + time.perf_counter() - started
        results[number] = _result(task, graded, options, sandbox.confinement)

    return Unit(
        exercise=exercise.id,
        files=check_files(exercise),
        sessions=sessions,
        seed=options.seed,
        device=options.device,
        load_solution=lambda: load_solution(exercise),
        load_reference=load_reference_stack,
        on_finished=finished,
    )


def check_files(exercise: Exercise) -> dict[Path, Visibility]:
    """The exercise's checks: public ones always, hidden ones where this machine has them."""
    files: dict[Path, Visibility] = {(exercise.folder / "checks.py").resolve(): "public"}
    if exercise.has_hidden_checks:
        files[(exercise.solution_folder / "checks.py").resolve()] = "hidden"
    return files


def _session(task: Task, options: Options, sandbox: Sandbox) -> Session:
    return open_session(task.exercise, task.source, task.backend, options, sandbox)


def open_session(exercise: Exercise, source: bytes, backend: Backend, options: Options, sandbox: Sandbox) -> Session:
    """A session under the exercise's contract and limits; its worker starts with its first call."""
    limits = options.limits or exercise.manifest.limits
    remote = exercise.manifest.remote
    contract = Contract(
        filename=f"{exercise.id}.py",
        signatures={
            name: (signature.parameters, signature.required)
            for name, signature in exercise.signatures.items()
            if name in exercise.manifest.functions
        },
        remote=frozenset(name for name in ("attributes", "methods", "arithmetic", "indexing") if getattr(remote, name)),
        total_s=limits.total_s,
    )
    call = CallLimits(limits.call_s, limits.call_wall_s, limits.memory_mb << 20)
    session = Session(source, contract, lambda: sandbox.start(backend).spawn(call, limits.total_s))
    session.backend = backend
    return session


@cache
def load_solution(exercise: Exercise) -> ModuleType:
    """The exercise's NumPy solution as a module of the grader."""
    path = exercise.solution("numpy")
    module = ModuleType(f"solution_{exercise.id}")
    exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)  # noqa: S102 - our own file
    return module


def load_reference_stack() -> Any:
    """`reference.numpy_stack`, from wherever the course lies."""
    from importlib import import_module

    from grader.paths import load_reference

    load_reference()
    return import_module("reference.numpy_stack")


# --- diagnosis ------------------------------------------------------------------------------------


def misconceptions_of(exercise: Exercise) -> tuple[Misconception, ...]:
    """The exercise's wrong answers, read once."""
    return _misconceptions(exercise.solution_folder, exercise.manifest.backends == ("keras",))


@cache
def _misconceptions(folder: Path, keras_only: bool) -> tuple[Misconception, ...]:
    from grader.diagnosis import read_misconceptions

    solution = folder / ("solution_keras.py" if keras_only else "solution.py")
    return read_misconceptions(folder / "misconceptions.py", solution)


def _diagnose(
    task: Task, runs: list[CheckRun], options: Options, sandbox: Sandbox, memory: Memory
) -> list[Misconception]:
    if all(run.finding is None for run in runs):
        return []
    from grader.diagnosis import Checked, diagnose

    exercise = task.exercise
    patient = msgspec.structs.replace(options, limits=None)

    def reopen(source: bytes) -> Session:
        return open_session(exercise, source, detect_backend(source), patient, sandbox)

    checks = [Checked(run.verdict, run.record.events) for run in runs if run.info.points]  # a bonus tells nothing
    tolerant, numpy = task.backend == "keras", "numpy" in exercise.manifest.backends
    right = exercise.solution("numpy").read_bytes() if tolerant and numpy else b""
    return diagnose(checks, misconceptions_of(exercise), reopen, tolerant=tolerant, right=right, memory=memory)


# --- results --------------------------------------------------------------------------------------

_NOT_GRADABLE = (Verdict.GRADER_ERROR, Verdict.SKIPPED_MISSING_DEPENDENCY, Verdict.SKIPPED_NO_GPU)


def _result(task: Task, graded: _Graded, options: Options, confinement: Confinement) -> Graded:
    checks = tuple(_check_result(run, options) for run in graded.runs)
    details = {check.id: _detail(run, task, options) for check, run in zip(checks, graded.runs)}
    gradable = bool(checks) and not any(check.verdict in _NOT_GRADABLE for check in checks)
    score, full = sum(c.score for c in checks), sum(c.points for c in checks)
    result = Result(
        exercise=task.exercise.id,
        submission=task.name,
        backend=task.backend,
        device=options.device,
        sandbox=SandboxUsed(level=confinement.level, layers=confinement.layers),
        gradable=gradable,
        passed=gradable and score == full,
        score=score,
        max_score=full,
        duration_s=round(graded.seconds, 4),
        checks=checks,
        diagnoses=tuple(Diagnosis(misconception=m.slug, message=m.text.to(options.language)) for m in graded.named),
    )
    return _with_exercise(result, task.exercise, details, options)


def _with_exercise(result: Result, exercise: Exercise, details: dict[str, Detail], options: Options) -> Graded:
    return Graded(
        result=result,
        title=exercise.title.to(options.language),
        topic=exercise.topic,
        difficulty=exercise.manifest.difficulty,
        statement=_statement(exercise, options.language) if options.statements else "",
        details=details,
    )


def _statement(exercise: Exercise, language: Language) -> str:
    path = exercise.statement(language)
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _check_result(run: CheckRun, options: Options) -> CheckResult:
    secret = run.visibility == "hidden" and not options.reveal
    text = Text("", "") if run.finding is None else run.finding.brief if secret else run.finding.full
    return CheckResult(
        id=f"{run.visibility}.{run.name}",
        title=run.info.title.to(options.language),
        visibility=run.visibility,
        points=run.info.points,
        score=run.info.points if run.finding is None else 0.0,
        verdict=run.verdict,
        message=text.to(options.language),
        output="" if secret else "".join(run.record.output)[:MAX_OUTPUT],
        duration_s=round(run.seconds, 5),
    )


MAX_OUTPUT = 16 * 1024


def _detail(run: CheckRun, task: Task, options: Options) -> Detail:
    if run.finding is None:
        return Detail()
    secret = run.visibility == "hidden" and not options.reveal
    return Detail(
        location=_location(task.source, run.finding.line),
        comparison=None if secret else run.finding.comparison,
    )


def _location(source: bytes, line: int | None) -> Location | None:
    lines = source.decode("utf-8-sig", "replace").split("\n")
    if line is None or not 0 < line <= len(lines):
        return None
    return Location(line=line, text=lines[line - 1].rstrip()[:300])


def _refusal(task: Task, finding: Finding, options: Options, confinement: Confinement) -> Graded:
    """The result of a submission that was not run: one check that says why, no points either way."""
    gradable = finding.verdict not in _NOT_GRADABLE
    points = task.exercise.manifest.points if gradable else 0.0
    check = CheckResult(
        id="public.submission",
        title=Text("the submission can be graded", "提交的文件可以评分").to(options.language),
        visibility="public",
        points=points,
        score=0.0,
        verdict=finding.verdict,
        message=finding.full.to(options.language),
    )
    result = Result(
        exercise=task.exercise.id,
        submission=task.name,
        backend=task.backend,
        device=options.device,
        sandbox=SandboxUsed(level=confinement.level, layers=confinement.layers),
        gradable=gradable,
        passed=False,
        score=0.0,
        max_score=task.exercise.manifest.points,
        duration_s=0.0,
        checks=(check,),
    )
    return _with_exercise(result, task.exercise, {}, options)
