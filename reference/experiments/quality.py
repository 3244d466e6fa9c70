"""Whether generated digits are any good, measured: all classes, many ways of writing each, near real ones, no copies.

No single number shows a collapse. One that writes a perfect 3 again and again is near the real digits; noise is
as varied as can be; copies of the training digits are flawless in both. So each has a number of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..numpy_stack.arrays import Array, floating, require_fit
from ..numpy_stack.layers import Activation, Dense, Flatten
from ..numpy_stack.metrics import accuracy
from ..numpy_stack.models import Sequential
from ..numpy_stack.samples import class_labels
from ..numpy_stack.softmax import softmax
from ..numpy_stack.updates import Optimizer
from .digits_data import Images, Labels, split_digits

CLASSES = 10
NEAR = 0.25  # of the distance from a real digit to the next: two that are nearer than that are one image
AT_LEAST = {"rarest": 0.01, "entropy": 0.9, "confidence": 0.7, "diversity": 0.6, "distance": 0.8}
AT_MOST = {"duplicates": 0.05, "distance": 1.5, "copies": 0.05}


@dataclass(frozen=True, slots=True)
class Judge:
    """What generated digits are compared with, and the classifier that reads them.

    Attributes:
        reader: a network (n, 8, 8) → logits (n, 10), trained on the real digits.
        accuracy: the share of held-out real digits that it reads right.
        digits: the real digits (1437, 8, 8) that reader and generators may see.
        labels: what they are (1437,).
        distance: from a held-out digit to the nearest of `digits`, the median: how far apart two
            digits are that look alike and were written independently.

    Example:
        >>> Judge(Sequential([Dense(10)]), 0.5, np.zeros((2, 8, 8)), np.array([0, 1]), distance=1.0).accuracy
        0.5
    """

    reader: Sequential
    accuracy: float
    digits: Images
    labels: Labels
    distance: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What `measure` finds in a set of generated digits.

    Attributes:
        rarest: share of the class that is read least often; 0 if one is missing. Real digits: 0.1.
        entropy: of the shares of the classes, in units of log 10; real digits: 1.
        confidence: mean probability of the class that is read. A collapsed generator has a high one,
            and noise need not have a low one: it finds blurs between two classes, nothing else.
        diversity: mean distance of two samples read as one class, relative to the real digits of
            that class, the mean over all ten; a class with fewer than two samples counts 0.
        duplicates: share of the samples with another one nearer than `NEAR` real distances.
        distance: from a sample to the nearest training digit, the median, in real distances
            (`Judge.distance`); new real digits: 1, copies under a little noise far less.
        copies: share of the samples that are nearer than `NEAR` to a training digit.

    Example:
        >>> faults(Quality(0.1, 1.0, 0.9, 1.0, 0.0, 1.0, copies=0.5))
        ['copies is at most 0.05. Received: 0.500']
    """

    rarest: float
    entropy: float
    confidence: float
    diversity: float
    duplicates: float
    distance: float
    copies: float


def make_judge(seed: int = 0) -> Judge:
    """Train the reader on the real digits, without those held out.

    Args:
        seed: decides which digits are held out, and the reader's first weights.

    Returns:
        A `Judge`.

    Source: S1 4, the network; Salimans et al. 2016, section 4, the idea of a classifier as judge.

    Example:
        >>> judge = make_judge()
        >>> judge.accuracy > 0.95, judge.digits.shape
        (True, (1437, 8, 8))
    """
    x_train, x_test, y_train, y_test = split_digits(seed)
    reader = Sequential([Flatten(), Dense(64), Activation("relu"), Dense(CLASSES)])
    reader.compile("sparse_cross_entropy", Optimizer("adam", lr=3e-3), seed)
    reader.fit(x_train, y_train, epochs=15, batch_size=32)
    right = accuracy(y_test, reader.predict(x_test))
    distance = float(np.median(pairwise_distances(x_test, x_train).min(axis=1)))
    return Judge(reader, right, x_train[..., 0], y_train, distance)


def measure(samples: ArrayLike, judge: Judge) -> Quality:
    """Read and compare generated digits.

    Args:
        samples: images (n, 8, 8) in [0, 1], n at least 2; some hundreds, for shares of a hundredth.
        judge: from `make_judge`.

    Returns:
        A `Quality`.

    Raises:
        ValueError: if the samples are not two or more images of 8×8.

    Source: Salimans et al. 2016 (classes and confidence, there in one score); Kynkäänniemi et al.
        2019 (nearness and variety must be two numbers).

    Example:
        >>> judge = make_judge()
        >>> same = measure(judge.digits[[0] * 20], judge)
        >>> same.entropy, same.diversity, same.duplicates, same.distance, same.copies
        (0.0, 0.0, 1.0, 0.0, 1.0)
    """
    samples = np.asarray(samples)
    require_fit(samples.ndim == 3 and len(samples) > 1, "samples are (n, 8, 8), n at least 2", samples=samples)
    require_fit(samples.shape[1:] == judge.digits.shape[1:], "samples are (n, 8, 8)", samples=samples)
    probabilities = softmax(judge.reader.predict(samples))
    classes = probabilities.argmax(axis=1)
    rarest, entropy = class_coverage(classes, CLASSES)
    among = pairwise_distances(samples, samples)
    np.fill_diagonal(among, np.inf)
    to_real = pairwise_distances(samples, judge.digits).min(axis=1) / judge.distance
    return Quality(
        rarest,
        entropy,
        float(probabilities.max(axis=1).mean()),
        _diversity(samples, classes, judge),
        float(np.mean(among.min(axis=1) < NEAR * judge.distance)),
        float(np.median(to_real)),
        float(np.mean(to_real < NEAR)),
    )


def faults(quality: Quality) -> list[str]:
    """Which bounds of `AT_LEAST` and `AT_MOST` are broken: what a collapse is, here.

    The bounds lie between what the two generators reach, smallest and largest of seeds 0 … 9, and
    what does without learning, seeds 0 … 4, 1,000 samples each:

                         rarest     entropy    confidence diversity  duplicates distance   copies
        bounds           ≥ 0.01     ≥ 0.9      ≥ 0.7      ≥ 0.6      ≤ 0.05     0.8 … 1.5  ≤ 0.05
        held-out digits  0.08       1.00       0.96       0.98       0          1          0
        GAN              0.02-0.07  0.96-0.99  0.81-0.84  1.01-1.07  0          1.38-1.44  0
        VAE              0.06-0.08  0.98-1.00  0.78-0.79  0.86-0.88  0          1.22-1.28  0
        one digit        0          0          0.98-1.00  0          1          0          1
        many threes      0          0.05-0.06  0.93-0.95  0.31-0.49  0          0.62-0.63  0
        one of each      0.08-0.10  1.00       0.90-0.98  0.38-0.41  0          0.61-0.64  0
        all but eights   0-0.004    0.95-0.96  0.95-0.96  0.91-1.05  0          0.61-0.63  0
        uniform noise    0          0.32-0.59  0.75-0.89  0.54-1.26  0          3.39-3.49  0
        normal pixels    0.06-0.07  0.98-0.99  0.72-0.74  0.98-0.99  0          1.54-1.59  0

    The threes, the one of each and the all but eights are training digits under noise of deviation
    0.1; normal pixels have the mean and the covariance of the real ones. The lesson of the table: a
    single number would pass most of these, and the one that is easiest to get, the reader's
    confidence, is highest for a generator that writes one digit and can be higher for uniform noise
    than for the GAN.

    Args:
        quality: from `measure`.

    Returns:
        A sentence for each; none if there is no collapse.

    Example:
        >>> faults(Quality(0.08, 0.99, 0.9, 0.9, 0.0, 1.2, 0.0))
        []
    """
    low = {name: bound for name, bound in AT_LEAST.items() if not getattr(quality, name) >= bound}
    high = {name: bound for name, bound in AT_MOST.items() if not getattr(quality, name) <= bound}
    rules = [(name, f"at least {bound}") for name, bound in low.items()]
    rules += [(name, f"at most {bound}") for name, bound in high.items()]
    return [f"{name} is {rule}. Received: {getattr(quality, name):.3f}" for name, rule in rules]


def class_coverage(labels: ArrayLike, n_classes: int) -> tuple[float, float]:
    """How evenly samples fall into classes.

        rarest = minₖ pₖ        entropy = -Σₖ pₖ log pₖ / log K        pₖ: share of class k

    Args:
        labels: integers (n,), at least one.
        n_classes: K, at least 2.

    Returns:
        (rarest, entropy): from 0 to 1/K, and from 0 (one class) to 1 (all alike).

    Raises:
        ValueError: if a label is out of range, there is none, or K is below 2.

    Source: Shannon 1948, section 6.

    Example:
        >>> class_coverage([0, 0, 1, 1], 2), class_coverage([0, 0, 1, 1], 4)
        ((0.5, 1.0), (0.0, 0.5))
    """
    labels = class_labels(labels, n_classes)
    require_fit(labels.ndim == 1 and labels.size > 0, "labels are (n,), n at least 1", labels=labels)
    if n_classes < 2:
        raise ValueError(f"n_classes must be at least 2. Received: n_classes={n_classes}")
    shares = np.bincount(labels, minlength=n_classes) / len(labels)
    present = shares[shares > 0]
    return float(shares.min()), abs(float(np.sum(present * np.log(present)))) / math.log(n_classes)


def pairwise_distances(a: ArrayLike, b: ArrayLike) -> Array:
    """Euclidean distances of all samples of one set to all of another, every sample as one vector.

        d[i, j] = √(|aᵢ|² - 2 aᵢ·bⱼ + |bⱼ|²)

    Args:
        a: samples (n, …).
        b: samples (m, …) of the same size.

    Returns:
        (n, m), float64: the difference of large numbers above needs it; rounding leaves an error of
        about 1e-8 beside norms of 1.

    Raises:
        ValueError: if the sizes differ.

    Example:
        >>> pairwise_distances([[0.0, 0.0], [3.0, 4.0]], [[0.0, 0.0]])
        array([[0.],
               [5.]])
    """
    a, b = (np.asarray(each, dtype=np.float64) for each in (a, b))
    require_fit(a.ndim > 0 and b.ndim > 0 and a.shape[1:] == b.shape[1:], "a and b are (…, same size)", a=a, b=b)
    a, b = a.reshape(len(a), -1), b.reshape(len(b), -1)
    squares: Array = np.sum(a * a, axis=1)[:, np.newaxis] - 2 * a @ b.T + np.sum(b * b, axis=1)
    np.maximum(squares, 0, out=squares)  # a rounding error may be negative
    return np.sqrt(squares)


def mean_distance(x: ArrayLike) -> float:
    """The mean distance of two different samples; 0 for fewer than two.

    Args:
        x: samples (n, …).

    Returns:
        A number.

    Raises:
        ValueError: if x has no axis of samples.

    Example:
        >>> mean_distance([[0.0], [1.0], [2.0]]), mean_distance([[5.0]])
        (1.3333333333333333, 0.0)
    """
    (x,) = floating(x)
    require_fit(x.ndim > 0, "x is (n, …)", x=x)
    return float(np.sum(pairwise_distances(x, x))) / (len(x) * (len(x) - 1)) if len(x) > 1 else 0.0


def _diversity(samples: NDArray[Any], classes: NDArray[Any], judge: Judge) -> float:
    each = [
        mean_distance(samples[classes == k]) / mean_distance(judge.digits[judge.labels == k]) for k in range(CLASSES)
    ]
    return float(np.mean(each))
