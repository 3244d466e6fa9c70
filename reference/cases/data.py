"""Cases of data, metrics, images, simple models and applications; labels are integers, the rest random."""

from __future__ import annotations

import numpy as np

from .drawing import Arguments, Case, Draw, normal


def _labels(n: int, k: int, options: Arguments = ()) -> Draw:
    return lambda rng: (rng.integers(0, k, size=n), *options)


def _two_labels(n: int, k: int, options: Arguments = ()) -> Draw:
    return lambda rng: (*rng.integers(0, k, size=(2, n)), *options)


def _labelled(n: int, d: int, k: int, options: Arguments) -> Draw:
    return lambda rng: (rng.normal(size=(n, d)), rng.integers(0, k, size=n), *options)


def _positions(rng: np.random.Generator) -> Arguments:
    triples = np.stack([rng.integers(0, 5, size=7), rng.integers(0, 4, size=7), rng.normal(size=7)], axis=1)
    return rng.normal(size=(5, 3)), rng.normal(size=(4, 3)), triples


def _workers(rng: np.random.Generator) -> Arguments:
    return list(rng.normal(size=(3, 4, 2))), [5, 1, 2]


def _on_a_plane(n: int, d: int, options: Arguments = ()) -> Draw:
    """Samples whose best weights and bias lie away from 0, where they would be all rounding error."""

    def draw(rng: np.random.Generator) -> Arguments:
        x = rng.normal(size=(n, d))
        return (x, x @ np.arange(1, d + 1) + 3 + 0.1 * rng.normal(size=n), *options)

    return draw


CURVES = [[1.0, 0.5, 0.6, 0.4, 0.45, 0.41, 0.39, 0.2], [3.0, 2.0, 1.0], [1.0, 1.0, 1.0], [2.0]]
DATA: list[Case] = [
    ("data.one_hot", _labels(7, 4, (4,))),
    ("data.one_hot", lambda rng: (rng.integers(0, 3, size=(2, 5)), 3)),
    *(
        ("early_stopping.early_stopping", lambda rng, curve=curve, options=options: (curve, *options))
        for curve in CURVES
        for options in ((1,), (2,), (2, 0.125), (3, 0.01))
    ),
    ("metrics.accuracy", lambda rng: (rng.integers(0, 4, size=9), rng.normal(size=(9, 4)))),
    ("metrics.accuracy", _two_labels(9, 3)),
    ("metrics.confusion_matrix", _two_labels(20, 3, (4,))),
]
IMAGES: list[Case] = [
    ("image.horizontal_flip", normal((2, 3, 4, 5))),
    ("image.random_crop", normal((2, 6, 7, 3), options=(1, 2, 4, 3))),
    ("image.pad_reflect", normal((2, 4, 5, 3), options=(3,))),
    *(
        ("image.resize_bilinear", normal(shape, options=size))
        for shape in ((5, 7), (4, 3, 2), (1, 6, 1))
        for size in ((3, 4), (11, 9), (5, 7), (1, 1))
    ),
]
MODELS: list[Case] = [
    ("linear_regression.fit_linear", normal((6, 3), (6,), options=(0.05, 7))),
    ("linear_regression.fit_linear", normal((1, 2), (1,), options=(0.05, 0))),
    ("linear_regression.solve_linear", _on_a_plane(9, 3)),
    ("linear_regression.solve_linear", _on_a_plane(9, 3, (0.7,))),
    ("linear_regression.solve_linear", _on_a_plane(2, 3, (0.7,))),
    ("logistic_regression.fit_logistic", _labelled(8, 3, 2, (0.3, 9))),
    ("logistic_regression.predict_proba", normal((5, 3), (3,), options=(0.4,))),
    ("softmax_regression.fit_softmax", _labelled(9, 2, 4, (4, 0.3, 8))),
    ("softmax_regression.fit_softmax", _labelled(1, 2, 3, (5, 0.3, 2))),
]
APPLICATIONS: list[Case] = [
    ("skipgram.negative_sampling_loss", normal((4,), (4,), (3, 4))),
    ("skipgram.negative_sampling_loss", normal((4,), (4,), (1, 4))),
    ("trust.fgsm", normal((3, 4), (3, 4), options=(0.3,))),
    ("trust.fgsm", normal((5,), (5,), options=(0.1, -0.5, 2.0))),
    ("privacy.private_gradient", lambda rng: (rng.normal(size=(5, 3, 2)), 1.5, 0.7, rng.normal(size=(3, 2)))),
    ("privacy.private_gradient", lambda rng: (rng.normal(size=4), 0.5, 0.0, np.array(rng.normal()))),
    ("parallel.all_reduce_mean", _workers),
    ("factorisation.mf_step", normal((5, 3), (4, 3), options=(4, 1, 2.5, 0.1, 0.3))),
    ("factorisation.rmse", _positions),
    ("spectrogram.spectrogram", normal((50,), options=(16, 5))),
    ("spectrogram.spectrogram", normal((33,), options=(7, 3))),
    ("spectrogram.spectrogram", normal((8,), options=(8, 8))),
]
CASES: list[Case] = [*DATA, *IMAGES, *MODELS, *APPLICATIONS]
