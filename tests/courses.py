"""A course of one's own, written to a folder: exercises with sane defaults."""

from __future__ import annotations

from pathlib import Path

from grader.catalogue import Catalogue, Exercise

MANIFEST = """\
format_version = 1
functions = ["double"]
difficulty = "easy"
points = 3
backends = ["numpy"]
source = ["S0 1"]

[title]
en = "Double"
zh = "翻倍"

[[hints]]
en = "Twice."
zh = "两倍。"
"""
STUB = "def double(x):\n    raise NotImplementedError\n"
SOLUTION = "def double(x):\n    return 2 * x\n"
PUBLIC = """
from grader.checks import check, close

@check("doubles two", zh="二的两倍", points=1)
def test_two(submission):
    close(submission.double(2.0), 4.0)
"""
HIDDEN = """
from grader.checks import check, close

@check("doubles any number", zh="任意数的两倍", points=2)
def test_any(submission, rng, solution):
    for x in rng.uniform(3, 9, size=3):
        close(submission.double(x), solution.double(x))
"""
MISCONCEPTIONS = """
from grader.checks import misconception

@misconception("square", en="You squared.", zh="你做的是平方。")
def double(x):
    return x * x

@misconception("plus-two", en="You added two.", zh="你加了二。")
def double(x):
    return x + 2
"""


def write_exercise(
    root: Path,
    name: str = "double",
    *,
    topic: str = "own",
    manifest: str = MANIFEST,
    stub: str = STUB,
    public: str = PUBLIC,
    hidden: str = HIDDEN,
    solution: str = SOLUTION,
    misconceptions: str = MISCONCEPTIONS,
) -> Exercise:
    """Write an exercise into the course at `root`, and read it back."""
    folder, secret = root / "exercises" / topic / name, root / "solutions" / topic / name
    files = {folder / "exercise.toml": manifest, folder / "stub.py": stub, folder / "checks.py": public}
    files |= {secret / "solution.py": solution, secret / "checks.py": hidden}
    files |= {secret / "misconceptions.py": misconceptions}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Catalogue([root])[name]
