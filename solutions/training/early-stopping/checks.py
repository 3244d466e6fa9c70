"""Hidden checks of early_stopping. Losses are multiples of 1/64, so that differences are exact."""

import numpy as np

from grader.checks import check, close, unpack


def compare(submission, reference, losses, *settings, **named):
    """Both epochs against the reference."""
    stop, best = unpack(submission.early_stopping(losses, *settings, **named), "stop_epoch", "best_epoch")
    right_stop, right_best = reference.early_stopping.early_stopping(losses, *settings, **named)
    close(stop, right_stop, what="stop_epoch")
    close(best, right_best, what="best_epoch")


def curve(rng, pattern):
    """A curve that improves by a random amount at each `1`, and is above the best, at random, at each `0`."""
    losses, best = [], 6.0
    for improves in pattern:
        best -= rng.integers(8, 20) / 64 if improves == "1" else 0
        losses.append(best if improves == "1" else best + rng.integers(4, 60) / 64)
    return np.array(losses)


@check(
    "stops after patience epochs in a row without improvement, counted anew from each improvement",
    zh="连续 patience 轮没有改进才停止，每次改进后重新计数",
    points=2,
)
def test_patience(submission, reference, rng):
    for pattern, patience in [("110010100011", 3), ("101010100111", 2), ("1000100001111", 4), ("111000001", 5)]:
        compare(submission, reference, curve(rng, pattern), patience)
    for patience in (1, 2, 4):
        compare(submission, reference, rng.integers(0, 64, size=25) / 64, patience)


@check(
    "an improvement is below the best loss by more than min_delta; smaller ones do not move the best",
    zh="比最好的损失低出 min_delta 以上才算改进；更小的下降不更新最好值",
    points=2,
)
def test_min_delta(submission, reference, rng):
    drift = 4 - np.arange(12) * rng.integers(5, 7) / 64
    compare(submission, reference, drift, 3, 0.25)
    compare(submission, reference, drift, 4, min_delta=0.25)
    drop, noise = 0.25, rng.integers(1, 8, size=3) / 64
    exact = np.array([3, 3 - drop, 3 - drop + noise[0], 2.5, 2.5 + noise[1], 2.5 - drop, 2.5 - drop + noise[2], 1])
    compare(submission, reference, exact, 2, drop)
    for low, high in [(0.0, 1.0), (-3.0, -1.0), (5.0, 9.0)]:
        compare(submission, reference, low + (high - low) * rng.integers(0, 64, size=20) / 64, 4, 0.125)


@check(
    "the best epoch is the last improvement before the stop, even where a lower loss follows or precedes",
    zh="best_epoch 是停止之前最近一次改进，哪怕前后还有更低的损失",
    points=2,
)
def test_best_epoch(submission, reference, rng):
    compare(submission, reference, curve(rng, "1101000111"), 3)
    compare(submission, reference, curve(rng, "11011001"), 4)
    small = rng.integers(1, 7, size=4) / 64
    compare(submission, reference, 1 - np.array([0, 0.5, 0.5 + small[0], 0.5 + small[1], 0.5 - small[2]]), 3, 0.125)
    compare(submission, reference, 1 - np.array([0, 0.5, 0.5 + small[3], 0.25, 0.125, 0.875]), 4, min_delta=0.125)


@check(
    "goes to the last epoch if patience never runs out, or runs out just there",
    zh="耐心没有用完，或恰好在最后一轮用完时，训练到最后一轮",
    points=1,
)
def test_to_the_end(submission, reference, rng):
    for pattern, patience in [("11010010", 3), ("110100", 3), ("1101000", 3), ("10110", 9), ("11111", 1)]:
        compare(submission, reference, curve(rng, pattern), patience)


@check(
    "holds for one epoch, equal losses, tiny gains at the default min_delta, negative, large and integer losses",
    zh="只有一轮、损失不变、默认 min_delta 下的微小改进、负的、很大的和整数的损失都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    compare(submission, reference, rng.uniform(1, 2, size=1), 1)
    compare(submission, reference, np.full(9, rng.uniform(1, 2)), 4)
    compare(submission, reference, 2 - 1e-9 * np.arange(7), 2)
    compare(submission, reference, -1000 * curve(rng, "1001110010"), 2)
    compare(submission, reference, 1e6 * curve(rng, "1001110010"), 3)
    compare(submission, reference, rng.integers(-9, 10, size=15) - 2 * np.arange(15), 2, 1)
    compare(submission, reference, np.repeat(curve(rng, "110100011"), 2)[::2].astype(np.float32), 3)
