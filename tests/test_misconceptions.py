"""Reading wrong answers: each is cut out of its file, which is never imported, and made a source of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader.diagnosis import Misconception, read_misconceptions
from grader.errors import CatalogueError
from grader.text import Text
from tests.courses import SOLUTION


def read(folder: Path, text: str, solution: str = SOLUTION) -> dict[str, Misconception]:
    """The wrong answers of a file with this text, by slug."""
    (folder / "misconceptions.py").write_text(text, encoding="utf-8")
    (folder / "solution.py").write_text(solution, encoding="utf-8")
    found = read_misconceptions(folder / "misconceptions.py", folder / "solution.py")
    return {wrong.slug: wrong for wrong in found}


def run(wrong: Misconception) -> dict[str, Any]:
    """The names that the wrong answer's source defines."""
    names: dict[str, Any] = {}
    exec(compile(wrong.source, wrong.slug, "exec"), names)
    return names


def test_no_file_means_no_wrong_answers(tmp_path: Path) -> None:
    """An exercise may have none."""
    assert read_misconceptions(tmp_path / "misconceptions.py", tmp_path / "solution.py") == ()


def test_each_wrong_answer_is_a_whole_source(tmp_path: Path) -> None:
    """A wrong answer is the solution with that one function after it; the others are not in it."""
    found = read(
        tmp_path,
        '@misconception("square", entry="L1", en="You squared.", zh="平方。")\ndef double(x):\n    return x * x\n\n\n'
        '@misconception("three", en="Tripled.", zh="三倍。", verdict="too_slow")\ndef double(x):\n    return 3 * x\n',
    )

    assert [run(wrong)["double"](5) for wrong in found.values()] == [25, 15]
    assert found["square"].text == Text("You squared.", "平方。")
    assert [(wrong.entry, wrong.verdict) for wrong in found.values()] == [("L1", ""), ("", "too_slow")]
    assert b"return 3" not in found["square"].source
    assert b"misconception" not in found["square"].source


def test_what_is_not_marked_is_shared(tmp_path: Path) -> None:
    """Imports, constants and undecorated functions are in every wrong answer; the grader's own imports in none."""
    found = read(
        tmp_path,
        '"""Wrong answers."""\nimport math\nfrom grader.checks import misconception\nTEN = 10\n\n\n'
        "def ten_times(x):\n    return math.floor(TEN * x)\n\n\n"
        '@misconception("ten")\ndef double(x):\n    return ten_times(x)\n',
    )

    assert run(found["ten"])["double"](2) == 20
    assert b"grader" not in found["ten"].source


def test_a_wrong_answer_may_override_a_helper(tmp_path: Path) -> None:
    """The solution's own functions use what the wrong answer puts in place of a helper."""
    solution = "def factor():\n    return 2\n\n\ndef double(x):\n    return factor() * x\n"
    found = read(tmp_path, '@misconception("half")\ndef factor():\n    return 0.5\n', solution)

    assert run(found["half"])["double"](4) == 2


def test_a_wrong_answer_may_be_a_subclass(tmp_path: Path) -> None:
    """A class may be overridden by a subclass under its own name."""
    solution = "class Value:\n    def one(self):\n        return 1\n\n    def two(self):\n        return 2\n"
    found = read(tmp_path, '@misconception("m")\nclass Value(Value):\n    def one(self):\n        return 7\n', solution)

    value = run(found["m"])["Value"]()
    assert (value.one(), value.two()) == (7, 2)


def test_one_slug_may_have_several_functions(tmp_path: Path) -> None:
    """A wrong answer that needs two functions repeats its slug; it is one wrong answer, with one text."""
    found = read(
        tmp_path,
        '@misconception("both", en="Both.", zh="都。")\ndef f(x):\n    return g(x)\n\n\n'
        '@misconception("both")\ndef g(x):\n    return 7\n',
    )

    assert list(found) == ["both"]
    assert run(found["both"])["f"](1) == 7
    assert found["both"].text.en == "Both."


def test_other_decorators_and_comments_do_not_matter(tmp_path: Path) -> None:
    """A function is cut out without its mark, whatever stands around it."""
    found = read(
        tmp_path,
        '# first\n@misconception(\n    "long",  # a comment\n    en="One, "\n    "two.",\n    zh="一",\n)\n'
        'def double(\n    x,\n):\n    """Doc\n@misconception("not a mark")\n    """\n    return -x\n',
    )

    assert list(found) == ["long"]
    assert found["long"].text.en == "One, two."
    assert run(found["long"])["double"](3) == -3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('NAME = "a"\n@misconception(NAME)\ndef f(): pass\n', "line 3"),
        ('@misconception("a", en=f"{1}")\ndef f(): pass\n', "line 2"),
        ("@misconception(en='x')\ndef f(): pass\n", "takes a slug"),
        ("def f(:\n", "cannot be read as Python"),
    ],
    ids=["a name as slug", "a computed text", "no slug", "no Python"],
)
def test_a_mark_that_cannot_be_read_is_the_authors_mistake(tmp_path: Path, text: str, reason: str) -> None:
    """The file is never imported: slug and texts stand there literally, or it is a `CatalogueError`."""
    with pytest.raises(CatalogueError) as caught:
        read(tmp_path, text)

    assert "misconceptions.py" in str(caught.value)
    assert reason in str(caught.value)
