"""Wrong answers to early_stopping that people really give."""

import numpy as np

from grader.checks import misconception


def decide(
    val_losses,
    patience,
    improves,
    reset=True,
    update=lambda best, loss: best,
    first=np.inf,
    ran_out=lambda waited, patience: waited >= patience,
):
    """The right answer, unless one of its rules is replaced."""
    best, best_epoch, waited = first, 0, 0
    for epoch, loss in enumerate(val_losses):
        waited += 1
        if improves(loss, best):
            best, best_epoch, waited = loss, epoch, 0 if reset else waited - 1
        elif ran_out(waited, patience):
            break
        best = update(best, loss)
    return epoch, best_epoch


@misconception(
    "count-not-reset",
    entry="E03",
    en="You count all epochs without improvement since the start. The count begins anew at each improvement: only "
    "epochs in a row end the training.",
    zh="你把从头到尾所有没有改进的轮次都累计了。每次改进后应重新计数：只有连续没有改进才停止。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best - min_delta, reset=False)


@misconception(
    "compares-with-previous-epoch",
    entry="E04",
    en="You compare each loss with the one of the epoch before. A loss that falls after a rise is no improvement until "
    "it is below the best.",
    zh="你把每一轮的损失与上一轮比较。先升后降不算改进，必须低于最好的损失才算。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best - min_delta, update=lambda best, loss: loss)


@misconception(
    "best-follows-drift",
    entry="E04",
    en="Your best loss also follows gains that are too small to count. Then a slow fall never adds up to an "
    "improvement.",
    zh="幅度不够的下降也更新了你的最好值。这样一来，缓慢的下降永远累积不成一次改进。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best - min_delta, update=min)


@misconception(
    "min-delta-ignored",
    entry="E04",
    en="Every lower loss counts as an improvement in your answer, whatever min_delta is.",
    zh="不论 min_delta 是多少，你都把任何下降算作改进。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best)


@misconception(
    "min-delta-as-a-share",
    entry="E04",
    en="You take min_delta as a share of the best loss. It is an amount: the loss must be lower by more than that.",
    zh="你把 min_delta 当成了最好损失的一个比例。它是绝对的量：损失要低出这么多以上。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best * (1 - min_delta))


@misconception(
    "min-delta-of-the-wrong-sign",
    entry="E04",
    en="Your losses count as improvements while they are above the best by less than min_delta: it is added where it "
    "should be subtracted.",
    zh="你把比最好值还高一点（不超过 min_delta）的损失也算作改进：应当减去 min_delta，而你加上了它。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best + min_delta)


@misconception(
    "equal-counts-as-improvement",
    entry="E04",
    en="A loss of exactly best - min_delta counts as an improvement in your answer. It has to be less than that.",
    zh="损失恰好等于 best - min_delta 时你也算作改进，而它必须严格小于这个值。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss <= best - min_delta)


@misconception(
    "min-delta-of-its-own",
    entry="",
    en="Without min_delta you demand a gain of 1e-4. Its default is 0: every lower loss is an improvement.",
    zh="不传 min_delta 时你要求至少下降 1e-4。它的默认值是 0：只要更低就算改进。",
)
def early_stopping(val_losses, patience, min_delta=1e-4):
    return decide(val_losses, patience, lambda loss, best: loss < best - min_delta)


@misconception(
    "one-epoch-too-many",
    entry="E06",
    en="You stop one epoch too late: training ends at the patience-th epoch without improvement, not at the one after.",
    zh="你晚停了一轮：连续第 patience 个没有改进的轮次就是最后一轮，而不是再下一轮。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(
        val_losses,
        patience,
        lambda loss, best: loss < best - min_delta,
        ran_out=lambda waited, patience: waited > patience,
    )


@misconception(
    "one-epoch-too-few",
    entry="E06",
    en="You stop one epoch too early: the improvement itself was counted as the first epoch without one.",
    zh="你早停了一轮：把有改进的那一轮也算作了没有改进的第一轮。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(
        val_losses,
        patience,
        lambda loss, best: loss < best - min_delta,
        ran_out=lambda waited, patience: waited + 1 >= patience,
    )


@misconception(
    "counted-from-one",
    entry="E06",
    en="Your epochs are counted from 1. Here the first epoch is epoch 0.",
    zh="你的轮次是从 1 数起的，而本题的第一轮是第 0 轮。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, best = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop + 1, best + 1


@misconception(
    "number-of-epochs",
    entry="E06",
    en="Your stop_epoch is how many epochs were trained. It is the index of the last one, counted from 0.",
    zh="你的 stop_epoch 是训练了多少轮。它应是最后一轮的编号，从 0 数起。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, best = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop + 1, best


@misconception(
    "length-if-never-stopped",
    entry="E06",
    en="Where patience never runs out, your stop_epoch is one beyond the last epoch.",
    zh="耐心始终没有用完时，你的 stop_epoch 比最后一轮大 1。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, best = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return (stop, best) if stop - best >= patience else (len(val_losses), best)


@misconception(
    "best-is-patience-before-stop",
    entry="E05",
    en="Your best_epoch always lies patience epochs before the stop. Where patience never ran out, it does not.",
    zh="你的 best_epoch 总是停止那一轮往前数 patience 轮。耐心没有用完时并非如此。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, _ = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop, max(stop - patience, 0)


@misconception(
    "best-of-the-whole-curve",
    entry="E05",
    en="Your best_epoch has the lowest loss of the whole curve. After the stop there is no training, so what the "
    "curve does there is never seen.",
    zh="你的 best_epoch 是整条曲线上损失最低的一轮。停止之后不再训练，后面的曲线是看不到的。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, _ = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop, int(np.argmin(val_losses))


@misconception(
    "best-is-lowest-until-stop",
    entry="E05",
    en="Your best_epoch has the lowest loss up to the stop. It may be lower than that of the last improvement by less "
    "than min_delta, and does not count then.",
    zh="你的 best_epoch 是停止之前损失最低的一轮。若它比最近一次改进只低了不到 min_delta，就不能算。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, _ = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop, int(np.argmin(val_losses[: stop + 1]))


@misconception(
    "best-is-the-last",
    entry="E05",
    en="Your best_epoch is the epoch of the stop. Its parameters are not the best ones: patience epochs have passed "
    "since.",
    zh="你的 best_epoch 就是停止的那一轮。它的参数并不是最好的：最好的一轮已经过去 patience 轮了。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, _ = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop, stop


@misconception(
    "best-loss-not-epoch",
    entry="",
    en="Your second number is the loss of the best epoch. The epoch itself is asked for.",
    zh="你返回的第二个数是最好一轮的损失，而要求返回的是轮次。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, best = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return stop, float(val_losses[best])


@misconception(
    "results-swapped",
    entry="",
    en="Your two numbers are in the wrong order: the epoch of the stop comes first.",
    zh="你的两个数顺序反了：停止的轮次在前。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    stop, best = decide(val_losses, patience, lambda loss, best: loss < best - min_delta)
    return best, stop


@misconception(
    "waits-for-larger",
    entry="",
    en="You take larger values for better, as one does for an accuracy. A loss is better when it is lower.",
    zh="你把越大当成越好，那是准确率的看法。损失越低才越好。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss > best + min_delta, first=-np.inf)


@misconception(
    "best-starts-at-zero",
    entry="",
    en="Your best loss starts at 0, so that no ordinary loss is ever an improvement.",
    zh="你的最好损失从 0 开始，于是普通的损失永远算不上改进。",
)
def early_stopping(val_losses, patience, min_delta=0.0):
    return decide(val_losses, patience, lambda loss, best: loss < best - min_delta, first=0.0)
