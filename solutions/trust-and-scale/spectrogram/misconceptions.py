"""Wrong answers to spectrogram that people really give."""

import numpy as np

from grader.checks import misconception


def pieces(signal, frame, hop):
    """The whole pieces, in floating point."""
    signal = signal.astype(signal.dtype if signal.dtype.kind == "f" else np.float64)
    return np.lib.stride_tricks.sliding_window_view(signal, frame)[::hop]


def hann(frame, dtype=np.float64):
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(frame) / frame)).astype(dtype)


def windowed(signal, frame, hop):
    """The pieces times the periodic window."""
    cut = pieces(signal, frame, hop)
    return cut * hann(frame, cut.dtype)


@misconception(
    "symmetric-window",
    entry="",
    en="Your window is the symmetric one (`np.hanning`), which divides by frame - 1. The periodic one divides by "
    "frame.",
    zh="你的窗是对称型（`np.hanning`），分母是 frame - 1。周期型窗的分母是 frame。",
)
def spectrogram(signal, frame, hop):
    cut = pieces(signal, frame, hop)
    return np.abs(np.fft.rfft(cut * np.hanning(frame).astype(cut.dtype)))


@misconception(
    "no-window",
    entry="",
    en="Your pieces are transformed without a window.",
    zh="你的各段没有加窗就做了变换。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(pieces(signal, frame, hop)))


@misconception(
    "hamming-window",
    entry="",
    en="Your window is the Hamming window, which does not reach 0 (0.54 and 0.46). The Hann window has 0.5 and 0.5.",
    zh="你用的是 Hamming 窗，它的两头不到 0（系数 0.54 和 0.46）。Hann 窗的系数是 0.5 和 0.5。",
)
def spectrogram(signal, frame, hop):
    cut = pieces(signal, frame, hop)
    window = 0.54 - 0.46 * np.cos(2 * np.pi * np.arange(frame) / frame)
    return np.abs(np.fft.rfft(cut * window.astype(cut.dtype)))


@misconception(
    "window-upside-down",
    entry="",
    en="Your window is 1 at the edges and 0 in the middle: the sign of the cosine is reversed.",
    zh="你的窗两头是 1、中间是 0：余弦的符号反了。",
)
def spectrogram(signal, frame, hop):
    cut = pieces(signal, frame, hop)
    return np.abs(np.fft.rfft(cut * (1 - hann(frame)).astype(cut.dtype)))


@misconception(
    "window-over-the-whole-signal",
    entry="",
    en="Your window stretches over the whole signal. Every piece has one of its own.",
    zh="你的窗覆盖了整个信号。应当是每段各加一个窗。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(pieces(signal * hann(len(signal), pieces(signal, frame, hop).dtype), frame, hop)))


@misconception(
    "window-on-the-spectrum",
    entry="",
    en="Your window is applied to the spectrum, after the transform. It belongs to the samples, before it.",
    zh="你把窗乘在了变换之后的频谱上。应当在变换之前乘到采样点上。",
)
def spectrogram(signal, frame, hop):
    cut = pieces(signal, frame, hop)
    return np.abs((np.fft.fft(cut) * hann(frame, cut.dtype))[:, : frame // 2 + 1])


@misconception(
    "power",
    entry="",
    en="Your result is the power, the square of the magnitude.",
    zh="你的结果是功率，也就是幅度的平方。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop))) ** 2


@misconception(
    "real-part",
    entry="",
    en="Your result is the real part of the spectrum. It depends on the phase; the magnitude does not.",
    zh="你的结果是频谱的实部，它随相位变化。模则与相位无关。",
)
def spectrogram(signal, frame, hop):
    return np.fft.rfft(windowed(signal, frame, hop)).real


@misconception(
    "absolute-real-part",
    entry="",
    en="Your result is the absolute value of the real part: the imaginary part was dropped before.",
    zh="你的结果是实部的绝对值：虚部先被丢掉了。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop)).real)


@misconception(
    "complex-spectrum",
    entry="",
    en="Your result is complex. The magnitude of its numbers is asked for.",
    zh="你的结果是复数。要求的是它的模。",
)
def spectrogram(signal, frame, hop):
    return np.fft.rfft(windowed(signal, frame, hop))


@misconception(
    "decibels",
    entry="",
    en="Your result is a logarithm of the magnitude. The magnitude itself is asked for.",
    zh="你的结果取了对数。要求的是幅度本身。",
)
def spectrogram(signal, frame, hop):
    return np.log1p(np.abs(np.fft.rfft(windowed(signal, frame, hop))))


@misconception(
    "mirrored-half-kept",
    entry="",
    en="Your result has `frame` columns: those above frame // 2 mirror the others and are left out.",
    zh="你的结果有 `frame` 列：frame // 2 以上的频率与其余互为镜像，应当去掉。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.fft(windowed(signal, frame, hop)))


@misconception(
    "last-frequency-missing",
    entry="",
    en="Your result has frame // 2 columns: the last frequency is missing. Both ends of 0 … frame // 2 count.",
    zh="你的结果只有 frame // 2 列，少了最后一个频率。0 到 frame // 2 两端都算。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.fft(windowed(signal, frame, hop)))[:, : frame // 2]


@misconception(
    "frequency-zero-missing",
    entry="",
    en="Your result begins with frequency 1: the column of frequency 0 is missing.",
    zh="你的结果从频率 1 开始，少了频率 0 那一列。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop)))[:, 1:]


@misconception(
    "frequency-by-time",
    entry="",
    en="Your result is transposed: a row for each frequency. A row for each piece is asked for.",
    zh="你的结果转置了：每个频率一行。要求的是每段一行。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop))).T


@misconception(
    "transform-over-time",
    entry="X05",
    en="Your transform runs from piece to piece (axis 0) instead of along the samples of each piece.",
    zh="你的变换是跨段做的（axis 0），而不是沿着每段的采样点做。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop), axis=0))


@misconception(
    "one-piece-too-few",
    entry="",
    en="The last whole piece is missing from your result: a signal of exactly one frame has one piece.",
    zh="你的结果少了最后一个完整的段：信号恰好一帧长时，就有一段。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop)))[:-1]


@misconception(
    "end-padded",
    entry="",
    en="Your result has a further row for the rest of the signal, filled up with zeros. Only whole pieces count.",
    zh="你的结果多了一行：末尾剩下的部分被补零凑成了一段。只取完整的段。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(np.pad(signal, (0, -(len(signal) - frame) % hop)), frame, hop)))


@misconception(
    "centred",
    entry="",
    en="Your signal was padded by half a frame at both ends (`center=True` of librosa). Nothing is padded here.",
    zh="你在信号两端各补了半帧（即 librosa 的 `center=True`）。本题不补零。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(np.pad(signal, frame // 2), frame, hop)))


@misconception(
    "no-overlap",
    entry="G14",
    en="Your pieces follow each other without overlap: `hop` is not used.",
    zh="你的各段首尾相接，没有重叠：没有用到 `hop`。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, frame)))


@misconception(
    "hop-as-overlap",
    entry="",
    en="You take `hop` for the number of samples that two pieces share. It is the distance of their beginnings.",
    zh="你把 `hop` 当成了相邻两段重叠的采样点数。它是两段起点之间的距离。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, max(frame - hop, 1))))


@misconception(
    "scaled-by-frame",
    entry="",
    en="Your magnitudes are divided by the length of the frame.",
    zh="你的幅度除以了帧长。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop))) / frame


@misconception(
    "scaled-by-window",
    entry="",
    en="Your magnitudes are divided by the sum of the window, as SciPy's `stft` does.",
    zh="你的幅度除以了窗的总和，那是 SciPy 的 `stft` 的做法。",
)
def spectrogram(signal, frame, hop):
    magnitude = np.abs(np.fft.rfft(windowed(signal, frame, hop)))
    return magnitude / hann(frame, magnitude.dtype).sum()


@misconception(
    "mean-removed",
    entry="",
    en="You subtracted the mean of each piece before the transform. Frequency 0 is part of the answer.",
    zh="你在变换之前减去了每段的平均值。频率 0 也是结果的一部分。",
)
def spectrogram(signal, frame, hop):
    cut = pieces(signal, frame, hop)
    return np.abs(np.fft.rfft((cut - cut.mean(axis=1, keepdims=True)) * hann(frame, cut.dtype)))


@misconception(
    "integers-truncate",
    entry="X03",
    en="Your windowed samples have the integer dtype of the signal, so that their fractions are cut off.",
    zh="加窗后的采样点沿用了信号的整数 dtype，小数部分被截掉了。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(windowed(signal, frame, hop).astype(signal.dtype)))


@misconception(
    "becomes-float64",
    entry="X16",
    en="Your result is float64 for a float32 signal: the window is float64.",
    zh="信号是 float32，你的结果却成了 float64：因为窗是 float64。",
)
def spectrogram(signal, frame, hop):
    return np.abs(np.fft.rfft(pieces(signal, frame, hop) * hann(frame)))


@misconception(
    "signal-changed",
    entry="X02",
    en="`piece *= window` writes into the caller's signal, as a slice is a view. Overlapping pieces are faded twice.",
    zh="切片是视图，`piece *= window` 会改写调用者的信号，重叠的部分还会被加窗两次。",
)
def spectrogram(signal, frame, hop):
    rows = []
    for start in range(0, len(signal) - frame + 1, hop):
        piece = signal[start : start + frame]
        piece *= hann(frame).astype(signal.dtype)
        rows.append(np.abs(np.fft.rfft(piece)))
    return np.array(rows)
