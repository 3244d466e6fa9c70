"""Hidden checks of spectrogram."""

import numpy as np

from grader.checks import check, close


def same(submission, reference, signal, frame, hop):
    """Hold the magnitudes."""
    close(submission.spectrogram(signal, frame, hop), reference.spectrogram.spectrogram(signal, frame, hop))


@check(
    "gives the magnitudes of overlapping pieces of noise, for even and odd frames",
    zh="对噪声信号算对互相重叠的各段的幅度，帧长为偶数、奇数都成立",
    points=3,
)
def test_values(submission, reference, rng):
    for n, frame, hop in [(26, 8, 3), (23, 7, 2), (40, 12, 5)]:
        same(submission, reference, 0.3 + rng.normal(size=n), frame, hop)


@check(
    "shows a tone at its frequency: the periodic window leaves nothing beyond the neighbours",
    zh="纯音出现在它自己的频率处：加周期型窗后，除相邻频率外全为 0",
    points=2,
)
def test_tone(submission, rng):
    for frame, f in [(16, 5), (15, 4)]:
        level, phase = rng.uniform(1, 2), rng.uniform(0, 2 * np.pi)
        tone = level * np.cos(2 * np.pi * f * np.arange(frame + 11) / frame + phase)
        row = np.zeros(frame // 2 + 1)
        row[f - 1 : f + 2] = level * frame * np.array([0.125, 0.25, 0.125])
        close(submission.spectrogram(tone, frame, 4), np.tile(row, (3, 1)))


@check(
    "counts whole pieces only: a signal of one frame, nothing or much left over, no overlap, gaps",
    zh="只取完整的段：信号恰好一帧、末尾没有剩余或剩很多、各段不重叠、段间有空隙",
    points=3,
)
def test_pieces(submission, reference, rng):
    for n, frame, hop in [(6, 6, 4), (9, 6, 4), (14, 6, 4), (13, 6, 4), (15, 5, 5), (25, 4, 9), (11, 2, 3), (17, 8, 1)]:
        same(submission, reference, rng.normal(size=n), frame, hop)


@check(
    "holds for silence, loud and strided signals, 8- and 16-bit sound, and float32",
    zh="静音、很响的信号、内存不连续、8 位和 16 位整数声音、float32 时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    same(submission, reference, np.zeros(14), 5, 3)
    same(submission, reference, 1e6 * rng.normal(size=14), 5, 3)
    same(submission, reference, rng.normal(size=40)[::2], 6, 3)
    same(submission, reference, rng.normal(size=20)[::-1], 6, 3)
    for dtype in (np.int16, np.uint8, np.int8):
        limits = np.iinfo(dtype)
        same(submission, reference, rng.integers(limits.min, limits.max, size=20, dtype=dtype, endpoint=True), 6, 4)
    same(submission, reference, rng.normal(size=22).astype(np.float32), 8, 3)
