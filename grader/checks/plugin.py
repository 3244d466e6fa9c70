"""The pytest plugin: fixtures, one item for every check and submission, verdicts instead of reports."""

from __future__ import annotations

import hashlib
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import msgspec
import numpy as np
import pytest

from grader import messages
from grader.checks.compare import Setting, setting
from grader.checks.decorators import CheckInfo
from grader.messages import CheckFailed, Finding
from grader.results import Verdict, Visibility
from grader.submission import Record, Session, Submission
from grader.text import Text

GRADER_LIMIT_S = 60.0
"""What the grader's own code may take for one check, beside what the submission may take."""
ARGUMENTS = [
    "-c", "/dev/null", "--import-mode=importlib", "--assert=plain",
    "--rootdir=/",
    "--disable-plugin-autoload", "-s",
    *(f"-pno:{name}" for name in (
        "cacheprovider terminal logging warnings threadexception unraisableexception faulthandler doctest junitxml "
        "pastebin stepwise setuponly setupplan recwarn monkeypatch tmpdir legacypath subtests unittest debugging"
    ).split()),
]  # fmt: skip


class CheckRun(msgspec.Struct):
    """One check of one submission: what it holds and how it ended."""

    name: str
    visibility: Visibility
    info: CheckInfo
    finding: Finding | None = None
    record: Record = msgspec.field(default_factory=Record)
    seconds: float = 0.0

    @property
    def verdict(self) -> Verdict:
        return self.finding.verdict if self.finding else Verdict.PASSED


class Unit(msgspec.Struct):
    """One exercise with the submissions to be checked, and what its fixtures need."""

    exercise: str
    files: dict[Path, Visibility]
    sessions: Sequence[Session]
    seed: int
    device: str
    load_solution: Callable[[], ModuleType]
    load_reference: Callable[[], Any]
    on_finished: Callable[[int, list[CheckRun]], None]
    runs: dict[int, list[CheckRun]] = msgspec.field(default_factory=dict)


class GradingPlugin:
    """Given to `pytest.main`; `failures` holds what pytest itself could not do."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._by_path = {path: unit for unit in units for path in unit.files}
        self._order = {unit.exercise: number for number, unit in enumerate(units)}
        self.failures: list[str] = []

    # --- collection

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """One item for every submission of the exercise."""
        if "submission" not in metafunc.fixturenames:
            metafunc.fixturenames.append("submission")
        count = len(self._by_path[metafunc.definition.path].sessions)
        metafunc.parametrize("submission", range(count), indirect=True)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Function]) -> None:
        """Submission by submission, public checks first: a worker lives through its checks."""

        def key(item: pytest.Function) -> tuple[int, int, bool]:
            unit = self._by_path[item.path]
            return self._order[unit.exercise], _number(item), unit.files[item.path] == "hidden"

        items.sort(key=key)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A checks.py that cannot be imported is the author's fault, or ours."""
        if report.failed:
            self.failures.append(f"{report.nodeid}: {report.longrepr}")

    # --- fixtures

    @pytest.fixture
    def submission(self, request: pytest.FixtureRequest) -> Submission:
        """The proxy of the submission under test."""
        return Submission(self._unit(request).sessions[request.param])

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Randomness that depends on seed, exercise and check only."""
        unit = self._unit(request)
        name = f"{unit.seed}:{unit.exercise}:{unit.files[request.node.path]}:{request.node.originalname}"
        return np.random.default_rng(list(hashlib.sha256(name.encode()).digest()))

    @pytest.fixture
    def reference(self, request: pytest.FixtureRequest) -> Any:
        """`reference.numpy_stack`; hidden checks only, for a learner's bundle has no reference."""
        self._hidden_only(request, "reference")
        return self._unit(request).load_reference()

    @pytest.fixture
    def solution(self, request: pytest.FixtureRequest) -> ModuleType:
        """The exercise's own solution, run in the grader; hidden checks only."""
        self._hidden_only(request, "solution")
        return self._unit(request).load_solution()

    @pytest.fixture
    def backend(self, request: pytest.FixtureRequest) -> str:
        """What the submission is written in."""
        unit = self._unit(request)
        backend: str = unit.sessions[_number(request.node)].backend
        return backend

    def _unit(self, request: pytest.FixtureRequest) -> Unit:
        return self._by_path[request.node.path]

    def _hidden_only(self, request: pytest.FixtureRequest, name: str) -> None:
        if self._unit(request).files[request.node.path] != "hidden":
            raise RuntimeError(f"public checks must not use the fixture {name!r}")

    # --- running

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool:
        """Run the check and keep its verdict; nothing is raised into pytest."""
        unit = self._by_path[pyfuncitem.path]
        number = _number(pyfuncitem)
        session = unit.sessions[number]
        run = _new_run(pyfuncitem, unit)
        unit.runs.setdefault(number, []).append(run)
        given = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}  # noqa: SLF001 - pytest has no public name
        started = time.perf_counter()
        token = setting.set(Setting(session.backend, unit.device))
        limit = session.contract.total_s + GRADER_LIMIT_S
        try:
            with session.recording() as run.record:
                raised = _carry_out(pyfuncitem.obj, given, limit)
        finally:
            setting.reset(token)
        run.seconds = time.perf_counter() - started
        run.finding = messages.choose([*run.record.findings, *([raised] if raised else [])])
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A fixture that fails is our fault."""
        if report.failed and report.when == "setup":
            self.failures.append(f"{report.nodeid}: {report.longrepr}")

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, item: pytest.Function, nextitem: pytest.Function | None) -> None:
        """After the last check of a submission its result is made and its worker ended."""
        unit, number = self._by_path[item.path], _number(item)
        if nextitem is not None and (self._by_path[nextitem.path], _number(nextitem)) == (
            unit,
            number,
        ):
            return
        unit.sessions[number].close()
        unit.on_finished(number, unit.runs.pop(number, []))


def _number(item: pytest.Function) -> int:
    """Which submission of its unit an item checks."""
    return int(str(item.callspec.params["submission"]))


def _new_run(item: pytest.Function, unit: Unit) -> CheckRun:
    name = item.originalname
    info = getattr(item.obj, "check_info", CheckInfo(Text(name, name), 0.0))
    return CheckRun(name, unit.files[item.path], info)


def _carry_out(function: Callable[..., Any], given: dict[str, Any], limit_s: float) -> Finding | None:
    """The finding that ended the check, ours if the check itself failed; None if it held."""
    try:
        with _wall_clock(limit_s):
            function(**given)
    except CheckFailed as failed:
        return failed.finding
    except Exception as error:  # noqa: BLE001 - a check that fails by itself is our fault, whatever it raises
        return messages.grader_error(f"{type(error).__name__}: {error}"[:300])
    return None


class _GraderTooSlow(Exception):
    """The grader's own code took too long over one check."""


@contextmanager
def _wall_clock(limit_s: float) -> Iterator[None]:
    """A limit on the grader itself: the worst that hostile data can do is waste this much."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def expired(number: int, frame: FrameType | None) -> None:
        raise _GraderTooSlow(f"the check took more than {limit_s:g} s")

    before = signal.signal(signal.SIGALRM, expired)
    signal.setitimer(signal.ITIMER_REAL, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
