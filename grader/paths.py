"""Where the course lies: at the top of a checkout, or inside the installed package."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).resolve().parent


def course_root() -> Path:
    """The folder that holds `exercises`, `solutions`, `reference` and `templates`."""
    packaged = PACKAGE / "_course"
    return packaged if packaged.is_dir() else PACKAGE.parent


def templates_dir() -> Path:
    """The folder of the Jinja templates."""
    return course_root() / "templates"


def load_reference() -> ModuleType:
    """The package `reference`, loaded from the course wherever it lies."""
    if "reference" in sys.modules:
        return sys.modules["reference"]
    folder = course_root() / "reference"
    spec = spec_from_file_location("reference", folder / "__init__.py", submodule_search_locations=[str(folder)])
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"no reference package. Received: {folder}")
    module = sys.modules["reference"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
