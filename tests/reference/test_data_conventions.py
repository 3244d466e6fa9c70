"""The conventions of every array function of data, images, simple models and applications."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import (
    data,
    factorisation,
    image,
    linear_regression,
    logistic_regression,
    parallel,
    privacy,
    skipgram,
    softmax_regression,
    spectrogram,
    splits,
    text,
    trust,
)

Call = tuple[Callable[..., Any], list[tuple[int, ...]], tuple[Any, ...]]
FLOAT: dict[str, Call] = {
    "standardise": (data.standardise, [(5, 3), (2, 3)], ()),
    "resize_bilinear": (image.resize_bilinear, [(4, 5, 3)], (7, 2)),
    "tf_idf": (text.tf_idf, [(4, 3)], ()),
    "skipgram": (lambda *v: tuple(skipgram.negative_sampling_loss(*v)[1].values()), [(4,), (4,), (3, 4)], ()),
    "fgsm": (trust.fgsm, [(3, 2), (3, 2)], (np.float64(0.1),)),
    "saliency": (lambda x: trust.saliency(lambda p: p * 2.0, x), [(3, 2)], ()),
    "integrated_gradients": (
        lambda x, x0: trust.integrated_gradients(lambda p: p**2, x, x0, 5),
        [(3, 2), (3, 2)],
        (),
    ),
    "private_gradient": (lambda g, e: privacy.private_gradient(g, np.float64(1), np.float64(2), e), [(4, 3), (3,)], ()),
    "all_reduce_mean": (lambda a, b: parallel.all_reduce_mean([a, b], [1, 2]), [(3, 2), (3, 2)], ()),
    "mf_step": (factorisation.mf_step, [(3, 2), (4, 2)], (1, 2, np.float64(3), np.float64(0.1), np.float64(0.2))),
    "spectrogram": (spectrogram.spectrogram, [(20,)], (6, 4)),
    "fit_linear": (lambda x, y: linear_regression.fit_linear(x, y, np.float64(0.01), 2)[0], [(5, 3), (5,)], ()),
    "solve_linear": (lambda x, y: linear_regression.solve_linear(x, y, np.float64(0.1))[0], [(5, 3), (5,)], ()),
    "fit_logistic": (lambda x: logistic_regression.fit_logistic(x, [0, 1, 1], np.float64(0.1), 2)[0], [(3, 2)], ()),
    "predict_proba": (logistic_regression.predict_proba, [(3, 2), (2,)], (np.float64(0.1),)),
    "fit_softmax": (softmax_regression.fit_softmax, [(3, 2)], ([0, 1, 3], 4, np.float64(0.1), 2)),
}
KEPT: dict[str, Call] = {
    "horizontal_flip": (image.horizontal_flip, [(2, 3, 4, 1)], ()),
    "random_crop": (image.random_crop, [(2, 3, 4, 1)], (1, 1, 2, 2)),
    "pad_reflect": (image.pad_reflect, [(2, 3, 4, 1)], (1,)),
    "train_test_split": (splits.train_test_split, [(4, 3), (4,)], (0.5, [2, 0, 3, 1])),
    "minibatches": (lambda *a: splits.minibatches(*a)[0], [(4, 3), (4,)], (3, [2, 0, 3, 1])),
}
OTHER: dict[str, Call] = {
    "box_blur": (image.box_blur, [(4, 5)], (3,)),
    "sobel": (image.sobel, [(4, 5)], ()),
}
ALL = {**FLOAT, **KEPT, **OTHER}


def _arguments(name: str, dtype: str) -> list[Any]:
    rng = np.random.default_rng(11)
    return [rng.integers(0, 5, size=shape).astype(dtype) for shape in ALL[name][1]]


def _results(name: str, arrays: list[Any]) -> tuple[Any, ...]:
    function, _, options = ALL[name]
    result = function(*arrays, *options)
    return result if isinstance(result, tuple) else (result,)


@pytest.mark.parametrize("name", FLOAT)
@pytest.mark.parametrize(
    ("given", "computed"),
    [
        ("float64", "float64"),
        ("float32", "float32"),
        ("float16", "float16"),
        ("int64", "float64"),
        ("uint8", "float64"),
    ],
)
def test_dtype(name: str, given: str, computed: str) -> None:
    """A float dtype is kept, whatever the dtype of the constants; integers compute in float64."""
    assert {computed} == {str(part.dtype) for part in _results(name, _arguments(name, given))}


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("dtype", ["float64", "float32", "uint8", "bool"])
def test_what_only_moves_keeps_any_dtype(name: str, dtype: str) -> None:
    """Functions that only pick and copy keep every dtype."""
    assert {dtype} == {str(part.dtype) for part in _results(name, _arguments(name, dtype))}


@pytest.mark.parametrize("name", ALL)
def test_arguments_are_left_alone(name: str) -> None:
    """No argument is changed, and writing into a result changes none either."""
    arrays = _arguments(name, "float64")
    before = [array.copy() for array in arrays]
    for part in _results(name, arrays):
        part[...] = -99.0

    for array, copy in zip(arrays, before):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("name", ALL)
def test_lists_strides_and_read_only_arrays(name: str) -> None:
    """Lists, arrays in any memory order and arrays that cannot be written give what others give."""
    arrays = _arguments(name, "float64")
    expected = _results(name, arrays)
    wide = [np.repeat(array, 2, axis=-1)[..., ::2] for array in arrays]
    frozen = [array.copy() for array in arrays]
    for array in frozen:
        array.flags.writeable = False

    for other in ([a.tolist() for a in arrays], [np.asfortranarray(a) for a in arrays], wide, frozen):
        for ours, theirs in zip(_results(name, other), expected):
            np.testing.assert_allclose(ours, theirs, 1e-12, 1e-14)
