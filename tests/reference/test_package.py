"""The package itself: what importing it costs, and where it may be loaded from."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import reference

ROOT = Path(reference.__file__).parent
STACKS = ["numpy_stack", "keras_stack"]
PACKAGES = [*STACKS, "experiments"]
GROUND = {  # files that the modules share; nobody imports them from outside
    "numpy_stack": {"arrays", "limits", "samples", "windows"},
    "keras_stack": {"tensors"},
    "experiments": {"classification", "digits_data", "generative", "quality"},
}
NUMPY_ONLY = {  # modules whose work neither Keras nor TensorFlow has, or does by itself
    "autodiff",
    "callbacks",
    "environments",
    "exploration",
    "gradcheck",
    "layers",
    "models",
    "q_learning",
    "splits",
    "text",
    "updates",
    "value_iteration",
}


def _run(code: str, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60)

    assert done.returncode == 0, done.stderr


def test_importing_costs_nothing() -> None:
    """The packages import no NumPy; the NumPy stack never TensorFlow, and an experiment only when it is run."""
    _run(
        "import sys, reference.numpy_stack, reference.keras_stack, reference.experiments\n"
        "assert 'numpy' not in sys.modules\n"
        "for package in (reference.numpy_stack, reference.experiments):\n"
        "    for name in package.__all__: getattr(package, name)\n"
        "assert 'numpy' in sys.modules\n"
        "assert not {'tensorflow', 'keras', 'grader'} & set(sys.modules)\n",
        ROOT.parent,
    )


def test_it_loads_from_any_path(tmp_path: Path) -> None:
    """The package works under another name, loaded from its file."""
    _run(
        "import sys\n"
        "from importlib.util import module_from_spec, spec_from_file_location\n"
        f"root = {str(ROOT)!r}\n"
        "spec = spec_from_file_location('course', root + '/__init__.py', submodule_search_locations=[root])\n"
        "sys.modules['course'] = module = module_from_spec(spec)\n"
        "spec.loader.exec_module(module)\n"
        "assert module.numpy_stack.losses.mse([1.0], [3.0]) == 4.0\n"
        "assert 'reference' not in sys.modules\n",
        tmp_path,
    )


def test_it_stands_alone() -> None:
    """No file imports the grader, and all imports of its own are relative."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            absolute = isinstance(node, ast.ImportFrom) and node.level == 0
            names = [node.module or ""] if absolute and isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not {name.split(".")[0] for name in names} & {"grader", "reference"}, path


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_is_named(package: str) -> None:
    """`__all__` names every module but the shared ground, and each name has its file."""
    names = import_module(f"reference.{package}").__all__
    files = {path.stem for path in (ROOT / package).glob("*.py")}

    assert sorted(names) == names
    assert files - set(names) == {"__init__", *GROUND[package]}


@pytest.mark.parametrize(
    ("package", "module"), [*((stack, "losses") for stack in STACKS), ("experiments", "digits_cnn")]
)
def test_an_unknown_module_is_named(package: str, module: str) -> None:
    """A module that does not exist is an AttributeError that says which ones do."""
    with pytest.raises(AttributeError, match=rf"{module}.*Received: cooking"):
        _ = import_module(f"reference.{package}").cooking


def test_the_keras_stack_mirrors_the_numpy_stack() -> None:
    """Every Keras module has a NumPy module of its name."""
    numpy_names, keras_names = (set(import_module(f"reference.{stack}").__all__) for stack in STACKS)

    assert numpy_names - keras_names == NUMPY_ONLY
    assert not keras_names - numpy_names
