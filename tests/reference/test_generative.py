"""The gradients of the generative models, and what their losses must mean."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from reference.numpy_stack import gan, vae
from reference.numpy_stack.gradcheck import numerical_gradient, relative_error

Array = np.ndarray[Any, Any]


def _assert_gradient(gradient: Array, f: Callable[[Array], float], x: Array) -> None:
    assert gradient.shape == x.shape
    assert relative_error(gradient, numerical_gradient(f, x)) < 1e-7


def test_discriminator_loss_grad(rng: np.random.Generator) -> None:
    """Each gradient is that of the sum of two means, which count their own samples."""
    real, fake = rng.normal(size=(5, 1)), rng.normal(size=(3, 1))
    dreal, dfake = gan.discriminator_loss_grad(real, fake)

    _assert_gradient(dreal, lambda r: gan.discriminator_loss(r, fake), real)
    _assert_gradient(dfake, lambda f: gan.discriminator_loss(real, f), fake)


@pytest.mark.parametrize("name", ["generator_loss", "saturating_generator_loss"])
def test_generator_gradients(name: str, rng: np.random.Generator) -> None:
    """The gradients of both losses of the generator."""
    fake = rng.normal(size=(4, 1))
    _assert_gradient(getattr(gan, f"{name}_grad")(fake), getattr(gan, name), fake)


def test_only_the_saturating_loss_saturates() -> None:
    """Where the discriminator is sure of a fake, one gradient is gone and the other at its largest."""
    sure = np.array([-40.0])

    assert abs(gan.saturating_generator_loss_grad(sure)[0]) < 1e-17
    assert gan.generator_loss_grad(sure)[0] == pytest.approx(-1)


def test_the_saturating_loss_is_part_of_the_value(rng: np.random.Generator) -> None:
    """The minimax value is minus the discriminator's loss, and the generator's part of it its own loss."""
    real, fake = rng.normal(size=(2, 6))
    probabilities = 1 / (1 + np.exp(-real)), 1 / (1 + np.exp(-fake))

    assert gan.minimax_value(*probabilities) == pytest.approx(-gan.discriminator_loss(real, fake))
    assert gan.minimax_value(np.ones(1), probabilities[1]) == pytest.approx(gan.saturating_generator_loss(fake))


def _params(rng: np.random.Generator) -> dict[str, Any]:
    return dict(zip("acwb", rng.normal(size=4).tolist()))


def test_gan_step_against_central_differences(rng: np.random.Generator) -> None:
    """The discriminator descends first; the generator descends against the new discriminator."""
    p, real, z, lr = _params(rng), rng.normal(3, 1, size=6), rng.normal(size=4), 0.3
    fake = p["a"] * z + p["c"]
    wb, ac = np.array([p["w"], p["b"]]), np.array([p["a"], p["c"]])
    wb = wb - lr * numerical_gradient(lambda d: gan.discriminator_loss(d[0] * real + d[1], d[0] * fake + d[1]), wb)
    ac = ac - lr * numerical_gradient(lambda g: gan.generator_loss(wb[0] * (g[0] * z + g[1]) + wb[1]), ac)
    new = gan.gan_step(p, real, z, lr)

    np.testing.assert_allclose([new[name] for name in "acwb"], [*ac, *wb], rtol=1e-8)


def test_gan_step_leaves_its_arguments_alone(rng: np.random.Generator) -> None:
    """Parameters come back as new numbers, in the dtype of the samples where they are Python's own."""
    p, real, z = _params(rng), rng.normal(size=6), rng.normal(size=4)
    before = dict(p), real.copy(), z.copy()
    new = gan.gan_step(p, real.astype(np.float32), z.astype(np.float32), 0.1)
    gan.gan_step(p, real, z, 0.1)

    assert p == before[0]
    assert (real == before[1]).all() and (z == before[2]).all()
    assert {value.dtype for value in new.values()} == {np.dtype(np.float32)}
    assert {value.shape for value in new.values()} == {()}


def test_the_smallest_gan_finds_the_mean(rng: np.random.Generator) -> None:
    """The generated samples move onto the real ones: a linear discriminator sees nothing but the mean."""
    params: dict[str, Any] = {"a": 1.0, "c": 0.0, "w": 0.0, "b": 0.0}
    visited = []
    for _ in range(2000):
        params = gan.gan_step(params, rng.normal(3, 1, size=64), rng.normal(size=64), 0.05)
        visited.append(float(params["c"]))

    assert np.mean(visited[1000:]) == pytest.approx(3, abs=0.3)


def test_reparameterise_draws_the_distribution(rng: np.random.Generator) -> None:
    """The samples have the mean and the variance that were asked for."""
    z = vae.reparameterise(np.full(20_000, 2.0), np.full(20_000, np.log(9.0)), rng.normal(size=20_000))

    assert z.mean() == pytest.approx(2, abs=0.1)
    assert z.var() == pytest.approx(9, rel=0.05)


def test_reparameterise_grad(rng: np.random.Generator) -> None:
    """Both gradients of a loss of the sample."""
    mean, log_var, noise, weights = rng.normal(size=(4, 3, 2))
    dmean, dlog_var = vae.reparameterise_grad(weights, log_var, noise)

    _assert_gradient(dmean, lambda m: float(np.sum(weights * vae.reparameterise(m, log_var, noise))), mean)
    _assert_gradient(dlog_var, lambda v: float(np.sum(weights * vae.reparameterise(mean, v, noise))), log_var)


def test_kl_divergence_by_integration() -> None:
    """It is ∫ q log(q/p), computed on a fine grid from the densities themselves."""
    mean, log_var = 0.7, -0.6
    z = np.linspace(-12, 12, 40_001)
    log_q = -((z - mean) ** 2) / np.exp(log_var) / 2 - log_var / 2 - np.log(2 * np.pi) / 2
    log_p = -(z**2) / 2 - np.log(2 * np.pi) / 2
    integral = float(np.sum(np.exp(log_q) * (log_q - log_p)) * (z[1] - z[0]))

    assert vae.kl_divergence([[mean]], [[log_var]]) == pytest.approx(integral, rel=1e-9)


def test_kl_divergence_sums_latents_and_averages_samples(rng: np.random.Generator) -> None:
    """Twice the latents cost twice as much, twice the batch the same, and N(0, 1) nothing."""
    mean, log_var = rng.normal(size=(2, 4, 3))
    kl = vae.kl_divergence(mean, log_var)

    assert vae.kl_divergence(np.hstack([mean, mean]), np.hstack([log_var, log_var])) == pytest.approx(2 * kl)
    assert vae.kl_divergence(np.vstack([mean, mean]), np.vstack([log_var, log_var])) == pytest.approx(kl)
    assert vae.kl_divergence(np.zeros((2, 3)), np.zeros((2, 3))) == 0
    assert kl > 0


def test_kl_divergence_is_exact_near_zero() -> None:
    """Close to N(0, 1) nothing is lost: for a small log-variance v it is v²/4."""
    assert vae.kl_divergence([[0.0]], [[1e-5]]) == pytest.approx(2.5e-11, rel=1e-4)


def test_kl_divergence_grad(rng: np.random.Generator) -> None:
    """Both gradients, divided by the batch alone."""
    mean, log_var = rng.normal(size=(2, 4, 3))
    dmean, dlog_var = vae.kl_divergence_grad(mean, log_var)

    _assert_gradient(dmean, lambda m: vae.kl_divergence(m, log_var), mean)
    _assert_gradient(dlog_var, lambda v: vae.kl_divergence(mean, v), log_var)


def test_vae_loss_grad(rng: np.random.Generator) -> None:
    """All three gradients of the loss, beta included."""
    x, x_logits = rng.uniform(size=(4, 3, 2)), rng.normal(size=(4, 3, 2))
    mean, log_var = rng.normal(size=(2, 4, 5))
    dx_logits, dmean, dlog_var = vae.vae_loss_grad(x, x_logits, mean, log_var, 0.3)

    _assert_gradient(dx_logits, lambda z: vae.vae_loss(x, z, mean, log_var, 0.3), x_logits)
    _assert_gradient(dmean, lambda m: vae.vae_loss(x, x_logits, m, log_var, 0.3), mean)
    _assert_gradient(dlog_var, lambda v: vae.vae_loss(x, x_logits, mean, v, 0.3), log_var)


def test_the_whole_autoencoder_differentiates(rng: np.random.Generator) -> None:
    """Through a decoder x_logits = z W, the loss's gradients and the sample's add up to that in the mean."""
    x, W = rng.uniform(size=(4, 6)), rng.normal(size=(2, 6))
    mean, log_var, noise = rng.normal(size=(3, 4, 2))

    def loss(m: Array, v: Array) -> float:
        return vae.vae_loss(x, vae.reparameterise(m, v, noise) @ W, m, v)

    dx_logits, *direct = vae.vae_loss_grad(x, vae.reparameterise(mean, log_var, noise) @ W, mean, log_var)
    through = vae.reparameterise_grad(dx_logits @ W.T, log_var, noise)
    dmean, dlog_var = (a + b for a, b in zip(direct, through))

    _assert_gradient(dmean, lambda m: loss(m, log_var), mean)
    _assert_gradient(dlog_var, lambda v: loss(mean, v), log_var)


def test_the_loss_bounds_the_evidence(rng: np.random.Generator) -> None:
    """With one latent, the mean loss over noise is above -log p(x), which quadrature gives."""
    x, W = np.array([[1.0, 0.0, 1.0]]), np.array([[1.5, -1.0, 0.5]])
    z = np.linspace(-10, 10, 4001)[:, None]
    log_likelihood = -np.sum(np.logaddexp(0, (1 - 2 * x) * (z @ W)), axis=1)
    evidence = np.sum(np.exp(log_likelihood - z[:, 0] ** 2 / 2)) * 0.005 / np.sqrt(2 * np.pi)
    mean, log_var = np.full((4000, 1), 0.8), np.full((4000, 1), -0.3)
    samples = vae.reparameterise(mean, log_var, rng.normal(size=(4000, 1)))
    bound = vae.vae_loss(np.repeat(x, 4000, axis=0), samples @ W, mean, log_var)

    assert -np.log(evidence) < bound < -np.log(evidence) + 0.2


def test_numbers_far_out() -> None:
    """Logits and log-variances of ±1000 give exact numbers; what no float can hold is inf, unannounced."""
    x = np.array([[0.0, 1.0]])
    with np.errstate(all="raise", under="ignore"):
        assert vae.vae_loss(x, [[-1000.0, 1000.0]], [[0.0]], [[0.0]]) == 0
        assert vae.vae_loss(x, [[1000.0, -1000.0]], [[0.0]], [[0.0]]) == 2000
        assert vae.kl_divergence([[0.0]], [[-1000.0]]) == 499.5
        assert np.isfinite(vae.reparameterise([0.0], [1000.0], [1.0])).all()
        assert gan.saturating_generator_loss([1000.0, -1000.0]) == -500
        for grad in (gan.generator_loss_grad, gan.saturating_generator_loss_grad):
            np.testing.assert_allclose(sorted(grad([1000.0, -1000.0])), [-0.5, 0])
        assert vae.kl_divergence([[0.0]], [[1000.0]]) == np.inf


def test_gan_gradients_agree_far_out(keras_stack: ModuleType) -> None:
    """Logits of ±1000 give the gradients that the tape gives."""
    logits = np.array([-1000.0, -50.0, 0.0, 50.0, 1000.0])
    for name in ("generator_loss_grad", "saturating_generator_loss_grad"):
        theirs = np.asarray(getattr(keras_stack.gan, name)(logits))
        np.testing.assert_allclose(getattr(gan, name)(logits), theirs, 1e-12, 1e-17)


PAIR = np.ones((2, 3))
ARRAYS: dict[str, tuple[Callable[..., Any], int]] = {
    "discriminator_loss_grad": (gan.discriminator_loss_grad, 2),
    "generator_loss_grad": (gan.generator_loss_grad, 1),
    "saturating_generator_loss_grad": (gan.saturating_generator_loss_grad, 1),
    "reparameterise": (vae.reparameterise, 3),
    "reparameterise_grad": (vae.reparameterise_grad, 3),
    "kl_divergence_grad": (vae.kl_divergence_grad, 2),
    "vae_loss_grad": (vae.vae_loss_grad, 4),
}


@pytest.mark.parametrize("name", ARRAYS)
@pytest.mark.parametrize(
    ("given", "computed"), [("float64", "float64"), ("float32", "float32"), ("int64", "float64"), ("bool", "float64")]
)
def test_conventions(name: str, given: str, computed: str) -> None:
    """Dtypes are kept, read-only and strided arguments taken, and results share no memory with them."""
    function, count = ARRAYS[name]
    arguments = [np.asfortranarray(PAIR).astype(given) for _ in range(count)]
    for argument in arguments:
        argument.flags.writeable = False
    results = function(*arguments)

    for result in results if isinstance(results, tuple) else (results,):
        assert result.dtype == computed
        assert result.shape == PAIR.shape
        assert not any(np.shares_memory(result, argument) for argument in arguments)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: vae.reparameterise(PAIR, PAIR, PAIR[:1]), "noise"),
        (lambda: vae.reparameterise_grad(PAIR, PAIR[:1], PAIR), "log_var"),
        (lambda: vae.kl_divergence(PAIR, PAIR[:, :1]), "log_var"),
        (lambda: vae.kl_divergence(PAIR[0], PAIR[0]), "mean"),
        (lambda: vae.kl_divergence_grad(PAIR[:0], PAIR[:0]), "mean"),
        (lambda: vae.vae_loss(PAIR, PAIR[:, :1], PAIR, PAIR), "x_logits"),
        (lambda: vae.vae_loss(PAIR, PAIR, PAIR[:1], PAIR[:1]), "mean"),
        (lambda: vae.vae_loss_grad(PAIR, PAIR, PAIR[:1], PAIR[:1]), "mean"),
        (lambda: gan.gan_step({"a": [1.0], "c": 0.0, "w": 0.0, "b": 0.0}, [1.0], [1.0], 0.1), "params"),
    ],
)
def test_what_does_not_fit_is_refused(call: Callable[[], Any], name: str) -> None:
    """A wrong shape is a ValueError that names the argument and says what was received."""
    with pytest.raises(ValueError, match=f"{name}.*Received: "):
        call()
