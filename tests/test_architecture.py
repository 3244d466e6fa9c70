"""The import rule: one tower, one way down, and who may import what from outside."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GROUND = {"text", "errors", "paths", "machine", "results", "messages", "catalogue", "sources"}
GROUND_ORDER: dict[str, set[str]] = {
    "text": set(),
    "errors": set(),
    "paths": set(),
    "machine": set(),
    "results": set(),
    "messages": {"results", "text"},
    "catalogue": {"errors", "paths", "text"},
    "sources": {"catalogue", "errors", "messages"},
}
MAY_IMPORT: dict[str, set[str]] = GROUND_ORDER | {
    "scan": set(),
    "protocol": {"scan"},
    "remote": set(),
    "sandbox": {"protocol", "errors", "paths"},
    "submission": {"sandbox", "protocol", "remote", *GROUND},
    "checks": {"submission", "remote", *GROUND},
    "diagnosis": {"submission", "remote", *GROUND},
    "grading": {"diagnosis", "checks", "submission", "sandbox", *GROUND},
    "mutants": {"errors"},
    "audit": {"mutants", "grading", "sandbox", *GROUND},
    "verification": {"grading", "checks", *GROUND},
    "workspace": GROUND,
    "reports": {"results", "paths", "text", "errors"},
    "cli": {"audit", "verification", "workspace", "reports", "grading", "sandbox", *GROUND},
}
"""Room → the rooms that it may import beside itself. A new room is entered here, and in docs/architecture.md."""

FOREIGN: dict[str, set[str]] = {
    "click": {"cli"},
    "pytest": {"checks", "grading"},
    "numpy": {"protocol", "checks", "diagnosis", "reports"},
    "rich": {"reports", "cli"},
    "jinja2": {"reports", "cli"},
    "landlockpy": {"sandbox"},
    "pyseccomp": {"sandbox"},
    "tensorflow": set(),
    "keras": set(),
    "reference": set(),
    "pickle": set(),
}
"""Library → the only rooms that may import it."""


def imports(tree: ast.AST) -> Iterator[str]:
    """Every name that is imported when the code runs, late imports too; those under TYPE_CHECKING are not."""
    if isinstance(tree, ast.If) and "TYPE_CHECKING" in ast.unparse(tree.test):
        for node in tree.orelse:
            yield from imports(node)
        return
    if isinstance(tree, ast.Import):
        yield from (alias.name for alias in tree.names)
    if isinstance(tree, ast.ImportFrom):
        assert tree.level == 0, f"a relative import: {ast.unparse(tree)}"
        yield from (f"{tree.module}.{alias.name}" for alias in tree.names)
    for child in ast.iter_child_nodes(tree):
        yield from imports(child)


def room_of(path: Path, package: Path) -> str:
    """The room a file belongs to: its folder in grader/, or its name."""
    return path.relative_to(package).with_suffix("").parts[0]


def drawn(package: Path) -> dict[str, set[str]]:
    """Room → every name it imports; `__init__` and `__main__`, the doors, apart."""
    found: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        room = room_of(path, package)
        found.setdefault(room, set()).update(imports(ast.parse(path.read_bytes())))
    return found


@pytest.fixture(scope="module")
def rooms() -> dict[str, set[str]]:
    """What each room of grader/ imports."""
    return drawn(Path(__file__).resolve().parent.parent / "grader")


def own(names: set[str]) -> set[str]:
    """The rooms of ours among imported names."""
    return {name.split(".")[1] for name in names if name.startswith("grader.")} - {"__version__"}


def test_the_rule_itself_has_one_way_down() -> None:
    """The table of rooms holds no circle."""
    order = list(TopologicalSorter(MAY_IMPORT).static_order())

    assert order.index("protocol") < order.index("sandbox") < order.index("submission") < order.index("checks")
    assert order.index("checks") < order.index("grading") < order.index("audit") < order.index("cli")


def test_every_room_is_in_the_rule(rooms: dict[str, set[str]]) -> None:
    """No room is missing from the table, and none in it is gone."""
    assert set(rooms) - {"__init__", "__main__"} == set(MAY_IMPORT)
    assert own(rooms["__init__"]) == set()
    assert own(rooms["__main__"]) == {"cli"}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_what_lies_below_it(rooms: dict[str, set[str]], room: str) -> None:
    """A room imports itself and what the table allows, late imports included."""
    assert own(rooms[room]) - {room} - MAY_IMPORT[room] == set()


@pytest.mark.parametrize("library", FOREIGN)
def test_a_library_stays_in_its_rooms(rooms: dict[str, set[str]], library: str) -> None:
    """Click lives in the command line alone, pytest where checks run; TensorFlow nowhere in grader/."""
    users = {room for room, names in rooms.items() if any(name.split(".")[0] == library for name in names)}

    assert users <= FOREIGN[library]


def test_the_far_side_of_the_sandbox_stands_alone(root: Path) -> None:
    """What runs in the submission's process imports nothing of ours but the protocol."""
    sandbox = root / "grader" / "sandbox"
    allowed = {"zygote": set[str](), "confine": set[str](), "worker": {"protocol"}}

    for name, rooms_allowed in allowed.items():
        names = set(imports(ast.parse((sandbox / f"{name}.py").read_bytes())))
        assert own(names) <= rooms_allowed, name


def test_the_reference_knows_nothing_of_the_grader(root: Path) -> None:
    """`reference` can be read and used alone: it imports nothing of grader/."""
    for path in (root / "reference").rglob("*.py"):
        source = ast.parse(path.read_bytes())
        named = {n.name for node in ast.walk(source) if isinstance(node, ast.Import) for n in node.names}
        named |= {node.module or "" for node in ast.walk(source) if isinstance(node, ast.ImportFrom)}
        assert not {name for name in named if name.split(".")[0] == "grader"}, path


def test_the_numpy_reference_imports_no_tensorflow(root: Path) -> None:
    """The NumPy half of the reference never waits for TensorFlow."""
    for path in (root / "reference" / "numpy_stack").rglob("*.py"):
        words = path.read_text(encoding="utf-8")
        assert "import tensorflow" not in words
        assert "import keras" not in words


def test_exercises_import_the_checks_and_nothing_else(root: Path) -> None:
    """Checks and wrong answers use `grader.checks`; solutions, accepted answers and stubs nothing of ours."""
    for part in ("exercises", "solutions"):
        for path in (root / part).rglob("*.py"):
            names = set(imports(ast.parse(path.read_bytes())))
            mine = {name for name in names if name.split(".")[0] in ("grader", "reference")}
            allowed = path.name in ("checks.py", "misconceptions.py")
            assert all(allowed and name.startswith("grader.checks.") for name in mine), (path, mine)


def test_the_rule_is_drawn(root: Path) -> None:
    """docs/architecture.md names every room."""
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert [room for room in MAY_IMPORT if f"`{room}" not in text] == []


def test_a_breach_would_be_seen() -> None:
    """The reader of imports sees late imports and aliases, and leaves out those for types."""
    source = """
import click
from grader.cli import main as start
def late():
    import numpy.linalg as la
    from grader import audit
if TYPE_CHECKING:
    from grader.grading import Options
else:
    import tensorflow
"""
    assert set(imports(ast.parse(source))) == {"click", "grader.cli.main", "numpy.linalg", "grader.audit", "tensorflow"}
