"""`grade run`: what it grades, what it prints, how it ends."""

from __future__ import annotations

import json
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.reports import document

if TYPE_CHECKING:
    from tests.cli.conftest import Grade, Ran

RIGHT = "import numpy as np\n\n\ndef mse(y, y_hat):\n    return np.mean((np.asarray(y, float) - y_hat) ** 2)\n"
SUMMED = RIGHT.replace("np.mean", "np.sum")
KERAS = "import keras\n\n\ndef mse(y, y_hat):\n    return keras.ops.mean((y - y_hat) ** 2)\n"
NO_TENSORFLOW = """
import importlib.util

_find = importlib.util.find_spec


def find_spec(name, package=None):
    return None if name.split(".")[0] in ("tensorflow", "keras") else _find(name, package)


importlib.util.find_spec = find_spec
"""


def results(ran: Ran) -> list[dict[str, Any]]:
    """The results of a run with --json, which must agree with the schema."""
    assert "Traceback" not in ran.text
    assert ran.out, ran.err
    loaded = json.loads(ran.out)
    import_module("jsonschema").validate(loaded, document.schema())
    found: list[dict[str, Any]] = loaded["results"]
    return found


# --- what is graded ----------------------------------------------------------------------------------


def test_the_file_changed_last_is_graded(at_work: Grade, answer: Path) -> None:
    """Without names `grade run` takes the exercise whose file was changed last, from any folder of the workspace."""
    adam = at_work.folder / "optimisation" / "adam.py"
    os.utime(adam, (2e9, 2e9))
    (first,) = results(at_work("run", "--json"))
    os.utime(answer, (2.1e9, 2.1e9))
    (second,) = results(at_work("run", "--json", cwd=adam.parent))

    assert (first["exercise"], first["submission"]) == ("adam", "optimisation/adam.py")
    assert (second["exercise"], second["passed"]) == ("mse", True)
    assert Path(second["submission"]).samefile(answer) or second["submission"].endswith("losses/mse.py")


def test_names_and_files_may_be_mixed(at_work: Grade, answer: Path) -> None:
    """Ids and files are graded in the order in which they were named, each under the name it was given."""
    elsewhere = at_work.folder / "gradient_step.py"
    elsewhere.write_text("def gradient_step(theta, grad, lr):\n    return theta - lr * grad\n", encoding="utf-8")

    ran = at_work("run", "gradient_step.py", "mse", "--json")

    first, second = results(ran)
    assert (first["exercise"], first["submission"]) == ("gradient-step", "gradient_step.py")
    assert (second["exercise"], second["submission"], second["passed"]) == ("mse", "losses/mse.py", True)


def test_file_grades_any_file_as_the_one_exercise(at_work: Grade, answer: Path) -> None:
    """--file grades that file whatever its name, and not the workspace's."""
    (at_work.folder / "draft.txt").write_text(SUMMED, encoding="utf-8")

    (result,) = results(at_work("run", "mse", "--file", "draft.txt", "--json"))

    assert (result["submission"], result["passed"]) == ("draft.txt", False)


def test_all_grades_what_the_workspace_holds(grade: Grade) -> None:
    """--all grades every exercise that has a file here; where there is none it says so."""
    assert grade("init", "small", "--topics", "losses,rnn").code == 0
    small = grade.folder / "small"

    found = results(grade("run", "--all", "--json", cwd=small))
    for path in small.glob("*/*.py"):
        path.unlink()
    empty = grade("run", "--all", cwd=small)

    assert {r["exercise"] for r in found} >= {"mse", "lstm-cell"}
    assert {r["submission"].split("/")[0] for r in found} == {"losses", "rnn"}
    assert (empty.code, "nothing to grade here" in empty.err) == (2, True)


def test_a_checkout_without_a_workspace_grades_its_stubs(grade: Grade, root: Path) -> None:
    """Outside of a workspace, in a checkout, the exercise's stub is what is graded."""
    (result,) = results(grade("run", "mse", "--json"))

    assert Path(result["submission"]) == root / "exercises" / "losses" / "mse" / "stub.py"
    assert {check["verdict"] for check in result["checks"]} == {"not_implemented"}


# --- how it ends -------------------------------------------------------------------------------------


def test_exit_codes(at_work: Grade, answer: Path) -> None:
    """0: full marks in all of them. 1: not. 2: usage. 3: could not be graded."""
    assert at_work("run", "mse").code == 0
    assert at_work("run", "mse", "gradient-step").code == 1
    assert at_work("run", "nothing").code == 2
    assert at_work("run", "mse", "--device", "gpu").code == 3


def test_without_a_gpu_nothing_is_concluded(at_work: Grade, answer: Path) -> None:
    """--device gpu on a machine without one is reported as not checked: no score either way, exit 3, no progress."""
    ran = at_work("run", "mse", "--device", "gpu", "--json")

    (result,) = results(ran)
    assert (ran.code, result["gradable"], result["passed"], result["score"]) == (3, False, False, 0.0)
    assert [check["verdict"] for check in result["checks"]] == ["skipped_no_gpu"]
    assert "new" in {row["state"] for row in json.loads(at_work("list", "--json").out) if row["id"] == "mse"}


def test_without_tensorflow_the_extra_is_named(at_work: Grade, answer: Path) -> None:
    """A Keras file where TensorFlow is missing is not checked, and says which extra to install; NumPy work goes on."""
    (at_work.folder / "sitecustomize.py").write_text(NO_TENSORFLOW, encoding="utf-8")
    (at_work.folder / "keras_mse.py").write_text(KERAS, encoding="utf-8")

    ran = at_work("run", "mse", "--file", "keras_mse.py", "--json", PYTHONPATH=str(at_work.folder))
    numpy = at_work("run", "mse", PYTHONPATH=str(at_work.folder))
    only_keras = at_work("run", "keras-cnn", PYTHONPATH=str(at_work.folder))

    (result,) = results(ran)
    assert (ran.code, result["backend"], result["gradable"]) == (3, "keras", False)
    assert [check["verdict"] for check in result["checks"]] == ["skipped_missing_dependency"]
    assert "pip install 'dlgrader[keras]'" in result["checks"][0]["message"]
    assert numpy.code == 0
    assert (only_keras.code, "dlgrader[keras]" in only_keras.out) == (3, True)


# --- what it prints ----------------------------------------------------------------------------------


def test_a_known_mistake_is_named(at_work: Grade, answer: Path) -> None:
    """A wrong answer that people really give is named, for people and for programs."""
    answer.write_text(SUMMED, encoding="utf-8")

    (result,) = results(at_work("run", "mse", "--json"))
    told, chinese = at_work("run", "mse"), at_work("run", "mse", "--lang", "zh")

    assert [d["misconception"] for d in result["diagnoses"]] == ["sum-not-mean"]
    assert (result["score"] < result["max_score"], result["gradable"]) == (True, True)
    assert result["diagnoses"][0]["message"] in " ".join(told.out.split())
    assert told.code == chinese.code == 1
    assert "没有除以元素个数" in chinese.out


def test_lang_zh_speaks_chinese(at_work: Grade, answer: Path) -> None:
    """--lang zh has titles and messages in Chinese, in JSON too."""
    answer.write_text("x = 1\n", encoding="utf-8")

    (result,) = results(at_work("run", "mse", "--lang", "zh", "--json"))

    for check in result["checks"]:
        assert any("\u4e00" <= character <= "\u9fff" for character in check["title"])
        assert "没有定义 `mse`" in check["message"]


def test_the_schema_in_docs_is_the_one_in_force(root: Path) -> None:
    """docs/result.schema.json is generated from the records and equals what they are now."""
    written = json.loads((root / "docs" / "result.schema.json").read_bytes())

    assert written == json.loads(json.dumps(document.schema())), "write it again: python -m tests.cli.schema"
    import_module("jsonschema").Draft202012Validator.check_schema(document.schema())


def test_a_wrong_document_is_not_valid(at_work: Grade, answer: Path) -> None:
    """The schema holds something: a verdict or level that does not exist is refused."""
    jsonschema = import_module("jsonschema")
    loaded = json.loads(at_work("run", "mse", "--json").out)
    loaded["results"][0]["checks"][0]["verdict"] = "fine"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(loaded, document.schema())


def test_the_same_seed_gives_the_same_result(at_work: Grade, answer: Path) -> None:
    """A seed fixes the inputs of the checks; another seed changes them."""
    answer.write_text(RIGHT.replace("return", "print(y)\n    return"), encoding="utf-8")

    def printed(seed: int) -> list[str]:
        (result,) = results(at_work("run", "mse", "--json", "--reveal", "--seed", str(seed)))
        return [check["output"] for check in result["checks"]]

    first, again, other = printed(1), printed(1), printed(2)
    assert first == again
    assert first != other


def test_hidden_checks_show_no_values_unless_revealed(at_work: Grade, answer: Path) -> None:
    """Inputs, outputs and expected values of hidden checks appear with --reveal only."""
    answer.write_text(SUMMED.replace("return", "print('SEEN', y)\n    return"), encoding="utf-8")

    (plain,) = results(at_work("run", "mse", "--json"))
    (revealed,) = results(at_work("run", "mse", "--json", "--reveal"))

    def hidden(result: dict[str, Any]) -> list[dict[str, Any]]:
        return [c for c in result["checks"] if c["visibility"] == "hidden" and c["verdict"] == "wrong_value"]

    assert len(hidden(plain)) == len(hidden(revealed)) > 0
    assert all("SEEN" not in c["output"] and "Expected" not in c["message"] for c in hidden(plain))
    assert all("SEEN" in c["output"] and "Expected" in c["message"] for c in hidden(revealed))


def test_the_basic_sandbox_says_what_it_is(at_work: Grade, answer: Path) -> None:
    """--sandbox basic grades behind resource limits alone and reports no other layer."""
    (result,) = results(at_work("run", "mse", "--sandbox", "basic", "--json"))

    assert result["sandbox"] == {"level": "basic", "layers": ["rlimits"]}
    assert result["passed"]


def test_html_is_written_whole_beside_the_terminal_report(at_work: Grade, answer: Path) -> None:
    """--html writes one self-contained file, and the terminal report comes as usual."""
    answer.write_text(SUMMED + "\n# <script>alert(1)</script>\n", encoding="utf-8")

    ran = at_work("run", "mse", "--html", "report.html")

    page = (at_work.folder / "report.html").read_text(encoding="utf-8")
    assert (ran.code, "Traceback" in ran.text) == (1, False)
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "<script" not in page
    assert "Mean squared error" in ran.out


def test_a_report_that_cannot_be_written_costs_no_result(at_work: Grade, answer: Path) -> None:
    """Where the report cannot be written the result is shown first, then the reason, exit 2."""
    ran = at_work("run", "mse", "--html", "/dev/full")

    assert (ran.code, "Traceback" in ran.text) == (2, False)
    assert "8/8" in ran.out
    assert "/dev/full" in ran.err


def test_the_submission_is_told_nothing_of_where_it_is(at_work: Grade, answer: Path) -> None:
    """A submission sees a scratch folder of its own, not the workspace."""
    answer.write_text("import os\nraise ValueError(os.listdir('.'), os.path.basename(os.getcwd()))\n", encoding="utf-8")

    ran = at_work("run", "mse")

    assert ran.code == 1
    assert "ValueError" in ran.out
    assert "losses" not in ran.out.replace("losses/mse", "")
