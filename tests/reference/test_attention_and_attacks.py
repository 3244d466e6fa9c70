"""What attention learns to look at, and what deceives a trained classifier."""

from __future__ import annotations

import numpy as np
import pytest

from reference.experiments import adversarial_digits, attention_reversal, digits_dense


@pytest.mark.parametrize("seed", range(2))
def test_attention_learns_where_to_look(seed: int) -> None:
    """A sequence comes out backwards, because each place attends to its mirror image."""
    run = attention_reversal.train(seed)

    assert run.accuracy == 1.0
    assert run.weights[::-1].diagonal().min() >= 0.7
    np.testing.assert_allclose(run.weights.sum(axis=1), 1)


def test_small_steps_along_the_gradient_deceive() -> None:
    """Pixels moved by a tenth along the gradient's sign break the classifier; random directions do not."""
    run = digits_dense.in_numpy(epochs=3)
    attack = adversarial_digits.attack(run.model, run.images, run.labels, (0.0, 0.1))

    assert attack.accuracies[0] == attack.random_accuracies[0] == run.accuracy
    assert attack.accuracies[1] < 0.3 < 0.9 < attack.random_accuracies[1]
    assert np.abs(attack.images - run.images).max() <= 0.1 + 1e-6
    assert attack.images.min() >= 0 and attack.images.max() <= 1


def test_attributions_account_for_a_decision() -> None:
    """The parts that the pixels are given add up to the difference from a black image."""
    run = digits_dense.in_numpy(epochs=1)
    images, classes = run.images[:6], run.predictions[:6]
    parts = adversarial_digits.attributions(run.model, images, classes, steps=200)
    logits, black = (run.model.predict(x)[np.arange(6), classes] for x in (images, np.zeros_like(images)))

    np.testing.assert_allclose(parts.sum(axis=(1, 2, 3)), logits - black, rtol=0.01)
