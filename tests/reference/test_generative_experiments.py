"""The GAN and the VAE train without collapse; the criterion refuses every collapse we know of."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from reference.experiments import digits_gan, digits_vae, quality
from reference.experiments.digits_data import split_digits

Array = np.ndarray[Any, Any]
COUNT = 500


@pytest.fixture(scope="module")
def judge() -> quality.Judge:
    return quality.make_judge()


@pytest.fixture(scope="module")
def gan() -> digits_gan.Run:
    return digits_gan.train()


@pytest.fixture(scope="module")
def vae() -> digits_vae.Run:
    return digits_vae.train()


# --- the criterion --------------------------------------------------------------------------------


def test_the_reader_reads(judge: quality.Judge) -> None:
    """The classifier that judges is right on at least 95 % of the digits that it has not seen."""
    assert judge.accuracy >= 0.95


def test_real_digits_pass(judge: quality.Judge) -> None:
    """Digits that were held out have no fault, and are as far from the training digits as the unit of it."""
    real = quality.measure(split_digits(0)[1][..., 0], judge)

    assert quality.faults(real) == []
    assert real.distance == pytest.approx(1)


def _constant(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return np.repeat(digits[:1], COUNT, axis=0)


def _constant_with_noise(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return _noisy(_constant(digits, labels, rng), rng)


def _noise(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return rng.uniform(size=(COUNT, 8, 8))


def _one_class(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    """Varied and new, but all of them threes."""
    return _noisy(rng.choice(digits[labels == 3], COUNT), rng)


def _one_digit_of_each_class(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return _noisy(np.repeat([digits[labels == k][0] for k in range(10)], COUNT // 10, axis=0), rng)


def _no_eights(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return _noisy(rng.choice(digits[labels != 8], COUNT), rng)


def _copies(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return digits[:COUNT]


def _copies_with_noise(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return _noisy(_copies(digits, labels, rng), rng)


def _pixels_of_several_digits(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    """Each pixel has the right distribution, and nothing to do with the next."""
    return rng.permuted(digits.reshape(-1, 64), axis=0)[:COUNT].reshape(-1, 8, 8)


def _correlated_pixels(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    """The normal distribution of the pixels' mean and covariance: what two moments know of digits."""
    pixels = digits.reshape(-1, 64)
    drawn = rng.multivariate_normal(pixels.mean(axis=0), np.cov(pixels.T), COUNT)
    return np.clip(drawn, 0, 1).reshape(-1, 8, 8)


def _untrained(digits: Array, labels: Array, rng: np.random.Generator) -> Array:
    return digits_gan.train(steps=1, samples=COUNT).samples


def _noisy(digits: Array, rng: np.random.Generator) -> Array:
    return np.clip(digits + rng.normal(0, 0.1, size=digits.shape), 0, 1)


@pytest.mark.parametrize(
    ("generate", "expected"),
    [
        (_constant, {"rarest", "entropy", "diversity", "duplicates", "copies"}),
        (_constant_with_noise, {"rarest", "entropy", "diversity"}),
        (_noise, {"rarest", "entropy", "distance"}),
        (_one_class, {"rarest", "entropy", "diversity"}),
        (_one_digit_of_each_class, {"diversity"}),
        (_no_eights, {"rarest"}),
        (_copies, {"copies", "distance"}),
        (_copies_with_noise, {"distance"}),
        (_pixels_of_several_digits, {"distance"}),
        (_correlated_pixels, {"distance"}),
        (_untrained, {"rarest", "entropy", "diversity", "duplicates", "distance"}),
    ],
)
def test_a_collapse_is_found(
    generate: Callable[[Array, Array, np.random.Generator], Array],
    expected: set[str],
    judge: quality.Judge,
    rng: np.random.Generator,
) -> None:
    """Each way to collapse, memorise or learn nothing breaks the bounds that are meant for it."""
    samples = generate(judge.digits, judge.labels, rng)
    found = quality.faults(quality.measure(samples, judge))

    assert expected <= {fault.split()[0] for fault in found}
    assert all("Received: " in fault for fault in found)


def test_undefined_numbers_are_faults() -> None:
    """NaN breaks every bound."""
    assert len(quality.faults(quality.Quality(*[float("nan")] * 7))) == 8


@pytest.mark.parametrize("samples", [np.zeros((1, 8, 8)), np.zeros((5, 64)), np.zeros((5, 8, 9))])
def test_samples_are_images_of_digits(samples: Array, judge: quality.Judge) -> None:
    """What is no set of 8×8 images is a ValueError that says what came."""
    with pytest.raises(ValueError, match=r"8, 8.*Received"):
        quality.measure(samples, judge)


# --- the networks ---------------------------------------------------------------------------------


def test_the_gan_does_not_collapse(gan: digits_gan.Run, judge: quality.Judge) -> None:
    """It writes all ten digits, each in many ways, near the real ones and without copying them."""
    assert quality.faults(quality.measure(gan.samples, judge)) == []


def test_neither_network_of_the_gan_wins(gan: digits_gan.Run) -> None:
    """At the end the discriminator is better than guessing, 2 log 2, and far from sure."""
    late = float(np.mean(gan.history["discriminator_loss"][-100:]))

    assert 0.5 < late < 2 * np.log(2)


def test_the_samples_of_the_gan_are_images(gan: digits_gan.Run) -> None:
    """A gallery may draw them: 8×8 pixels in [0, 1], one for each noise, from the generator that is returned."""
    assert gan.samples.shape == (1000, 8, 8)
    assert 0 <= gan.samples.min() < 0.01 < 0.99 < gan.samples.max() <= 1
    np.testing.assert_allclose(gan.generator.predict(gan.noise[:5])[..., 0], gan.samples[:5], 1e-4, 1e-6)


def test_the_vae_does_not_collapse(vae: digits_vae.Run, judge: quality.Judge) -> None:
    """Its latents all say something, its reconstructions are near, and the prior decodes to all ten digits."""
    assert digits_vae.faults(vae) == []
    assert quality.faults(quality.measure(vae.samples, judge)) == []


def test_the_reconstructions_are_the_same_digits(vae: digits_vae.Run, judge: quality.Judge) -> None:
    """The reader takes 85 % of the reconstructions of unseen digits for what they were."""
    read = judge.reader.predict(vae.reconstructions).argmax(axis=1)

    assert vae.reconstructions.shape == vae.images.shape == (360, 8, 8)
    assert np.mean(read == vae.labels) >= 0.85


def test_a_dear_divergence_takes_latents_away() -> None:
    """With the weight 1 of the bound some posteriors collapse, with 20 all, and the criterion says so."""
    some, all_ = digits_vae.train(epochs=25, beta=1.0), digits_vae.train(epochs=5, beta=20.0)

    assert some.kl.min() < 0.05 < 0.5 < some.kl.max()
    assert all_.kl.max() < 0.05
    assert all_.error > 0.9
    assert digits_vae.faults(some)
    assert len(digits_vae.faults(all_)) == 2


@pytest.mark.parametrize("train", [lambda seed: digits_gan.train(seed, 3), lambda seed: digits_vae.train(seed, 1)])
def test_a_seed_decides_a_training(train: Callable[[int], digits_gan.Run | digits_vae.Run]) -> None:
    """The same seed gives the same samples and losses; another one does not."""
    first, again, other = train(1), train(1), train(2)

    np.testing.assert_array_equal(first.samples, again.samples)
    assert first.history == again.history != other.history
    assert not np.array_equal(first.samples, other.samples)


@pytest.mark.parametrize(
    "call",
    [
        lambda: digits_gan.train(steps=0),
        lambda: digits_gan.train(batch_size=0),
        lambda: digits_gan.train(samples=0),
        lambda: digits_vae.train(epochs=0),
        lambda: digits_vae.train(batch_size=0),
        lambda: digits_vae.train(samples=0),
        lambda: digits_vae.train(beta=-0.1),
        lambda: quality.class_coverage([], 10),
        lambda: quality.class_coverage([10], 10),
        lambda: quality.class_coverage([0], 1),
        lambda: quality.pairwise_distances(np.zeros((2, 3)), np.zeros((2, 4))),
    ],
)
def test_what_does_not_fit_is_refused(call: Callable[[], Any]) -> None:
    """Arguments that do not fit are ValueErrors that say what was received."""
    with pytest.raises(ValueError, match="Received"):
        call()


@pytest.mark.parametrize("name", ["digits_gan", "digits_vae", "generative", "quality"])
def test_examples(name: str) -> None:
    """Every example gives what it shows; every public function and class has one."""
    module = import_module(f"reference.experiments.{name}")
    public = [value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__]
    public = [value for value in public if callable(value) and not value.__name__.startswith("_")]

    assert doctest.testmod(module, globs={**vars(module), "np": np}).failed == 0
    assert all(">>>" in (value.__doc__ or "") for value in public)
