"""Taking answers apart: a check looks at what came before it computes with it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from grader.checks import array, entries, number, require, unpack
from grader.results import Verdict
from tests.sessions import finding_of, make_remote


def test_unpack_gives_the_parts() -> None:
    """A tuple or a list of as many parts as names is taken apart."""
    assert unpack((1, 2), "a", "b") == [1, 2]
    assert unpack([1], "a") == [1]


@pytest.mark.parametrize(
    "value", [None, 5, "ab", {"a": 1, "b": 2}, np.ones(2), (1,), (1, 2, 3), make_remote()], ids=repr
)
def test_unpack_refuses_anything_else(value: Any) -> None:
    """The message names the parts that are due, and what came."""
    finding = finding_of(unpack, value, "a", "b")

    assert "Expected 2 results (a, b). Received: " in finding.full.en
    assert finding.verdict is (Verdict.WRONG_SHAPE if isinstance(value, tuple) else Verdict.WRONG_VALUE)


def test_entries_gives_the_values() -> None:
    """A dict with exactly the keys is taken apart in the order of the names."""
    assert entries({"b": 2, "a": 1}, "a", "b") == [1, 2]


@pytest.mark.parametrize("value", [None, [1, 2], {"a": 1}, {"a": 1, "b": 2, "c": 3}, {}, make_remote()], ids=repr)
def test_entries_refuses_anything_else(value: Any) -> None:
    """A dict with a key too many or too few, or something else, is a wrong value."""
    finding = finding_of(entries, value, "a", "b")

    assert finding.verdict is Verdict.WRONG_VALUE
    assert "Expected a dict with the keys a, b. Received: " in finding.full.en


@pytest.mark.parametrize("value", [2, 2.0, np.float32(2), np.array(2.0), np.uint8(2)], ids=repr)
def test_number_gives_a_float(value: Any) -> None:
    """Any real number becomes a Python float."""
    got = number(value)

    assert (type(got), got) == (float, 2.0)


NO_NUMBER: dict[str, tuple[Any, Verdict]] = {
    "None": (None, Verdict.WRONG_VALUE),
    "text": ("2.0", Verdict.WRONG_VALUE),
    "list": ([2.0], Verdict.WRONG_VALUE),
    "remote": (make_remote(), Verdict.WRONG_VALUE),
    "array of one": (np.ones(1), Verdict.WRONG_SHAPE),
    "complex": (np.complex128(2), Verdict.WRONG_VALUE),
    "NaN": (math.nan, Verdict.NOT_FINITE),
    "huge": (10**400, Verdict.NOT_FINITE),
}


@pytest.mark.parametrize(("value", "expected"), NO_NUMBER.values(), ids=NO_NUMBER.keys())
def test_number_refuses_anything_else(value: Any, expected: Verdict) -> None:
    """What is not one finite real number is found out before the check computes with it."""
    assert expected is finding_of(number, value).verdict


@pytest.mark.parametrize("value", [np.ones((2, 3)), [[1, 1, 1], [1, 1, 1]], ((1.0, 1, 1), (1, 1, True))], ids=repr)
def test_array_gives_an_array(value: Any) -> None:
    """Nested lists of numbers become an array."""
    assert np.array_equal(array(value, shape=(2, 3)), np.ones((2, 3)))


NO_ARRAYS: dict[str, tuple[Any, Verdict]] = {
    "None": (None, Verdict.WRONG_VALUE),
    "text": ("ab", Verdict.WRONG_VALUE),
    "ragged": ([[1.0], [1.0, 2.0]], Verdict.WRONG_VALUE),
    "letters": (["a", "b"], Verdict.WRONG_VALUE),
    "a dict in a list": ([{}], Verdict.WRONG_VALUE),
    "a remote object in a list": ([make_remote()], Verdict.WRONG_VALUE),
    "remote": (make_remote(), Verdict.WRONG_VALUE),
    "complex": (np.ones(2, complex), Verdict.WRONG_VALUE),
    "NaN in a list": ([1.0, math.nan], Verdict.NOT_FINITE),
    "huge": ([10**400], Verdict.WRONG_VALUE),
    "infinity": (np.array([math.inf]), Verdict.NOT_FINITE),
}
NO_NUMBERS: dict[str, Any] = {
    "digits": ["1", "2"],
    "a hole": [None, 1.0],
    "complex in a list": [np.complex128(1 + 2j)],
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [*NO_ARRAYS.values(), *((value, Verdict.WRONG_VALUE) for value in NO_NUMBERS.values())],
    ids=[*NO_ARRAYS, *NO_NUMBERS],
)
def test_array_refuses_anything_else(value: Any, expected: Verdict) -> None:
    """What is not an array of finite real numbers is found out before the check computes with it."""
    assert expected is finding_of(array, value).verdict


def test_array_has_the_shape_that_is_due() -> None:
    """A shape that is asked for must be there."""
    assert finding_of(array, np.ones((3, 2)), shape=(2, 3)).verdict is Verdict.WRONG_SHAPE


def test_require_holds_a_property() -> None:
    """A property that does not hold says its own text in full, and a general one in brief."""
    require(True, en="no", zh="否")

    finding = finding_of(require, 0, en="Expected 7. Received: 8.", zh="应为 7。收到的是 8。")
    assert finding.verdict is Verdict.WRONG_VALUE
    assert finding.full == ("Expected 7. Received: 8.", "应为 7。收到的是 8。")
    assert "7" not in finding.brief.en + finding.brief.zh
