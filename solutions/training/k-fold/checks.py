"""Hidden checks of k_fold."""

from grader.checks import check, close, unpack


def rounds(submission, reference, n, k):
    """The pairs that came and those expected, round by round."""
    pairs = unpack(submission.k_fold(n, k), *(f"fold {i}" for i in range(k)))
    for pair, right in zip(pairs, reference.splits.k_fold(n, k)):
        yield unpack(pair, "train_idx", "val_idx"), right


@check(
    "cuts contiguous validation folds in order, the first n % k one larger",
    zh="验证折连续且依次排列，前 n % k 折各多一个样本",
    points=3,
)
def test_validation(submission, reference, rng):
    sizes = [(11, 3), (20, 4), (14, 4), (23, 6), (int(rng.integers(30, 60)), 7)]
    for n, k in sizes:
        for (_, val_idx), (_, right) in rounds(submission, reference, n, k):
            close(val_idx, right, what="val_idx")


@check("trains on all the other samples, in ascending order", zh="训练部分是其余全部样本，从小到大排列", points=2)
def test_training(submission, reference, rng):
    for n, k in [(12, 3), (17, 5), (int(rng.integers(30, 60)), 4)]:
        for (train_idx, val_idx), (right_train, right_val) in rounds(submission, reference, n, k):
            close(val_idx, right_val, what="val_idx")
            close(train_idx, right_train, what="train_idx")


@check(
    "holds for folds of one sample, for two folds and for many samples",
    zh="每折一个样本、只有两折、样本很多时都成立",
    points=1,
)
def test_edges(submission, reference):
    for n, k in [(5, 5), (2, 2), (7, 2), (9, 8), (1003, 10)]:
        for (train_idx, val_idx), (right_train, right_val) in rounds(submission, reference, n, k):
            close(val_idx, right_val, what="val_idx")
            close(train_idx, right_train, what="train_idx")
