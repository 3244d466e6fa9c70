"""The catalogue: manifests become records, and a wrong one says what is wrong and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalogue import Catalogue, Limits, Remote, Signature, read_manifest
from grader.errors import CatalogueError, UnknownExercise
from tests.courses import MANIFEST, write_exercise


def manifest_at(folder: Path, text: str) -> Path:
    """A manifest file with this text."""
    path = folder / "exercise.toml"
    path.write_text(text, encoding="utf-8")
    return path


# --- manifests ------------------------------------------------------------------------------------


def test_a_manifest_is_read_field_for_field(tmp_path: Path) -> None:
    """What the file says stands in the record; what it leaves out has its default."""
    manifest = read_manifest(manifest_at(tmp_path, MANIFEST + "\n[limits]\ncall_s = 0.5\n[remote]\nmethods = true\n"))

    assert manifest.functions == ("double",)
    assert (manifest.points, manifest.difficulty, manifest.backends) == (3.0, "easy", ("numpy",))
    assert (manifest.title.en, manifest.title.zh) == ("Double", "翻倍")
    assert [hint.text.to("zh") for hint in manifest.hints] == ["两倍。"]
    assert manifest.limits == Limits(call_s=0.5)
    assert manifest.remote == Remote(methods=True)
    assert manifest.prerequisites == ()


def test_limits_follow_from_one_number() -> None:
    """Wall time is three times CPU time, and a submission has ten calls' worth, unless it says otherwise."""
    assert (Limits().call_wall_s, Limits().total_s) == (6.0, 20.0)
    assert Limits(call_s=0.5, submission_s=7.0).total_s == 7.0


WRONG = {
    "points of text": ("points = 3", 'points = "three"', "points"),
    "points left out": ("points = 3\n", "", "points"),
    "an unknown difficulty": ('"easy"', '"trivial"', "difficulty"),
    "an unknown backend": ('["numpy"]', '["torch"]', "backends"),
    "functions as text": ('["double"]', '"double"', "functions"),
    "a function that is a number": ('["double"]', "[1]", "functions"),
    "an unknown field": ("points = 3", "points = 3\npionts = 3", "pionts"),
    "a title in one language": ('zh = "翻倍"\n', "", "zh"),
    "a title of text": ('[title]\nen = "Double"\nzh = "翻倍"', 'title = "Double"', "title"),
    "a hint in three languages": ('zh = "两倍。"', 'zh = "两倍。"\nde = "Zweimal."', "de"),
    "no hints": ('[[hints]]\nen = "Twice."\nzh = "两倍。"\n', "", "hints"),
    "limits of text": ("[title]", '[limits]\ncall_s = "2 s"\n[title]', "call_s"),
    "an unknown limit": ("[title]", "[limits]\ncall_ms = 2\n[title]", "call_ms"),
    "remote as a number": ("[title]", "[remote]\nmethods = 1\n[title]", "methods"),
    "another format": ("format_version = 1", "format_version = 2", "format_version must be 1. Received: 2"),
    "no TOML": ("points = 3", "points = ", "line 4"),
    "a key twice": ("points = 3", "points = 3\npoints = 3", "line 5"),
}


@pytest.mark.parametrize(("old", "new", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_field_is_named_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Every field that is wrong, missing or unknown is a `CatalogueError` with the file and the reason."""
    assert old in MANIFEST
    path = manifest_at(tmp_path, MANIFEST.replace(old, new, 1))

    with pytest.raises(CatalogueError) as caught:
        read_manifest(path)

    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert caught.value.exit_code == 2


NONSENSE = {
    "negative points": ("points = 3", "points = -3"),
    "points that are no number": ("points = 3", "points = nan"),
    "no functions": ('["double"]', "[]"),
    "no backends": ('["numpy"]', "[]"),
    "no time": ("[title]", "[limits]\ncall_s = 0\n[title]"),
    "no memory": ("[title]", "[limits]\nmemory_mb = -1\n[title]"),
}


@pytest.mark.parametrize(("old", "new"), NONSENSE.values(), ids=NONSENSE.keys())
def test_a_field_without_sense_is_refused(tmp_path: Path, old: str, new: str) -> None:
    """A manifest under which nothing can be graded is refused when it is read."""
    with pytest.raises(CatalogueError):
        read_manifest(manifest_at(tmp_path, MANIFEST.replace(old, new, 1)))


def test_a_manifest_that_is_not_text_is_refused(tmp_path: Path) -> None:
    """A file that is not UTF-8, or not there, is a `CatalogueError` too."""
    path = tmp_path / "exercise.toml"
    path.write_bytes(b"title = '\xff'")

    for wrong in (path, tmp_path / "nowhere.toml", tmp_path):
        with pytest.raises(CatalogueError) as caught:
            read_manifest(wrong)
        assert str(wrong) in str(caught.value)


# --- ids ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "near"), [("mes", "mse"), ("gradient_step", "gradient-step"), ("convd2", "conv2d"), ("Adam", "adam")]
)
def test_an_unknown_id_suggests_the_nearest(catalogue: Catalogue, asked: str, near: str) -> None:
    """A typing mistake is answered with the id that was meant."""
    with pytest.raises(UnknownExercise) as caught:
        catalogue[asked]

    assert f"no exercise is called {asked!r}. Did you mean {near!r}?" in str(caught.value)


def test_an_id_like_no_other_suggests_nothing(catalogue: Catalogue) -> None:
    """Where nothing is near, the list is pointed to."""
    with pytest.raises(UnknownExercise) as caught:
        catalogue["qqqqqqqqq"]

    assert "Did you mean" not in str(caught.value)
    assert "grade list" in str(caught.value)


def test_ids_are_folders(catalogue: Catalogue) -> None:
    """An exercise is named by its folder, and lies in its topic's."""
    mse = catalogue["mse"]

    assert (mse.id, mse.topic) == ("mse", "losses")
    assert mse.folder.parts[-3:] == ("exercises", "losses", "mse")
    assert mse.solution_folder.parts[-3:] == ("solutions", "losses", "mse")
    assert mse.stub.is_file() and mse.statement("zh").is_file() and mse.has_hidden_checks
    assert (mse.solution("numpy").name, mse.solution("keras").name) == ("solution.py", "solution_keras.py")


def test_an_exercise_is_read_once(catalogue: Catalogue) -> None:
    """A record is immutable, and the same each time it is asked for."""
    assert catalogue["mse"] is catalogue["mse"]
    assert "mse" in catalogue and "mes" not in catalogue
    assert len(catalogue) == len(catalogue.ids) == len(list(catalogue)) == len(set(catalogue.ids))


def test_a_broken_manifest_harms_only_its_own_exercise(tmp_path: Path) -> None:
    """Manifests are read when they are needed: one that is broken does not stop the others."""
    write_exercise(tmp_path)
    manifest_at(tmp_path / "exercises" / "own" / "double", "points = ")
    catalogue = Catalogue([tmp_path])

    assert catalogue["mse"].id == "mse"
    with pytest.raises(CatalogueError):
        catalogue["double"]


# --- a course of one's own ------------------------------------------------------------------------


def test_a_course_of_ones_own_stands_beside_the_built_in_one(tmp_path: Path, catalogue: Catalogue) -> None:
    """A folder with `exercises` adds to what is there."""
    exercise = write_exercise(tmp_path)

    both = Catalogue([tmp_path])
    assert both.ids == [*catalogue.ids, "double"]
    assert (exercise.topic, exercise.title.zh) == ("own", "翻倍")
    assert exercise.solution_folder == tmp_path / "solutions" / "own" / "double"


def test_two_equal_ids_are_refused(tmp_path: Path) -> None:
    """An id is unique over all courses; both folders are named."""
    with pytest.raises(CatalogueError) as caught:
        write_exercise(tmp_path, "mse", topic="mine")

    assert "two exercises have the id 'mse'" in str(caught.value)
    assert str(tmp_path / "exercises" / "mine" / "mse") in str(caught.value)


def test_two_equal_ids_in_one_course_are_refused(tmp_path: Path) -> None:
    """Topics do not make ids different."""
    write_exercise(tmp_path, topic="one")

    with pytest.raises(CatalogueError, match="two exercises have the id 'double'"):
        write_exercise(tmp_path, topic="two")


def test_a_folder_without_exercises_is_no_course(tmp_path: Path) -> None:
    """A wrong `--course` says what is missing in which folder."""
    with pytest.raises(CatalogueError) as caught:
        Catalogue([tmp_path])

    assert str(tmp_path) in str(caught.value) and "exercises" in str(caught.value)


# --- signatures -----------------------------------------------------------------------------------


def test_signatures_come_from_the_stub(catalogue: Catalogue) -> None:
    """Parameters and how many of them are required; of a class, those of `__init__` without `self`."""
    assert catalogue["mse"].signatures["mse"] == Signature(("y", "y_hat"), 2)
    assert catalogue["numerical-gradient"].signatures["numerical_gradient"] == Signature(("f", "x", "h"), 2)
    assert catalogue["autodiff"].signatures["Value"] == Signature(("data",), 1)
    assert str(Signature(("f", "x"), 1)) == "(f, x)"


def test_a_class_without_init_takes_nothing(tmp_path: Path) -> None:
    """A class that defines no `__init__` is made without arguments."""
    exercise = write_exercise(tmp_path, stub="class double:\n    def forward(self, x): ...\n")

    assert exercise.signatures == {"double": Signature((), 0)}


@pytest.mark.parametrize("stub", ["def double(x:\n", "x = 'a\0b'\n"], ids=["syntax", "NUL"])
def test_a_stub_that_is_no_python_is_refused(tmp_path: Path, stub: str) -> None:
    """A stub that cannot be read is the author's fault, and named."""
    exercise = write_exercise(tmp_path, stub=stub)

    with pytest.raises(CatalogueError) as caught:
        _ = exercise.signatures

    assert str(exercise.stub) in str(caught.value)


def test_a_stub_that_is_missing_is_refused(tmp_path: Path) -> None:
    """An exercise without a stub is the author's fault, and named."""
    exercise = write_exercise(tmp_path)
    exercise.stub.unlink()

    with pytest.raises(CatalogueError, match="stub"):
        _ = exercise.signatures
