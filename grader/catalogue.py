"""Manifests → immutable `Exercise` records."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from grader.errors import CatalogueError, UnknownExercise
from grader.paths import course_root
from grader.text import Text

if TYPE_CHECKING:
    import ast

FORMAT_VERSION = 1
Backend = Literal["numpy", "keras"]
Difficulty = Literal["easy", "medium", "hard"]


class Bilingual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of the manifest in both languages."""

    en: str
    zh: str

    @property
    def text(self) -> Text:
        return Text(self.en, self.zh)


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one call, and one submission, may use."""

    call_s: Annotated[float, msgspec.Meta(gt=0)] = 2.0
    memory_mb: Annotated[int, msgspec.Meta(gt=0)] = 512
    submission_s: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    """CPU-bound wall seconds for all calls of a submission together; 0 = ten calls' worth."""

    @property
    def call_wall_s(self) -> float:
        return 3.0 * self.call_s

    @property
    def total_s(self) -> float:
        return self.submission_s or 10.0 * self.call_s


class Remote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What checks may do with objects of the submission that are not plain data."""

    attributes: bool = False
    methods: bool = False
    arithmetic: bool = False
    indexing: bool = False

    @property
    def any(self) -> bool:
        return self.attributes or self.methods or self.arithmetic or self.indexing


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`exercise.toml`, field for field."""

    format_version: int
    functions: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    difficulty: Difficulty
    points: Annotated[float, msgspec.Meta(ge=0, le=1000)]
    backends: Annotated[tuple[Backend, ...], msgspec.Meta(min_length=1)]
    source: tuple[str, ...]
    title: Bilingual
    hints: tuple[Bilingual, ...]
    prerequisites: tuple[str, ...] = ()
    limits: Limits = Limits()
    remote: Remote = Remote()


class Exercise(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One exercise: its manifest and where its files lie."""

    id: str
    topic: str
    manifest: Manifest
    folder: Path
    solution_folder: Path

    @property
    def title(self) -> Text:
        return self.manifest.title.text

    @property
    def stub(self) -> Path:
        return self.folder / "stub.py"

    @property
    def has_hidden_checks(self) -> bool:
        return (self.solution_folder / "checks.py").is_file()

    def statement(self, language: str) -> Path:
        return self.folder / f"statement.{language}.md"

    def solution(self, backend: Backend) -> Path:
        return self.solution_folder / ("solution_keras.py" if backend == "keras" else "solution.py")

    @cached_property
    def signatures(self) -> dict[str, Signature]:
        """The signature of every function of the stub; of a class, its `__init__`'s."""
        import ast

        try:
            tree = ast.parse(self.stub.read_bytes())
        except (OSError, SyntaxError, ValueError) as error:
            raise CatalogueError(f"{self.stub}: cannot be read as Python. Received: {error}") from error
        return dict(_signatures(tree))


class Signature(msgspec.Struct, frozen=True):
    """Parameters in order; those without a default come first."""

    parameters: tuple[str, ...]
    required: int

    def __str__(self) -> str:
        return f"({', '.join(self.parameters)})"


def _signatures(tree: ast.Module) -> Iterator[tuple[str, Signature]]:
    import ast

    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, _signature(node.args, 0)
        elif isinstance(node, ast.ClassDef):
            inits = [f for f in node.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"]
            yield node.name, _signature(inits[0].args, 1) if inits else Signature((), 0)


def _signature(arguments: ast.arguments, skip: int) -> Signature:
    names = tuple(a.arg for a in arguments.args[skip:])
    return Signature(names, len(names) - len(arguments.defaults))


class Catalogue:
    """The exercises of one or more course folders; a later folder's ids must be new."""

    def __init__(self, roots: Sequence[Path] = ()) -> None:
        self._folders: dict[str, tuple[Path, Path]] = {}
        self._loaded: dict[str, Exercise] = {}
        for root in (course_root(), *roots):
            self._scan(root)

    def _scan(self, root: Path) -> None:
        if not (root / "exercises").is_dir():
            raise CatalogueError(f"not a course: it has no folder 'exercises'. Received: {root}")
        for manifest in sorted((root / "exercises").glob("*/*/exercise.toml")):
            name = manifest.parent.name
            if name in self._folders:
                other = self._folders[name][0]
                raise CatalogueError(f"two exercises have the id {name!r}: {other} and {manifest.parent}")
            self._folders[name] = (manifest.parent, root)

    def __iter__(self) -> Iterator[Exercise]:
        return (self[name] for name in self._folders)

    def __len__(self) -> int:
        return len(self._folders)

    def __contains__(self, name: object) -> bool:
        return name in self._folders

    @property
    def ids(self) -> list[str]:
        return list(self._folders)

    def __getitem__(self, name: str) -> Exercise:
        if name not in self._folders:
            import difflib

            near = difflib.get_close_matches(name, self._folders, n=1, cutoff=0.4)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise UnknownExercise(f"no exercise is called {name!r}.{hint} `grade list` shows all of them.")
        if name not in self._loaded:
            self._loaded[name] = load_exercise(*self._folders[name])
        return self._loaded[name]


def load_exercise(folder: Path, root: Path) -> Exercise:
    """The exercise in `folder`, a folder `<root>/exercises/<topic>/<id>`."""
    topic, name = folder.parent.name, folder.name
    return Exercise(
        id=name,
        topic=topic,
        manifest=read_manifest(folder / "exercise.toml"),
        folder=folder,
        solution_folder=root / "solutions" / topic / name,
    )


def read_manifest(path: Path) -> Manifest:
    """The manifest at `path`; `CatalogueError` says what is wrong and where."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        manifest = msgspec.convert(data, Manifest)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogueError(f"{path}: {error}") from error
    if manifest.format_version != FORMAT_VERSION:
        raise CatalogueError(f"{path}: format_version must be {FORMAT_VERSION}. Received: {manifest.format_version}")
    return manifest
