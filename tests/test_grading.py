"""Grading, end to end in the sandbox: what a learner's file may be, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader import grading
from grader.catalogue import Catalogue, Limits
from grader.errors import NotGradable
from grader.grading import Options, grade
from grader.messages import plain
from grader.reports.document import to_json
from grader.results import CheckResult, Graded, Result, Verdict
from grader.sandbox.host import Sandbox
from grader.sources import Task
from tests.courses import HIDDEN, PUBLIC, write_exercise

GradeSource = Callable[..., Graded]
SHORT = Limits(call_s=0.15)
RIGHT = "import numpy as np\n\n\ndef mse(y, y_hat):\n    return np.mean((np.asarray(y, float) - y_hat) ** 2)\n"


def verdicts(graded: Graded, visibility: str = "") -> set[Verdict]:
    """The verdicts of the checks, of one visibility or of all."""
    return {check.verdict for check in checks(graded, visibility)}


def checks(graded: Graded, visibility: str) -> list[CheckResult]:
    """The public or the hidden checks; all, if neither is asked for."""
    return [check for check in graded.result.checks if visibility in ("", check.visibility)]


def messages_of(graded: Graded, visibility: str) -> str:
    """Everything that the checks of one visibility say or print."""
    return "\n".join(check.message + check.output for check in checks(graded, visibility))


# --- points ---------------------------------------------------------------------------------------


def test_a_right_answer_has_full_marks(grade_source: GradeSource) -> None:
    """Every check passes, and the points of all checks are the exercise's."""
    result = grade_source(RIGHT).result

    assert {check.verdict for check in result.checks} == {Verdict.PASSED}
    assert (result.score, result.max_score, result.passed, result.gradable) == (8.0, 8.0, True, True)
    assert result.max_score == sum(check.points for check in result.checks)
    assert result.diagnoses == ()


def test_public_checks_come_first(grade_source: GradeSource) -> None:
    """A learner's own checks stand before the hidden ones, and ids say which is which."""
    result = grade_source(RIGHT).result

    kinds = [check.visibility for check in result.checks]
    assert kinds == sorted(kinds, reverse=True)
    assert all(check.id == f"{check.visibility}.{check.id.split('.')[1]}" for check in result.checks)


def test_points_are_the_sum_of_the_checks_that_passed(grade_source: GradeSource) -> None:
    """An answer that is right in part has the points of that part."""
    result = grade_source(RIGHT.replace("np.asarray(y, float)", "y")).result

    assert 0 < result.score < result.max_score
    assert result.score == sum(check.points for check in result.checks if check.verdict is Verdict.PASSED)
    assert all(check.score in (0.0, check.points) for check in result.checks)
    assert [d.misconception for d in result.diagnoses] == ["integers-wrap"]


DEATHS = {
    "exits": ("os._exit(0)", Verdict.EARLY_EXIT),
    "never returns": ("while True: pass", Verdict.TIMEOUT),
    "crashes": ("import ctypes; ctypes.string_at(0)", Verdict.CRASHED),
}


@pytest.mark.parametrize(("body", "expected"), DEATHS.values(), ids=DEATHS.keys())
def test_a_death_costs_one_check(grade_source: GradeSource, body: str, expected: Verdict) -> None:
    """A call that kills its process costs the check that made it; the others are graded in a new one."""
    source = RIGHT.replace("    return", f"    if np.asarray(y).dtype == np.uint8:\n        {body}\n    return")

    graded = grade_source("import os\n" + source, limits=SHORT)

    assert graded.result.score == 7.0
    assert {c.id: c.verdict for c in graded.result.checks if c.score == 0} == {"hidden.test_integer_input": expected}


# --- what a file may be ---------------------------------------------------------------------------

FILES: dict[str, tuple[str, Verdict, str]] = {
    "a syntax error": ("x = 1\ndef mse(y, y_hat:\n    return 0\n", Verdict.RAISED, "SyntaxError in line 2: '(' was"),
    "an indentation error": ("def mse(y, y_hat):\nreturn 0\n", Verdict.RAISED, "SyntaxError in line 2: expected an"),
    "no Python": ("I did not have time, sorry!", Verdict.RAISED, "SyntaxError in line 1"),
    "an import that fails": ("import torch\n", Verdict.RAISED, "ModuleNotFoundError in line 1: No module"),
    "a name error at import": ("x = 1\nprint(z)\n", Verdict.RAISED, "NameError in line 2: name 'z' is not defined"),
    "input at import": ("n = input('n? ')\n", Verdict.RAISED, "remove `input()` from the file"),
    "an endless import": ("while True: pass\n", Verdict.TIMEOUT, "No answer after 0.15 s"),
    "an exit at import": ("import sys\nsys.exit(0)\n", Verdict.EARLY_EXIT, "Remove exit(), quit() or sys.exit()"),
    "a hard exit at import": ("import os\nos._exit(0)\n", Verdict.EARLY_EXIT, "ended the whole process"),
    "no function": ("def mean_squared_error(y, y_hat): return 0\n", Verdict.MISSING, "`mse` is not defined"),
    "comments alone": ("# to do\n", Verdict.MISSING, "`mse` is not defined"),
    "no callable": ("mse = 3\n", Verdict.MISSING, "`mse` is there but cannot be called"),
    "wrong parameters": ("def mse(y): return 0\n", Verdict.MISSING, "must take (y, y_hat). Received: mse(y)"),
    "the stub": ("def mse(y, y_hat):\n    raise NotImplementedError\n", Verdict.NOT_IMPLEMENTED, "Not written yet"),
    "no return": ("def mse(y, y_hat): y - y_hat\n", Verdict.WRONG_VALUE, "Is a `return` missing?"),
    "an exception": ("def mse(y, y_hat):\n    return y['a']\n", Verdict.RAISED, "IndexError in line 2"),
    "an object": ("def mse(y, y_hat): return object()\n", Verdict.UNSUPPORTED_VALUE, "returned a object"),
    "a generator": ("def mse(y, y_hat): yield 0\n", Verdict.UNSUPPORTED_VALUE, "returned a generator"),
    "itself": ("def mse(y, y_hat): return mse\n", Verdict.UNSUPPORTED_VALUE, "returned a function"),
    "its own class": (
        "class Loss: pass\ndef mse(y, y_hat): return [Loss()]\n", Verdict.UNSUPPORTED_VALUE, "an object of class Loss",
    ),
    "text": ("def mse(y, y_hat): return '1.67'\n", Verdict.WRONG_VALUE, "Received: str"),
    "too deep": ("def mse(y, y_hat): return mse(y, y_hat)\n", Verdict.RAISED, "RecursionError in line 1"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected", "said"), FILES.values(), ids=FILES.keys())
def test_a_file_ends_in_a_verdict_that_says_why(
    grade_source: GradeSource, source: str, expected: Verdict, said: str
) -> None:
    """Whatever the file holds, every check fails with the same verdict, and the message names the cause."""
    graded = grade_source(source, limits=SHORT, diagnose=False)

    assert verdicts(graded) == {expected}
    assert said in graded.result.checks[0].message
    assert (graded.result.gradable, graded.result.score) == (True, 0.0)


def test_a_line_of_the_learners_is_shown(grade_source: GradeSource) -> None:
    """An exception and a syntax error carry the line and its text, a BOM and line ends left out."""
    raised = grade_source("def mse(y, y_hat):\r\n    return 1 / 0  # here\r\n")
    broken = grade_source(b"\xef\xbb\xbfx = 1\ny = = 2\n")

    assert [d.location.text for d in raised.details.values() if d.location] == ["    return 1 / 0  # here"] * 6
    assert {d.location.line for d in broken.details.values() if d.location} == {2}


def test_a_bom_and_windows_line_ends_are_fine(grade_source: GradeSource) -> None:
    """An editor's habits do not matter."""
    assert grade_source(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()).result.passed


def test_warnings_and_mutation_are_seen_unasked(grade_source: GradeSource) -> None:
    """Overflow and a changed argument fail a check whose value is right."""
    body = "    y -= y_hat\n    return np.mean(y**2)\n"
    changed = grade_source("import numpy as np\ndef mse(y, y_hat):\n" + body)
    warned = grade_source(RIGHT.replace("    return", "    np.exp(np.float64(1e9))\n    return"))

    assert {Verdict.MUTATED_INPUT} <= verdicts(changed, "public")
    assert "`y`" in changed.result.checks[0].message
    assert verdicts(warned) == {Verdict.NOT_FINITE}


# --- what is shown --------------------------------------------------------------------------------

SPY = RIGHT.replace("    return", "    print('spy', y, y_hat)\n    return 7777 +")


def test_prints_are_shown_for_public_checks_alone(grade_source: GradeSource) -> None:
    """What the learner prints during a hidden check would show its inputs."""
    graded = grade_source(SPY)

    assert all(check.output.startswith("spy [") for check in checks(graded, "public"))
    assert [check.output for check in checks(graded, "hidden")] == [""] * 4


def test_prints_are_bounded(grade_source: GradeSource) -> None:
    """A flood of prints is cut, and costs no points."""
    graded = grade_source(RIGHT.replace("    return", "    print('x' * 10**6)\n    return"))

    assert graded.result.passed
    assert all(1000 < len(check.output) <= 16 * 1024 for check in checks(graded, "public"))


def test_prints_at_import_are_shown_with_the_first_check(grade_source: GradeSource) -> None:
    """What the file prints when it is loaded is not lost."""
    graded = grade_source("print('hello')\n" + RIGHT)

    assert graded.result.checks[0].output == "hello\n"


def test_hidden_messages_hide_values(grade_source: GradeSource) -> None:
    """A hidden check says what kind of mistake it is, not which number was due."""
    graded = grade_source(SPY)

    assert "Expected 1.66667. Received: 7778.67" in messages_of(graded, "public")
    assert {check.message for check in checks(graded, "hidden")} == {"the result differs from the reference."}
    assert all(graded.details[check.id].comparison is None for check in checks(graded, "hidden"))


def test_reveal_shows_them(grade_source: GradeSource) -> None:
    """With `--reveal` hidden checks show values and prints like public ones."""
    graded = grade_source(SPY, reveal=True)

    assert all("Expected " in check.message for check in checks(graded, "hidden"))
    assert all(check.output.startswith("spy [") for check in checks(graded, "hidden"))


def test_hidden_exceptions_hide_their_text(grade_source: GradeSource) -> None:
    """An exception's message may carry the inputs of a hidden check: its type and line stay."""
    graded = grade_source("def mse(y, y_hat):\n    raise ValueError(f'spy {y}')\n")

    assert "ValueError in line 2: spy [1. 2. 3.]" in messages_of(graded, "public")
    assert "spy" not in messages_of(graded, "hidden")
    assert "ValueError in line 2" in messages_of(graded, "hidden")


def test_the_reader_has_one_language(grade_source: GradeSource) -> None:
    """Titles, messages and diagnoses come in the language that was asked for."""
    source = RIGHT.replace("np.mean", "np.sum")
    texts = {}
    for language in ("en", "zh"):
        result = grade_source(source, language=language).result
        texts[language] = [c.title + c.message for c in result.checks] + [d.message for d in result.diagnoses]

    assert not any("的" in text or "，" in text for text in texts["en"])
    assert all(any(letter >= "\u4e00" for letter in text) for text in texts["zh"])


# --- seeds ----------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_inputs(grade_source: GradeSource) -> None:
    """Inputs are a function of seed, exercise and check: a result can be had again, and another seed changes it."""
    shown = [
        [c.output for c in checks(grade_source(SPY, reveal=True, seed=seed, diagnose=False), "hidden")]
        for seed in (0, 0, 1)
    ]

    assert shown[0] == shown[1]
    assert not set(shown[0]) & set(shown[2])


def test_inputs_do_not_depend_on_other_checks(grade_source: GradeSource) -> None:
    """A check that ends early leaves the inputs of the next as they were."""
    early = SPY.replace("    print", "    if np.asarray(y).dtype == np.uint8:\n        return None\n    print")
    one, other = (grade_source(source, reveal=True, diagnose=False) for source in (SPY, early))

    differing = [a.id for a, b in zip(one.result.checks, other.result.checks) if a.message != b.message]
    assert differing == ["hidden.test_integer_input"]


# --- callbacks and remote objects -----------------------------------------------------------------


@pytest.mark.parametrize("exercise", ["numerical-gradient", "autodiff"])
def test_solutions_with_callbacks_and_objects_pass(
    grade_source: GradeSource, catalogue: Catalogue, exercise: str
) -> None:
    """A function of the grader's and an object of the learner's cross the border in either direction."""
    source = catalogue[exercise].solution("numpy").read_bytes()

    assert grade_source(source, exercise).result.passed


def test_a_callback_called_wrongly_raises_in_the_submission(grade_source: GradeSource) -> None:
    """The error of a callback is the learner's, with the line that called it."""
    graded = grade_source("def numerical_gradient(f, x, h=1e-5):\n    return f('text')\n", "numerical-gradient")

    assert verdicts(graded) == {Verdict.RAISED}
    assert "in line 2" in graded.result.checks[0].message


OBJECTS = {
    "nothing": "class Value:\n    def __init__(self, data): pass\n",
    "lying": "class Value:\n    def __init__(self, data): pass\n    def __getattr__(self, name): return Value(0)\n"
    "    def __add__(self, o): return self\n    __radd__ = __mul__ = __rmul__ = __sub__ = __rsub__ = __add__\n"
    "    __truediv__ = __rtruediv__ = __pow__ = __add__\n    def __neg__(self): return self\n"
    "    def __call__(self, *a): return self\n    def __eq__(self, o): return True\n",
    "no class": "def Value(data): return data\n",
    "raising": "class Value:\n    def __init__(self, data): raise ValueError('no')\n",
}


@pytest.mark.parametrize("source", OBJECTS.values(), ids=OBJECTS.keys())
def test_objects_earn_nothing_by_being_objects(grade_source: GradeSource, source: str) -> None:
    """An object is asked for numbers, and what it says of itself is not believed."""
    graded = grade_source(source, "autodiff", diagnose=False)

    assert (graded.result.score, graded.result.gradable) == (0.0, True)


# --- several submissions --------------------------------------------------------------------------


def test_a_duration_is_of_one_submission(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """The time of one submission holds its checks and its diagnosis, and nothing of those before it."""
    slow = b"import time\ndef mse(y, y_hat):\n    time.sleep(0.1)\n    return 0.0\n"
    right = catalogue["adam"].solution("numpy").read_bytes()
    tasks = [Task(catalogue["mse"], "slow.py", slow), Task(catalogue["adam"], "right.py", right)]

    first, second = (graded.result for graded in grade(tasks, Options(diagnose=False), sandbox))

    assert first.duration_s >= 0.5
    assert second.duration_s == pytest.approx(sum(check.duration_s for check in second.checks), abs=0.2)


def test_results_come_in_the_order_of_the_tasks(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """Submissions of several exercises, mixed, are graded together and told in the order they were given."""
    wrong = RIGHT.replace("np.mean", "np.sum")
    sources = [
        ("mse", "a.py", RIGHT),
        ("adam", "b.py", "x = 1\n"),
        ("mse", "c.py", wrong),
        ("mse", "d.py", "import os; os._exit(3)"),
        ("mse", "e.py", wrong),
    ]
    tasks = [Task(catalogue[exercise], name, source.encode()) for exercise, name, source in sources]

    results = [graded.result for graded in grade(tasks, Options(), sandbox)]

    assert [(r.exercise, r.submission) for r in results] == [(exercise, name) for exercise, name, _ in sources]
    assert [r.passed for r in results] == [True, False, False, False, False]
    named = [[d.misconception for d in r.diagnoses] for r in results]
    assert named == [[], [], ["sum-not-mean"], [], ["sum-not-mean"]]


def test_no_tasks_no_results(sandbox: Sandbox) -> None:
    """Grading nothing is fine."""
    assert grade([], Options(), sandbox) == []


def test_one_submission_does_not_reach_the_next(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """What a submission does to its libraries is gone with its process."""
    vandal = "import numpy as np\nnp.mean = np.sum = lambda *a, **k: 0.0\ndef mse(y, y_hat): return 0.0\n"
    tasks = [Task(catalogue["mse"], name, source.encode()) for name, source in [("a", vandal), ("b", RIGHT)]]

    assert [graded.result.passed for graded in grade(tasks, Options(), sandbox)] == [False, True]


def test_a_refused_submission_is_a_result(catalogue: Catalogue, sandbox: Sandbox) -> None:
    """A file that cannot be read, among others, has a result that says why, and zero of the exercise's points."""
    finding = plain(Verdict.MISSING, "it is a folder", "这是一个文件夹")
    tasks = [Task(catalogue["mse"], "a", b"", finding), Task(catalogue["mse"], "b", RIGHT.encode())]

    refused, graded = (g.result for g in grade(tasks, Options(), sandbox))

    assert graded.passed
    assert (refused.score, refused.max_score, refused.gradable) == (0.0, 8.0, True)
    assert [(c.verdict, c.message) for c in refused.checks] == [(Verdict.MISSING, "it is a folder")]


# --- our own fault --------------------------------------------------------------------------------

DOUBLE = b"def double(x): return 2 * x\n"


def test_a_check_that_fails_by_itself_is_our_fault(tmp_path: Path, sandbox: Sandbox) -> None:
    """An error in a check is `grader_error`: the result is not gradable, whatever the others say."""
    exercise = write_exercise(tmp_path, hidden=HIDDEN + "\n    submission.double(1.0).nothing\n")

    result = grade([Task(exercise, "a.py", DOUBLE)], Options(), sandbox)[0].result

    assert [check.verdict for check in result.checks] == [Verdict.PASSED, Verdict.GRADER_ERROR]
    assert "Our fault, not yours" in result.checks[1].message
    assert (result.gradable, result.passed) == (False, False)


@pytest.mark.parametrize("hidden", ["import nowhere\n", "def broken(:\n", "raise SystemExit\n"])
def test_checks_that_cannot_be_loaded_stop_the_run(tmp_path: Path, sandbox: Sandbox, hidden: str) -> None:
    """Without its checks an exercise is not gradable, and the reason is told."""
    exercise = write_exercise(tmp_path, hidden=hidden)

    with pytest.raises(NotGradable) as caught:
        grade([Task(exercise, "a.py", DOUBLE)], Options(), sandbox)
    assert caught.value.exit_code == 3


def test_public_checks_have_no_reference(tmp_path: Path, sandbox: Sandbox) -> None:
    """A public check that asks for `solution` is stopped: a learner's bundle has none."""
    exercise = write_exercise(tmp_path, public=PUBLIC.replace("(submission)", "(submission, solution)"))

    with pytest.raises(NotGradable, match="solution"):
        grade([Task(exercise, "a.py", DOUBLE)], Options(), sandbox)


def test_without_hidden_checks_the_public_ones_count(tmp_path: Path, sandbox: Sandbox) -> None:
    """In a learner's bundle only what is there is graded."""
    exercise = write_exercise(tmp_path)
    (exercise.solution_folder / "checks.py").unlink()

    result = grade([Task(exercise, "a.py", DOUBLE)], Options(), sandbox)[0].result

    assert [check.id for check in result.checks] == ["public.test_two"]
    assert (result.score, result.max_score, result.passed) == (1.0, 1.0, True)


def skipped(grade_source: GradeSource, **options: Any) -> Result:
    """The result of a Keras submission that cannot be run here."""
    result = grade_source("import keras\n" + RIGHT, **options).result
    assert (result.gradable, result.passed, result.score) == (False, False, 0.0)
    return result


def test_a_missing_tensorflow_is_not_the_learners_fault(
    grade_source: GradeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Keras submission without TensorFlow is skipped, and told what to install."""
    monkeypatch.setattr(grading, "has_tensorflow", lambda: False)

    (check,) = skipped(grade_source).checks
    assert check.verdict is Verdict.SKIPPED_MISSING_DEPENDENCY
    assert "dlgrader[keras]" in check.message


def test_a_missing_gpu_is_not_the_learners_fault(grade_source: GradeSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that asks for a GPU where there is none is skipped."""
    monkeypatch.setattr(grading, "has_gpu", lambda: False)

    (check,) = skipped(grade_source, device="gpu").checks
    assert check.verdict is Verdict.SKIPPED_NO_GPU


# --- the document ---------------------------------------------------------------------------------


def test_the_json_document_has_exactly_these_fields(grade_source: GradeSource) -> None:
    """`--json` is `dlgrader/result/1`, field for field, in this order, with these types."""
    graded = grade_source(RIGHT.replace("np.mean", "np.sum"))

    document = json.loads(to_json([graded], "1.2.3"))

    assert list(document) == ["schema", "grader_version", "results"]
    assert (document["schema"], document["grader_version"]) == ("dlgrader/result/1", "1.2.3")
    (result,) = document["results"]
    assert {name: type(value) for name, value in result.items()} == {
        "exercise": str, "submission": str, "backend": str, "device": str, "sandbox": dict, "gradable": bool,
        "passed": bool, "score": float, "max_score": float, "duration_s": float, "checks": list, "diagnoses": list,
    }  # fmt: skip
    assert list(result["sandbox"]) == ["level", "layers"]
    assert {name: type(value) for name, value in result["checks"][0].items()} == {
        "id": str, "title": str, "visibility": str, "points": float, "score": float, "verdict": str,
        "message": str, "output": str, "duration_s": float,
    }  # fmt: skip
    assert result["diagnoses"] == [{"misconception": "sum-not-mean", "message": graded.result.diagnoses[0].message}]
    assert (result["exercise"], result["submission"], result["backend"]) == ("mse", "mse.py", "numpy")


def test_the_document_says_which_sandbox_was_in_force(grade_source: GradeSource, sandbox: Sandbox) -> None:
    """Each result names the level and its layers."""
    used = grade_source(RIGHT).result.sandbox

    assert (used.level, used.layers) == (sandbox.confinement.level, sandbox.confinement.layers)
