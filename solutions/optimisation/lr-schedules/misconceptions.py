"""Wrong answers to the schedules that people really give."""

import math

from grader.checks import misconception

# --- exponential ---


@misconception(
    "staircase",
    entry="",
    en="Your exponential decay goes in stairs: it stays the same for decay_steps steps and then jumps. "
    "Look at the division.",
    zh="你的指数衰减是阶梯式的：decay_steps 步之内不变，然后突然下降。请检查除法。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * rate ** (step // decay_steps)


@misconception(
    "rate-at-every-step",
    entry="",
    en="Your exponential decay multiplies by the rate at every step. It should take decay_steps steps for that.",
    zh="你的指数衰减每一步都乘一次 rate。应当每 decay_steps 步才乘一次。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * rate**step


@misconception(
    "natural-exponential",
    entry="",
    en="Your decay is e to the power of minus rate times step / decay_steps. Here the base of the power is the rate.",
    zh="你用的是 e 的幂，rate 放在了指数里。本题中 rate 是幂的底数。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * math.exp(-rate * step / decay_steps)


@misconception(
    "rate-is-what-is-lost",
    entry="",
    en="Your exponential decay takes 1 - rate as the factor. The rate is the part that remains, not the part lost.",
    zh="你的指数衰减以 1 - rate 为倍数。rate 是剩下的比例，而不是减少的比例。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * abs(1 - rate) ** (step / decay_steps)


@misconception(
    "inverse-time",
    entry="",
    en="Your decay divides lr0 by 1 + rate times step / decay_steps: that is the inverse-time decay.",
    zh="你把 lr0 除以了 1 + rate · step / decay_steps，这是反比例衰减（inverse-time decay）。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 / (1 + rate * step / decay_steps)


@misconception(
    "exponential-stops",
    entry="",
    en="Your exponential decay stops at step decay_steps. It should go on: only the cosine has an end.",
    zh="你的指数衰减到第 decay_steps 步就停了。它应一直继续，只有余弦衰减才有终点。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * rate ** (min(step, decay_steps) / decay_steps)


@misconception(
    "fraction-upside-down",
    entry="",
    en="The exponent of your exponential decay is decay_steps / step: upside down.",
    zh="你的指数衰减把指数写成了 decay_steps / step，上下颠倒了。",
)
def exponential_decay(step, lr0, decay_steps, rate):
    return lr0 * rate ** (decay_steps / step if step else 0.0)


# --- cosine ---


@misconception(
    "rises-again",
    entry="",
    en="Your cosine rises again after decay_steps. It should stay at the bottom.",
    zh="你的余弦衰减过了 decay_steps 又会升上去。它应停在最低处。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(math.pi * step / decay_steps)) / 2
    return lr0 * ((1 - alpha) * cosine + alpha)


@misconception(
    "whole-period",
    entry="",
    en="Your cosine goes through a whole period: it is at the bottom halfway and back at lr0 at the end.",
    zh="你的余弦走了整个周期：一半时就到了最低处，结束时又回到 lr0。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(2 * math.pi * min(step, decay_steps) / decay_steps)) / 2
    return lr0 * ((1 - alpha) * cosine + alpha)


@misconception(
    "not-halved",
    entry="",
    en="Your cosine decay starts at twice lr0 (for alpha = 0): 1 + cos goes from 2 to 0 and has to be halved.",
    zh="你的余弦衰减从两倍 lr0 开始（alpha = 0 时）：1 + cos 是从 2 降到 0，还要除以 2。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = 1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)
    return lr0 * ((1 - alpha) * cosine + alpha)


@misconception(
    "cosine-goes-up",
    entry="",
    en="Your cosine starts at the bottom and goes up: look at the sign before cos.",
    zh="你的余弦从最低处往上升，请检查 cos 前面的符号。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 - math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return lr0 * ((1 - alpha) * cosine + alpha)


@misconception(
    "line-for-cosine",
    entry="",
    en="Your cosine decay falls along a straight line: there is no cosine in it.",
    zh="你的余弦衰减是沿直线下降的，里面没有余弦。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    return lr0 * ((1 - alpha) * (1 - min(step, decay_steps) / decay_steps) + alpha)


@misconception(
    "alpha-is-a-learning-rate",
    entry="",
    en="Your cosine decay ends at alpha itself. alpha is a part of lr0, not a learning rate.",
    zh="你的余弦衰减终点就是 alpha 本身。alpha 是占 lr0 的比例，不是学习率。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return alpha + (lr0 - alpha) * cosine


@misconception(
    "alpha-outside-brackets",
    entry="",
    en="In your cosine decay alpha is added without lr0: look at your brackets.",
    zh="你的余弦衰减里，加上的 alpha 没有乘 lr0，请检查括号。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return lr0 * (1 - alpha) * cosine + alpha


@misconception(
    "alpha-on-top",
    entry="",
    en="Your cosine decay adds alpha to the whole cosine and starts above lr0. The cosine should be scaled to the "
    "part between lr0 and the bottom.",
    zh="你在完整的余弦上又加了 alpha，起点高于 lr0。余弦应缩放到 lr0 与最低值之间。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return lr0 * (cosine + alpha)


@misconception(
    "alpha-as-floor",
    entry="",
    en="Your cosine falls towards 0 and is cut off at alpha · lr0. It should be flattened, so that it arrives there at "
    "step decay_steps.",
    zh="你的余弦朝 0 下降，到 alpha · lr0 处被截断。应把曲线压缩，使它在第 decay_steps 步刚好到达那里。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    cosine = (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2
    return lr0 * max(cosine, alpha)


@misconception(
    "alpha-ignored",
    entry="G14",
    en="Your cosine decay goes down to 0 whatever alpha is.",
    zh="不论 alpha 是多少，你的余弦衰减总是降到 0。",
)
def cosine_decay(step, lr0, decay_steps, alpha=0.0):
    return lr0 * (1 + math.cos(math.pi * min(step, decay_steps) / decay_steps)) / 2


# --- warm-up ---


@misconception(
    "warmup-never-ends",
    entry="",
    en="Your warm-up goes on rising after warmup_steps. It should stay at lr0.",
    zh="你的预热过了 warmup_steps 还在上升。它应停在 lr0。",
)
def warmup_linear(step, lr0, warmup_steps):
    return lr0 * step / warmup_steps


@misconception(
    "larger-not-smaller",
    entry="",
    en="Your warm-up takes the larger of 1 and the fraction: there is no warm-up, and the rate rises afterwards.",
    zh="你的预热取了 1 与比例中较大的一个：前面没有预热，之后反而上升。",
)
def warmup_linear(step, lr0, warmup_steps):
    return lr0 * max(1, step / warmup_steps)


@misconception(
    "warmup-counts-from-one",
    entry="",
    en="Your warm-up is one step ahead: at step 0 it should be 0.",
    zh="你的预热早了一步：第 0 步应为 0。",
)
def warmup_linear(step, lr0, warmup_steps):
    return lr0 * min(1, (step + 1) / warmup_steps)


@misconception(
    "warmup-without-lr0",
    entry="",
    en="Your warm-up returns the fraction from 0 to 1: it was not multiplied by lr0.",
    zh="你的预热返回的是 0 到 1 的比例，没有乘 lr0。",
)
def warmup_linear(step, lr0, warmup_steps):
    return min(1, step / warmup_steps)


@misconception(
    "limit-of-one",
    entry="",
    en="Your warm-up limits the learning rate to 1. The fraction is what stays at 1.",
    zh="你的预热把学习率限制在了 1 以内。不超过 1 的应是比例。",
)
def warmup_linear(step, lr0, warmup_steps):
    return min(1, lr0 * step / warmup_steps)


@misconception(
    "warmup-in-one-jump",
    entry="",
    en="Your warm-up is 0 until warmup_steps and then jumps to lr0. Look at the division.",
    zh="你的预热在 warmup_steps 之前一直是 0，然后一下跳到 lr0。请检查除法。",
)
def warmup_linear(step, lr0, warmup_steps):
    return lr0 * min(1, step // warmup_steps)
