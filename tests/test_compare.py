"""Comparing: type, then shape, then dtype, then NaN and infinity, then values; rounding passes, mistakes do not."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from grader.checks import close
from grader.checks.compare import Setting, setting
from grader.checks.tolerance import LEAST, TABLE, row
from grader.messages import Finding
from grader.results import Verdict
from tests.sessions import finding_of, make_remote

MATRIX = np.array([[1.0, -2.0, 3.0], [4.0, 5.5, -6.0]])


def differs(actual: Any, expected: Any, **keywords: Any) -> Finding:
    """The finding of `close`, which must fail."""
    return finding_of(close, actual, expected, **keywords)


@contextmanager
def submission_of(backend: str, device: str = "cpu") -> Iterator[None]:
    """Compare as for a submission of this backend on this device."""
    token = setting.set(Setting(backend, device))
    try:
        yield
    finally:
        setting.reset(token)


# --- type -----------------------------------------------------------------------------------------

NO_ARRAY: dict[str, Any] = {
    "None": None,
    "str": "1.0",
    "list": [[1.0, -2.0, 3.0], [4.0, 5.5, -6.0]],
    "tuple": (1.0, 2.0),
    "dict": {"loss": 1.0},
    "remote": make_remote(),
}


@pytest.mark.parametrize("actual", NO_ARRAY.values(), ids=NO_ARRAY.keys())
@pytest.mark.parametrize("expected", [MATRIX, 1.0], ids=["array", "scalar"])
def test_only_numbers_and_arrays_are_compared(actual: Any, expected: Any) -> None:
    """None, text, lists, dicts and remote objects are a wrong value where a number or array is due."""
    assert differs(actual, expected).verdict is Verdict.WRONG_VALUE


def test_a_wrong_type_is_told_with_its_remedy() -> None:
    """None asks for a `return`, a list for `np.array`."""
    assert "Is a `return` missing?" in differs(None, 1.0).full.en
    assert "Received: list (2). Convert it with `np.array(…)`." in differs([1, 2], np.ones(2)).full.en
    assert "np.array" not in differs([1, 2], 1.0).full.en


def test_a_plain_number_is_no_array() -> None:
    """A number where an array is due is a wrong shape: nothing is broadcast."""
    assert differs(1.0, np.ones(3)).verdict is Verdict.WRONG_SHAPE


# --- scalars --------------------------------------------------------------------------------------

SCALARS: list[Any] = [2.0, 2, np.float64(2), np.float32(2), np.float16(2), np.int64(2), np.array(2.0), np.array(2)]


@pytest.mark.parametrize("actual", SCALARS, ids=repr)
@pytest.mark.parametrize("expected", [2.0, np.float32(2), np.array(2.0), 2, np.int32(2)], ids=repr)
def test_a_scalar_may_be_any_kind_of_number(actual: Any, expected: Any) -> None:
    """A float, an int, a NumPy scalar or a 0-d array of any dtype is a scalar."""
    close(actual, expected)


@pytest.mark.parametrize("shape", [(1,), (1, 1), (2, 1)])
def test_an_array_that_holds_one_number_is_no_scalar(shape: tuple[int, ...]) -> None:
    """Shape (1,) is wrong where a number is due."""
    finding = differs(np.full(shape, 2.0), 2.0)

    assert finding.verdict is Verdict.WRONG_SHAPE
    assert "One number is asked for" in finding.full.en


def test_a_complex_scalar_is_not_a_real_one() -> None:
    """A complex number is a wrong dtype where a real one is due."""
    assert differs(np.complex128(2), 2.0).verdict is Verdict.WRONG_DTYPE


# --- shape ----------------------------------------------------------------------------------------

SHAPES = {
    "transposed": ((3, 2), (2, 3), "It is transposed."),
    "an axis too many": ((4, 1), (4,), "An axis of length 1 is left over"),
    "an axis too few": ((4,), (1, 4), "An axis of length 1 is left over"),
    "not summed over the batch": ((5, 3, 2), (3, 2), "The sum over the batch axis is missing."),
    "not averaged": ((4,), (), "was the sum or mean over all axes left out?"),
    "unrelated": ((4, 7), (2, 3), ""),
}


@pytest.mark.parametrize(("got", "wanted", "hint"), SHAPES.values(), ids=SHAPES.keys())
def test_a_wrong_shape_is_told_with_its_likely_cause(got: tuple[int, ...], wanted: tuple[int, ...], hint: str) -> None:
    """Both shapes are named, and the mistake that usually leads from one to the other."""
    finding = differs(np.ones(got), np.ones(wanted), what="dW")

    assert finding.verdict is Verdict.WRONG_SHAPE
    assert f"Expected shape {wanted} for dW. Received: shape {got}." in finding.full.en
    assert hint in finding.full.en
    assert hint or finding.full.en.endswith("(4, 7).")


def test_a_broadcast_column_is_told() -> None:
    """(n, n) where (n,) is due comes from (n,) beside (n, 1)."""
    assert "were broadcast to (n, n)" in differs(np.ones((4, 4)), np.ones(4)).full.en


def test_no_message_begins_with_a_space() -> None:
    """A message is a sentence, in both languages."""
    for finding in (differs(None, 1.0, what="dW"), differs(np.ones(2), np.ones(3), what="dW")):
        assert all(text == text.strip() for text in finding.full)


def test_empty_arrays_have_shapes_too() -> None:
    """Arrays without elements are equal if their shapes are."""
    close(np.ones((0, 3)), np.ones((0, 3)))

    assert differs(np.ones((3, 0)), np.ones((0, 3))).verdict is Verdict.WRONG_SHAPE


# --- dtype ----------------------------------------------------------------------------------------

DTYPES = {
    ("float32", "float64"): False,
    ("float64", "float32"): False,
    ("float16", "float32"): False,
    ("int64", "float64"): False,
    ("bool", "float64"): False,
    ("complex128", "float64"): False,
    ("complex64", "complex128"): False,
    ("float64", "complex128"): False,
    ("int32", "int64"): True,
    ("uint8", "int64"): True,
    ("float64", "int64"): False,
    ("bool", "int64"): False,
    ("int64", "bool"): False,
    ("bool", "bool"): True,
    ("float32", "float32"): True,
}


@pytest.mark.parametrize(("pair", "right"), DTYPES.items(), ids=[f"{a} for {b}" for a, b in DTYPES])
def test_an_array_has_the_dtype_that_is_due(pair: tuple[str, str], right: bool) -> None:
    """Floats keep their dtype; integers may be any integer; nothing becomes bool, complex or float by itself."""
    got, wanted = np.ones(3, pair[0]), np.ones(3, pair[1])

    if right:
        close(got, wanted)
    else:
        assert differs(got, wanted).verdict is Verdict.WRONG_DTYPE


def test_float32_for_float64_is_accepted_from_keras_alone() -> None:
    """Keras computes in float32 by default: there, and only there, a float32 result is no mistake."""
    got = np.float32(MATRIX)

    with submission_of("keras"):
        close(got, MATRIX)
        assert differs(MATRIX, got).verdict is Verdict.WRONG_DTYPE
    with submission_of("numpy"):
        assert differs(got, MATRIX).verdict is Verdict.WRONG_DTYPE


# --- NaN and infinity -----------------------------------------------------------------------------


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_nan_and_infinity_never_pass(value: float) -> None:
    """NaN or infinity where a number is due is not finite, in arrays and scalars."""
    holed = MATRIX.copy()
    holed[1, 2] = value

    assert differs(holed, MATRIX).verdict is Verdict.NOT_FINITE
    assert differs(value, 1.0).verdict is Verdict.NOT_FINITE
    assert differs(np.float32(value), 0.0).verdict is Verdict.NOT_FINITE


def test_nan_and_infinity_are_counted_and_named() -> None:
    """The message says what is in the answer, and in how many of its elements."""
    assert "dW holds NaN (2 of 3 elements)" in differs(np.array([math.nan, 1, math.nan]), np.ones(3), what="dW").full.en
    assert "the result holds inf (1 of 3 elements)" in differs(np.array([1, -math.inf, 1]), np.ones(3)).full.en


def test_nan_and_infinity_pass_where_they_are_expected() -> None:
    """An expected NaN or infinity must be there, with its sign; a number in its place is a wrong value."""
    wanted = np.array([math.nan, math.inf, -math.inf, 1.0])

    close(wanted.copy(), wanted)
    assert differs(np.array([0.0, math.inf, -math.inf, 1.0]), wanted).verdict is Verdict.WRONG_VALUE
    assert differs(np.array([math.nan, 1e300, -math.inf, 1.0]), wanted).verdict is Verdict.WRONG_VALUE
    assert differs(np.array([math.nan, -math.inf, -math.inf, 1.0]), wanted).verdict is Verdict.NOT_FINITE


def test_a_number_for_nan_is_shown_where_it_is() -> None:
    """The element that is shown is one that is wrong."""
    assert "at [1]" in differs(np.array([1.0, 2.0]), np.array([1.0, math.nan])).full.en


@pytest.mark.parametrize("got", [math.nan, math.inf, 1e300])
def test_nothing_strange_is_an_integer(got: float) -> None:
    """NaN and infinity are wrong where an integer is due, and no error of ours."""
    assert differs(got, 3).verdict is Verdict.WRONG_VALUE


# --- values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_a_relative_error_of_1e_4_is_caught(dtype: str) -> None:
    """A mistake of 1e-4 relative is caught in every element, in float64 and in float32."""
    wanted = MATRIX.astype(dtype)
    for index in np.ndindex(wanted.shape):
        got = wanted.copy()
        got[index] *= 1 + 1e-4
        assert differs(got, wanted).verdict is Verdict.WRONG_VALUE


@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_rounding_passes(dtype: str) -> None:
    """Another order of summation passes: a few units in the last place of the dtype."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(40, 1000)).astype(dtype)
    wanted = x.sum(axis=1, dtype="float64").astype(dtype)

    close(x.reshape(40, 8, 125).sum(axis=1, dtype=dtype).sum(axis=1, dtype=dtype), wanted)


def test_rounding_of_sums_that_cancel_passes() -> None:
    """A small result beside large ones may carry the rounding of the large ones."""
    wanted = np.array([1e6, 0.0])

    close(wanted + np.array([0.0, 1e-9]), wanted)
    assert differs(wanted + np.array([0.0, 1e-1]), wanted).verdict is Verdict.WRONG_VALUE


@pytest.mark.parametrize("scale", [1e-300, 1e-9, 1.0, 1e12, 1e300])
def test_the_tolerance_follows_the_expected_value(scale: float) -> None:
    """One percent off is wrong at every magnitude."""
    wanted = np.array([1.0, -2.0]) * scale

    close(wanted.copy(), wanted)
    if scale > 1e-11:
        assert differs(wanted * 1.01, wanted).verdict is Verdict.WRONG_VALUE


def test_the_tolerance_is_never_scaled_by_the_answer() -> None:
    """A huge answer buys no room: neither for its own element, nor for the others."""
    text = differs(np.array([1e30, 1.5, 1.0]), np.ones(3)).full.en

    assert "in 2 of 3 elements" in text
    assert "tolerance 1e-06" in text


def test_a_keras_scalar_has_the_tolerance_of_float32() -> None:
    """A scalar of a Keras submission was a float32 before it became a Python float."""
    got = float(np.float32(0.1)) * (1 + 5e-6)

    assert differs(got, 0.1).verdict is Verdict.WRONG_VALUE
    with submission_of("keras"):
        close(got, 0.1)
        assert differs(0.1 * (1 + 1e-4), 0.1).verdict is Verdict.WRONG_VALUE


def test_a_gpu_has_a_tolerance_of_its_own() -> None:
    """TF32 multiplies with ten bits: on a GPU float32 is coarser."""
    got = np.float32(MATRIX * (1 + 5e-4))

    with submission_of("keras", "gpu"):
        close(got, MATRIX)
        assert differs(np.float32(MATRIX * 1.01), MATRIX).verdict is Verdict.WRONG_VALUE
    with submission_of("keras", "cpu"):
        assert differs(got, MATRIX).verdict is Verdict.WRONG_VALUE


def test_finer_dtypes_have_tighter_tolerances() -> None:
    """The rows of the table stand in order, and none would let a mistake of 1e-2 pass."""
    rows = [TABLE[precision] for precision in ("float64", "float32", "tf32", "float16")]

    assert rows == sorted(rows)
    assert all(each.relative < 1e-2 for each in rows)
    assert TABLE["float32"].relative < 1e-4


def test_a_row_follows_from_a_measurement() -> None:
    """Margin times disagreement, four fifths of each element and one fifth of the largest, rounded up; never below
    what every right style of writing needs."""
    assert row("float32", 1e-6)[:2] == (2e-5, 5e-6)
    assert row("float32", 1.01e-6)[:2] == (3e-5, 6e-6)
    assert row("float16", 4e-3)[:2] == (4e-3, 1e-3)
    assert row("float64", 1e-15) == LEAST


def test_a_check_may_set_its_own_tolerance() -> None:
    """`rtol` and `atol` replace the table's; an `atol` is absolute."""
    close(np.array([100.0, 1.0]), np.array([101.0, 1.0]), rtol=0.02)
    close(np.array([100.4]), np.array([100.0]), atol=0.5)

    assert differs(np.array([100.6]), np.array([100.0]), atol=0.5).verdict is Verdict.WRONG_VALUE


INTEGERS = [
    (2**63 - 1, 2**63 - 2),
    (-(2**63), 0),
    (-(2**63), 2**63 - 1),
    (2**53 + 1, 2**53),
    (255, -1),
]


@pytest.mark.parametrize(("got", "wanted"), INTEGERS)
def test_integers_are_compared_exactly(got: int, wanted: int) -> None:
    """Integers are equal or not: no rounding, no wrapping, also at the ends of int64."""
    close(np.array([got]), np.array([got]))
    close(got, got)

    assert differs(np.array([got]), np.array([wanted])).verdict is Verdict.WRONG_VALUE
    assert differs(got, wanted).verdict is Verdict.WRONG_VALUE


def test_unsigned_and_signed_integers_are_compared_by_value() -> None:
    """uint64 beside int64 does not go through float64."""
    assert differs(np.array([2**63 + 1], np.uint64), np.array([-(2**63) + 1])).verdict is Verdict.WRONG_VALUE


def test_an_integer_beyond_64_bits_is_a_wrong_value() -> None:
    """A Python integer of any size is compared, and is no error of ours."""
    assert differs(10**400, 3).verdict is Verdict.WRONG_VALUE
    assert differs(10**400, 3.0).verdict is Verdict.NOT_FINITE


def test_an_integer_that_a_float_can_hold_is_that_float() -> None:
    """10**25 is 1e25."""
    close(10**25, 1e25)


# --- messages -------------------------------------------------------------------------------------


def test_the_first_thing_that_is_off_is_told() -> None:
    """Type, shape, dtype, NaN, value: the later ones follow from the first."""
    wanted = np.ones((2, 3))
    bad: Any = np.full((3, 2), np.nan, np.float32)

    assert [Verdict.WRONG_VALUE, *ORDER] == [
        differs(bad.tolist(), wanted).verdict,
        differs(bad, wanted).verdict,
        differs(bad.T, wanted).verdict,
        differs(bad.T.astype(float), wanted).verdict,
        differs(2 * wanted, wanted).verdict,
    ]


ORDER = [Verdict.WRONG_SHAPE, Verdict.WRONG_DTYPE, Verdict.NOT_FINITE, Verdict.WRONG_VALUE]


def test_a_wrong_value_says_how_many_where_and_by_how_much() -> None:
    """The worst element is shown with its index, both values, both errors and the tolerance."""
    got = MATRIX.copy()
    got[0, 1], got[1, 0] = -2.5, 3.0

    assert differs(got, MATRIX, what="dW").full.en == (
        "dW differs from the reference in 2 of 6 elements. Expected 4 at [1, 0]. Received: 3 "
        "(error 1, 0.25 relative; tolerance 4.1e-06)."
    )


def test_a_wrong_scalar_has_no_index() -> None:
    """A scalar is told without counting elements."""
    text = differs(1.5, 3.0).full.en

    assert text.startswith("the result differs from the reference. Expected 3. Received: 1.5 (error 1.5, 0.5 relative;")


def test_the_brief_text_has_no_values() -> None:
    """What a hidden check says names neither the expected nor the received value."""
    finding = differs(np.array([7.25, 1.0]), np.array([3.125, 1.0]))

    for text in finding.brief:
        assert not any(value in text for value in ("7.25", "3.125", "4.125"))


def test_both_languages_say_the_same() -> None:
    """Every message has its numbers in both languages."""
    finding = differs(np.array([7.25, 1.0]), np.array([3.125, 1.0]), what="dW")

    for text in finding.full:
        assert all(part in text for part in ("7.25", "3.125", "[0]", "dW"))


def test_arrays_that_differ_can_be_drawn() -> None:
    """A wrong array carries both arrays for the reports; a wrong scalar has nothing to draw."""
    finding = differs(2 * MATRIX, MATRIX, what="dW")

    assert finding.comparison is not None and finding.comparison.what == "dW"
    assert np.array_equal(finding.comparison.expected, MATRIX)
    assert differs(1.0, 2.0).comparison is None
