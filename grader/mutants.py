"""Small changes to a right answer, each of which the checks of its exercise must notice.

A mutant differs from the solution in one place: an operator, a constant, a comparison, an axis, swapped or dropped
arguments, a dropped term, a dtype, a missing copy, letters of an einsum. One that gets full marks shows what the checks
do not hold, unless it computes the same: those are listed, with the reason, in `equivalent.toml` beside the solution.
"""

from __future__ import annotations

import ast
import copy
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from grader.errors import CatalogueError

EQUIVALENT = "equivalent.toml"
_ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
}
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_NAMES = {
    "mean": "sum", "sum": "mean", "max": "min", "min": "max", "maximum": "minimum", "minimum": "maximum",
    "argmax": "argmin", "argmin": "argmax", "zeros": "ones", "ones": "zeros", "zeros_like": "ones_like",
    "ones_like": "zeros_like", "floor": "ceil", "ceil": "floor", "sin": "cos", "cos": "sin", "tril": "triu",
    "triu": "tril", "any": "all", "all": "any", "log1p": "log", "expm1": "exp", "float64": "float32",
    "Conv2DTranspose": "Conv2D", "MaxPooling2D": "AveragePooling2D", "LSTM": "SimpleRNN", "sigmoid": "tanh",
    "relu": "tanh", "tanh": "sigmoid", "vstack": "hstack", "hstack": "vstack", "ljust": "rjust", "append": "remove",
}  # fmt: skip
_WORDS = {
    "same": "valid", "valid": "same", "relu": "tanh", "tanh": "sigmoid", "sigmoid": "tanh", "softmax": "sigmoid",
    "constant": "edge", "edge": "constant", "reflect": "edge", "float64": "float32", "left": "right", "right": "left",
    "binary_crossentropy": "mse", "sparse_categorical_crossentropy": "mse", "categorical_crossentropy": "mse",
}  # fmt: skip
_SYMMETRIC = {"max", "min", "maximum", "minimum", "result_type", "promote_types", "logaddexp", "hypot", "isclose"}
_TERMS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
_UNSEEN = (ast.Raise, ast.Import, ast.ImportFrom, ast.Assert)


class Mutant(NamedTuple):
    """A changed solution; `label` names the change: "function: line before => line after"."""

    label: str
    line: int
    source: bytes


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a solution, in the order of its lines; two changes that give the same code count once."""
    tree = ast.parse(source)
    places = list(_places(tree, None, ""))
    seen = {ast.unparse(tree)}
    for number, (node, statement, function) in enumerate(places):
        for change in _alternatives(node):
            changed, new_statement = _changed(tree, number, change)
            code = ast.unparse(changed)
            if code not in seen:
                seen.add(code)
                label = f"{function}: {_first_line(statement)} => {_first_line(new_statement)}"
                yield Mutant(label, getattr(statement, "lineno", 1), code.encode())


class Equivalent(NamedTuple):
    """A mutant that computes the same as the solution, and why."""

    mutant: str
    reason: str


def equivalents(folder: Path) -> list[Equivalent]:
    """The reviewed list of an exercise's solution folder; empty without a file.

    Raises `CatalogueError` where an entry lacks its mutant or its reason.
    """
    path = folder / EQUIVALENT
    if not path.is_file():
        return []
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("equivalent", [])
        return [Equivalent(entry["mutant"], entry["reason"]) for entry in entries]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise CatalogueError(f"{path}: each [[equivalent]] has a mutant and a reason. Received: {error}") from error


# --- places ---------------------------------------------------------------------------------------

_Place = tuple[ast.AST, ast.stmt | None, str]


def _places(node: ast.AST, statement: ast.stmt | None, function: str) -> Iterator[_Place]:
    """Every node that may change, with the statement and the function it lies in, always in the same order."""
    if isinstance(node, _UNSEEN) or _is_docstring(node) or _only_refuses(node):
        return
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        function = f"{function}.{node.name}".lstrip(".")
    statement = node if isinstance(node, ast.stmt) else statement
    yield node, statement, function
    hidden = ("annotation", "returns", "decorator_list", "bases", "format_spec")
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in hidden:
                yield from _places(child, statement, function)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _only_refuses(node: ast.AST) -> bool:
    """`if …: raise …`: what a solution refuses is not part of the contract."""
    return isinstance(node, ast.If) and all(isinstance(each, ast.Raise) for each in node.body) and not node.orelse


def _changed(tree: ast.Module, number: int, change: ast.AST) -> tuple[ast.Module, ast.AST]:
    """A copy of the tree with the node at a place replaced, and the statement around it."""
    changed = copy.deepcopy(tree)
    target, statement, _ = list(_places(changed, None, ""))[number]
    new = ast.fix_missing_locations(ast.copy_location(change, target))
    for parent in ast.walk(changed):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, new)
            elif isinstance(value, list):
                value[:] = [new if each is target else each for each in value]
    return changed, new if statement is target else statement or new


def _first_line(node: ast.AST | None) -> str:
    return ast.unparse(node).splitlines()[0] if node else ""


# --- changes --------------------------------------------------------------------------------------


def _alternatives(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in a node's place."""
    maker = _CHANGES.get(type(node))
    if maker:
        yield from maker(node)


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    for operator in _ARITHMETIC.get(type(node.op), ()):
        yield ast.BinOp(node.left, operator(), node.right)
    if isinstance(node.op, _TERMS):
        yield node.left
    if isinstance(node.op, (ast.Add, ast.Mult)):
        yield node.right
    if isinstance(node.op, ast.Sub):
        yield ast.UnaryOp(ast.USub(), node.right)
        yield ast.BinOp(node.right, node.op, node.left)


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for position, operator in enumerate(node.ops):
        for other in _COMPARISONS.get(type(operator), ()):
            yield ast.Compare(node.left, [*node.ops[:position], other(), *node.ops[position + 1 :]], node.comparators)


def _boolean(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, float):
        yield ast.Constant(value * 10 if abs(value) < 0.01 else value + 1)
    elif isinstance(value, str):
        yield from (ast.Constant(word) for word in _other_words(value))


def _other_words(word: str) -> Iterator[str]:
    if word in _WORDS:
        yield _WORDS[word]
    if "->" in word:  # an einsum: the first two letters of the result, and of each factor, change places
        factors, result = word.split("->")
        parts = [*factors.split(","), result]
        for position, part in enumerate(parts):
            swapped = part[1::-1] + part[2:] if len(part) > 1 else part
            changed = [*parts[:position], swapped, *parts[position + 1 :]]
            yield ",".join(changed[:-1]) + "->" + changed[-1]


def _call(node: ast.Call) -> Iterator[ast.AST]:
    if len(node.args) > 1:
        if _name(node.func) not in _SYMMETRIC:
            yield ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
        yield ast.Call(node.func, node.args[:-1], node.keywords)
    for position in range(len(node.keywords)):
        yield ast.Call(node.func, node.args, node.keywords[:position] + node.keywords[position + 1 :])
    if isinstance(node.func, ast.Attribute) and not node.args:  # x.copy(), x.mean(axis=0): x
        yield node.func.value
    elif len(node.args) >= 1 and not isinstance(node.args[0], ast.Starred):  # np.abs(x): x
        yield node.args[0]


def _name(function: ast.expr) -> str:
    """The last part of a function's name, "" where it has none."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _keyword(node: ast.keyword) -> Iterator[ast.AST]:
    if node.arg == "axis" and isinstance(node.value, (ast.Constant, ast.UnaryOp)):
        yield ast.keyword("axis", ast.Constant(None))
    if node.arg in ("activation", "use_bias") and isinstance(node.value, ast.Constant):
        yield ast.keyword(node.arg, ast.Constant(None if node.arg == "activation" else False))


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr == "T":
        yield node.value
    if node.attr in _NAMES:
        yield ast.Attribute(node.value, _NAMES[node.attr], node.ctx)


def _subscript(node: ast.Subscript) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load):
        yield node.value


def _if(node: ast.If) -> Iterator[ast.AST]:
    yield from (ast.If(ast.Constant(value), node.body, node.orelse) for value in (True, False))


def _conditional(node: ast.IfExp) -> Iterator[ast.AST]:
    yield from (node.body, node.orelse)


def _tuple(node: ast.Tuple) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield ast.Tuple([node.elts[1], node.elts[0], *node.elts[2:]], node.ctx)


def _augmented(node: ast.AugAssign) -> Iterator[ast.AST]:
    yield from (ast.AugAssign(node.target, other(), node.value) for other in _ARITHMETIC.get(type(node.op), ()))
    yield ast.Assign([node.target], node.value)
    yield ast.Pass()


def _expression(node: ast.Expr) -> Iterator[ast.AST]:
    yield ast.Pass()


def _assignment(node: ast.Assign) -> Iterator[ast.AST]:
    if isinstance(node.targets[0], (ast.Subscript, ast.Attribute)):
        yield ast.Pass()


def _leave(node: ast.AST) -> Iterator[ast.AST]:
    yield ast.Pass()


_CHANGES: dict[type[ast.AST], Callable[[Any], Iterator[ast.AST]]] = {
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: _boolean,
    ast.Constant: _constant,
    ast.Call: _call,
    ast.keyword: _keyword,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.If: _if,
    ast.IfExp: _conditional,
    ast.Tuple: _tuple,
    ast.AugAssign: _augmented,
    ast.Expr: _expression,
    ast.Assign: _assignment,
    ast.Break: _leave,
    ast.Continue: _leave,
}
