"""Draws what the reference learns: one page with learning curves, filters, generated digits, attention and attacks.

Everything is trained anew, in NumPy and, where it is installed, in Keras: some minutes on one core.

    pip install 'dlgrader[plots]'
    python docs/gallery/build.py [--out build/gallery] [--quick]

`--quick` trains for an epoch or a few steps: for the test of this script, not for looking at.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import jinja2
import matplotlib
import numpy as np

matplotlib.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from reference.experiments import (
    adversarial_digits,
    attention_reversal,
    digits_cnn,
    digits_dense,
    digits_gan,
    digits_vae,
)

Array = np.ndarray[Any, Any]
INK, ACCENT, QUIET = "#1b3a57", "#c2562d", "#8a9aa8"
STYLE: Any = {
    "figure.dpi": 110,
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": QUIET,
    "axes.titlesize": 10,
    "image.cmap": "gray_r",
    "legend.frameon": False,
}


class Trainings:
    """What is trained once and drawn in several figures."""

    def __init__(self, *, quick: bool) -> None:
        self.quick = quick

    @cache  # noqa: B019 - one object for the life of the script
    def dense(self, library: str) -> Any:
        """S1's network on the digits."""
        return getattr(digits_dense, f"in_{library}")(**self._epochs())

    @cache  # noqa: B019
    def cnn(self, library: str) -> Any:
        """S3's network on the digits."""
        return getattr(digits_cnn, f"in_{library}")(**self._epochs(), **({"filters": (4, 8)} if self.quick else {}))

    @cache  # noqa: B019
    def vae(self) -> digits_vae.Run:
        """The variational autoencoder."""
        return digits_vae.train(**self._epochs(), samples=48)

    def libraries(self) -> list[str]:
        """The ones that are installed."""
        return ["numpy", "keras"] if find_spec("tensorflow") and not self.quick else ["numpy"]

    def _epochs(self) -> dict[str, int]:
        return {"epochs": 1} if self.quick else {}


def learning_curves(trainings: Trainings) -> Figure:
    """Loss and accuracy on digits never seen, after each epoch. The two libraries draw other first weights."""
    figure, rows = plt.subplots(2, 2, figsize=(8, 5), sharex="col", layout="constrained")
    for axes, (name, train) in zip(rows.T, (("dense network", trainings.dense), ("CNN", trainings.cnn))):
        for library, color in zip(trainings.libraries(), (INK, ACCENT)):
            run = train(library)
            epochs = np.arange(1, len(run.history["loss"]) + 1)
            axes[0].plot(epochs, run.history["loss"], color=color, label=library)
            axes[1].plot(epochs, run.history["val_accuracy"], color=color, label=f"{library}: {run.accuracy:.3f}")
        axes[0].set(title=name, ylabel="loss", yscale="log")
        axes[1].set(ylabel="test accuracy", xlabel="epoch")
        axes[1].legend(loc="lower right")
    return figure


def filters(trainings: Trainings) -> Figure:
    """The kernels of the first convolution. Red answers to ink, blue to its absence: strokes, edges and corners."""
    kernels = trainings.cnn("numpy").model.parameters["0.kernel"][:, :, 0]
    bound = np.abs(kernels).max()
    return _grid(list(np.moveaxis(kernels, 2, 0)), columns=16, size=0.55, vmin=-bound, vmax=bound, cmap="RdBu_r")


def mistakes(trainings: Trainings) -> Figure:
    """Digits that the dense network reads wrong: what it says, and what they are."""
    run = trainings.dense("numpy")
    wrong = np.flatnonzero(run.predictions != run.labels)[:12]
    titles = [f"{run.predictions[i]}, not {run.labels[i]}" for i in wrong]
    return _grid([run.images[i, ..., 0] for i in wrong], columns=12, size=0.75, titles=titles)


def adversarial(trainings: Trainings) -> Figure:
    """Each pixel moved by at most ε towards a larger loss, and what the network then reads."""
    run = trainings.dense("numpy")
    attack = adversarial_digits.attack(run.model, run.images, run.labels, (0.0, 0.05, 0.1, 0.15))
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 2.6), layout="constrained", width_ratios=(1, 2))
    left.plot(attack.epsilons, attack.accuracies, "o-", color=ACCENT, label="along the gradient's sign")
    left.plot(attack.epsilons, attack.random_accuracies, "o-", color=INK, label="in random directions")
    left.set(xlabel="ε", ylabel="test accuracy", ylim=(0, 1.02))
    left.legend(loc="lower left", bbox_to_anchor=(0, 1))
    shown = range(8)
    pairs = [np.vstack([run.images[i, ..., 0], attack.images[i, ..., 0]]) for i in shown]
    right.imshow(np.hstack(pairs), vmin=0, vmax=1)
    width = run.images.shape[2]
    right.set(xticks=[(i + 0.5) * width - 0.5 for i in shown], yticks=[])
    right.set_xticklabels([f"{run.predictions[i]} → {attack.predictions[i]}" for i in shown])
    right.spines[:].set_visible(False)
    return figure


def attributions(trainings: Trainings) -> Figure:
    """Integrated gradients: which pixels speak for the class that the network chose (red) and against it (blue)."""
    run = trainings.dense("numpy")
    maps = adversarial_digits.attributions(run.model, run.images[:12], run.predictions[:12])[..., 0]
    bound = np.abs(maps).max()
    return _grid(
        list(maps), columns=12, size=0.75, titles=map(str, run.predictions), vmin=-bound, vmax=bound, cmap="RdBu_r"
    )


def generated(trainings: Trainings) -> Figure:
    """Digits that nobody wrote: the generator's of the GAN (three rows above) and the decoder's of the VAE (below)."""
    few = {"samples": 48}
    gan = digits_gan.train(**few, **({"steps": 5} if trainings.quick else {}))
    return _grid([*gan.samples, *trainings.vae().samples[:48]], columns=16, size=0.5, vmin=0, vmax=1)


def reconstructed(trainings: Trainings) -> Figure:
    """Digits that the VAE has not seen (above), and what is left of them after eight numbers (below)."""
    run = trainings.vae()
    return _grid([*run.images[:16], *run.reconstructions[:16]], columns=16, size=0.5, vmin=0, vmax=1)


def attention(trainings: Trainings) -> Figure:
    """Where one head looks that gives six tokens backwards: each place at its mirror image."""
    run = attention_reversal.train(**({"steps": 20} if trainings.quick else {}))
    figure, (left, right) = plt.subplots(1, 2, figsize=(7, 2.8), layout="constrained", width_ratios=(1.4, 1))
    left.plot(run.losses, color=INK)
    left.set(xlabel="step", ylabel="loss", yscale="log", title=f"accuracy {run.accuracy:.2f}")
    image = right.imshow(run.weights, vmin=0, vmax=1, cmap="Blues")
    right.set(xlabel="place looked at", ylabel="place filled", title="attention weights")
    figure.colorbar(image, ax=right)
    return figure


FIGURES: dict[str, Callable[[Trainings], Figure]] = {
    "Learning curves": learning_curves,
    "What the first convolution looks for": filters,
    "Digits read wrong": mistakes,
    "Generated digits": generated,
    "Eight numbers for a digit": reconstructed,
    "Adversarial examples": adversarial,
    "What a decision rests on": attributions,
    "Attention": attention,
}

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What the reference learns</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b3a57 }
img { max-width: 100% } h2 { margin-top: 2.5rem }
</style></head><body>
<h1>What the reference learns</h1>
<p>Trained by <code>reference/experiments</code> on the 1,797 handwritten digits of the UCI set.</p>
{% for title, text, file in figures %}<h2>{{ title }}</h2><p>{{ text }}</p><img src="{{ file }}" alt="{{ title }}">
{% endfor %}</body></html>
"""


def _grid(images: Sequence[Array], *, columns: int, size: float, titles: Any = (), **options: Any) -> Figure:
    """Small images in rows of so many."""
    rows = -(-max(len(images), 1) // columns)
    height = rows * (size + (0.25 if titles else 0.05))
    figure, axes = plt.subplots(rows, columns, figsize=(columns * size, height), squeeze=False, layout="constrained")
    for place in axes.flat:
        place.set_axis_off()
    for place, image in zip(axes.flat, images):
        place.imshow(image, **options)
    for place, title, _ in zip(axes.flat, titles, images):
        place.set_title(title, fontsize=7)
    return figure


def build(out: Path, *, quick: bool = False) -> Path:
    """Train, draw and write the page; returns its path."""
    out.mkdir(parents=True, exist_ok=True)
    trainings, figures = Trainings(quick=quick), []
    with plt.rc_context(STYLE):
        for title, draw in FIGURES.items():
            figure = draw(trainings)
            figure.savefig(out / f"{draw.__name__}.png")
            plt.close(figure)
            figures.append((title, " ".join((draw.__doc__ or "").split()), f"{draw.__name__}.png"))
    page = out / "index.html"
    page.write_text(jinja2.Template(PAGE, autoescape=True).render(figures=figures), encoding="utf-8")
    return page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "gallery")
    parser.add_argument("--quick", action="store_true", help="train for next to no time")
    options = parser.parse_args()
    print(build(options.out, quick=options.quick))


if __name__ == "__main__":
    main()
