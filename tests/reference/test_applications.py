"""Word vectors, attacks and attributions, privacy, data parallelism, ratings and spectra."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import factorisation, parallel, privacy, skipgram, spectrogram, trust
from reference.numpy_stack.gradcheck import numerical_gradient
from reference.numpy_stack.losses import mse_grad


@pytest.mark.parametrize("name", ["centre", "context", "negatives"])
def test_skip_gram_gradients(name: str, rng: np.random.Generator) -> None:
    """Each gradient is that of the loss in its vectors."""
    vectors = {"centre": rng.normal(size=4), "context": rng.normal(size=4), "negatives": rng.normal(size=(3, 4))}
    loss, grads = skipgram.negative_sampling_loss(**vectors)
    numerical = numerical_gradient(lambda p: skipgram.negative_sampling_loss(**{**vectors, name: p})[0], vectors[name])

    assert isinstance(loss, float)
    np.testing.assert_allclose(grads[name], numerical, rtol=1e-7, atol=1e-9)


def test_skip_gram_far_out() -> None:
    """Products of ±1000 cost 1000 or nothing, without overflow; no negatives are allowed."""
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        wrong, _ = skipgram.negative_sampling_loss([1.0], [-1000.0], [[1000.0], [1000.0]])
        right, grads = skipgram.negative_sampling_loss([1.0], [1000.0], [[-1000.0]])
    alone, grads_alone = skipgram.negative_sampling_loss([1.0], [0.0], np.zeros((0, 1)))

    assert (wrong, right) == (3000.0, 0.0)
    assert not any(gradient.any() for gradient in grads.values())
    assert alone == pytest.approx(np.log(2))
    assert grads_alone["negatives"].shape == (0, 1)


def test_fgsm_raises_the_loss(rng: np.random.Generator) -> None:
    """Every element moves by epsilon uphill, none beyond the range, none where the slope is 0."""
    x, target = rng.uniform(0.3, 0.7, size=(2, 4, 3))
    grad = mse_grad(target, x)
    grad[0, 0] = 0.0
    attacked = trust.fgsm(x, grad, 0.1)

    np.testing.assert_allclose(np.abs(attacked - x), np.where(grad == 0, 0, 0.1))
    assert np.mean((attacked - target) ** 2) > np.mean((x - target) ** 2)
    np.testing.assert_array_equal(trust.fgsm(x, grad, 5.0, -1.0, 2.0)[1:], np.where(grad[1:] > 0, 2.0, -1.0))


def test_integrated_gradients_are_complete(tf: ModuleType, rng: np.random.Generator) -> None:
    """Attributions by TensorFlow's gradients sum to f(x) - f(baseline)."""
    x, baseline, weights = rng.normal(size=(3, 2, 5))

    def f(inputs: Any) -> Any:
        return tf.reduce_sum(tf.tanh(inputs * weights) * inputs**2)

    def gradient(inputs: Any) -> Any:
        variable = tf.constant(inputs)
        with tf.GradientTape() as tape:
            tape.watch(variable)
            value = f(variable)
        return np.asarray(tape.gradient(value, variable))

    attributions = trust.integrated_gradients(gradient, x, baseline, 200)

    assert attributions.shape == x.shape
    assert attributions.sum() == pytest.approx(float(f(x) - f(baseline)), abs=1e-3)
    np.testing.assert_array_equal(trust.saliency(gradient, x), np.abs(gradient(x)))


def test_the_midpoint_rule_is_exact_for_lines() -> None:
    """A linear gradient needs one step only; an input equal to the baseline gets nothing."""
    x, baseline = np.array([1.0, -2.0, 3.0]), np.array([0.5, 0.0, 3.0])

    for steps in (1, 2, 7):
        result = trust.integrated_gradients(lambda p: 2 * p, x, baseline, steps)
        np.testing.assert_allclose(result, x**2 - baseline**2, atol=1e-14)


def test_a_gradient_function_may_write_into_its_argument() -> None:
    """The caller's input stays as it was."""

    def rude(p: Any) -> Any:
        p *= 2
        return p

    x = np.array([1.0, 2.0])
    trust.saliency(rude, x)
    trust.integrated_gradients(rude, x, x + 1, 3)

    assert x.tolist() == [1.0, 2.0]


def test_no_example_counts_for_more_than_clip(rng: np.random.Generator) -> None:
    """Long gradients are cut to norm `clip`, short ones and zeros kept, and only then averaged."""
    grads = rng.normal(size=(4, 3, 2)) * np.array([100.0, 0.01, 0.0, 1.0]).reshape(4, 1, 1)
    norms = np.sqrt((grads**2).sum(axis=(1, 2)))
    noise = rng.normal(size=(3, 2))
    expected = sum(g if norm <= 1.5 else g * 1.5 / norm for g, norm in zip(grads, norms)) / 4

    np.testing.assert_allclose(privacy.private_gradient(grads, 1.5, 0.0, noise), expected)
    np.testing.assert_allclose(
        privacy.private_gradient(grads, 1.5, 2.0, noise) - expected, 2.0 * 1.5 * noise / 4, atol=1e-14
    )
    assert privacy.private_gradient([3.0, -0.5], 1.0, 0.0, 0.0) == 0.25


def test_shards_give_the_gradient_of_the_whole(rng: np.random.Generator) -> None:
    """Unequal shards, weighed by their sizes, give the full batch's gradient; a plain mean does not."""
    x, y, theta = rng.normal(size=(12, 3)), rng.normal(size=12), rng.normal(size=3)

    def gradient(part: slice) -> Any:
        return x[part].T @ mse_grad(y[part], x[part] @ theta)

    shards = [slice(0, 7), slice(7, 8), slice(8, 12)]
    grads = [gradient(shard) for shard in shards]

    np.testing.assert_allclose(parallel.all_reduce_mean(grads, [7, 1, 4]), gradient(slice(None)))
    assert not np.allclose(np.mean(grads, axis=0), gradient(slice(None)))
    np.testing.assert_array_equal(parallel.all_reduce_mean([grads[0], grads[1]], [0, 3]), grads[1])


def test_one_rating_moves_two_rows(rng: np.random.Generator) -> None:
    """Only the user's and the item's row change, by the gradient of the penalised squared error."""
    U, V = rng.normal(size=(5, 3)), rng.normal(size=(4, 3))
    new_U, new_V = factorisation.mf_step(U, V, 2, 3, 1.5, 0.1, 0.2)

    def loss(p: Any) -> float:
        return float((1.5 - p[:3] @ p[3:]) ** 2 / 2 + 0.2 * np.sum(p**2) / 2)

    slope = numerical_gradient(loss, np.concatenate([U[2], V[3]]))
    np.testing.assert_allclose(np.concatenate([new_U[2] - U[2], new_V[3] - V[3]]), -0.1 * slope, atol=1e-9)
    np.testing.assert_array_equal(np.delete(new_U, 2, axis=0), np.delete(U, 2, axis=0))
    np.testing.assert_array_equal(np.delete(new_V, 3, axis=0), np.delete(V, 3, axis=0))


def test_factorisation_learns(rng: np.random.Generator) -> None:
    """Ratings that are a product of rank 2 are found again."""
    ratings = rng.normal(size=(6, 2)) @ rng.normal(size=(2, 5))
    triples = [(i, j, ratings[i, j]) for i in range(6) for j in range(5)]
    U: Any = rng.normal(size=(6, 2))
    V: Any = rng.normal(size=(5, 2))
    before = factorisation.rmse(U, V, triples)
    for _ in range(60):
        for i, j, rating in triples:
            U, V = factorisation.mf_step(U, V, i, j, rating, 0.1, 0.0)

    assert factorisation.rmse(U, V, triples) < 0.05 * before


@pytest.mark.parametrize(("n", "frame", "hop"), [(64, 16, 8), (50, 7, 3), (9, 9, 1), (10, 4, 20), (5, 1, 1)])
def test_spectrogram_by_the_definition(n: int, frame: int, hop: int, rng: np.random.Generator) -> None:
    """Each piece times a periodic Hann window, through the Fourier sum itself."""
    signal, k = rng.normal(size=n), np.arange(frame)
    window = np.sin(np.pi * k / frame) ** 2
    waves = np.exp(-2j * np.pi * np.outer(np.arange(frame // 2 + 1), k) / frame)
    starts = range(0, n - frame + 1, hop)
    expected = [np.abs(waves @ (window * signal[start : start + frame])) for start in starts]

    np.testing.assert_allclose(spectrogram.spectrogram(signal, frame, hop), expected, atol=1e-12)


def test_a_tone_is_a_line() -> None:
    """A wave of 5 periods a frame is strongest at frequency 5, at all times."""
    signal = np.sin(2 * np.pi * 5 * np.arange(200) / 32)

    assert set(spectrogram.spectrogram(signal, 32, 10).argmax(axis=1)) == {5}


VECTOR: Any = np.ones(3)
MATRIX: Any = np.ones((4, 3))
WRONG: dict[str, Any] = {
    "other lengths of words": lambda: skipgram.negative_sampling_loss(VECTOR, np.ones(2), MATRIX),
    "one negative without axis": lambda: skipgram.negative_sampling_loss(VECTOR, VECTOR, VECTOR),
    "negative epsilon": lambda: trust.fgsm(VECTOR, VECTOR, -0.1),
    "empty range": lambda: trust.fgsm(VECTOR, VECTOR, 0.1, 1.0, 0.0),
    "gradient of a batch": lambda: trust.fgsm(VECTOR, MATRIX, 0.1),
    "no step": lambda: trust.integrated_gradients(np.sign, VECTOR, VECTOR, 0),
    "other baseline": lambda: trust.integrated_gradients(np.sign, VECTOR, 0.0, 3),
    "gradient of another shape": lambda: trust.saliency(np.sum, VECTOR),
    "no clip": lambda: privacy.private_gradient(MATRIX, 0.0, 1.0, VECTOR),
    "negative noise": lambda: privacy.private_gradient(MATRIX, 1.0, -1.0, VECTOR),
    "noise for each example": lambda: privacy.private_gradient(MATRIX, 1.0, 1.0, MATRIX),
    "no example": lambda: privacy.private_gradient(MATRIX[:0], 1.0, 1.0, VECTOR),
    "no worker": lambda: parallel.all_reduce_mean([], []),
    "a worker without size": lambda: parallel.all_reduce_mean([VECTOR, VECTOR], [1]),
    "no sample": lambda: parallel.all_reduce_mean([VECTOR], [0]),
    "negative size": lambda: parallel.all_reduce_mean([VECTOR, VECTOR], [2, -1]),
    "other gradients": lambda: parallel.all_reduce_mean([VECTOR, MATRIX], [1, 1]),
    "other rank": lambda: factorisation.mf_step(MATRIX, np.ones((4, 2)), 0, 0, 1.0, 0.1, 0.0),
    "negative user": lambda: factorisation.mf_step(MATRIX, MATRIX, -1, 0, 1.0, 0.1, 0.0),
    "no such item": lambda: factorisation.mf_step(MATRIX, MATRIX, 0, 4, 1.0, 0.1, 0.0),
    "negative rate": lambda: factorisation.mf_step(MATRIX, MATRIX, 0, 0, 1.0, -0.1, 0.0),
    "no rating": lambda: factorisation.rmse(MATRIX, MATRIX, []),
    "a pair": lambda: factorisation.rmse(MATRIX, MATRIX, [(0, 1)]),
    "no such user": lambda: factorisation.rmse(MATRIX, MATRIX, [(9, 1, 2.0)]),
    "short signal": lambda: spectrogram.spectrogram(VECTOR, 4, 1),
    "no hop": lambda: spectrogram.spectrogram(VECTOR, 2, 0),
    "no frame": lambda: spectrogram.spectrogram(VECTOR, 0, 1),
    "stereo": lambda: spectrogram.spectrogram(MATRIX, 2, 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_bad_arguments_are_refused(name: str) -> None:
    """What does not fit raises ValueError that ends in what was received."""
    with pytest.raises(ValueError, match=r"Received: .+$"):
        WRONG[name]()
