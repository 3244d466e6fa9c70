"""Hidden checks of train_classifier and predict. The threshold is the contract's; a linear model reaches it too."""

import numpy as np

from grader.checks import array, check, close, require

ENOUGH = 0.93


def digits(reference, rng, n):
    """The first n of the digits in a random order for training, all the others for testing."""
    images, labels = reference.digits.load_digits()
    order = rng.permutation(len(labels))
    x = images.reshape(len(images), -1).astype(np.float64)
    return x[order[:n]], labels[order[:n]], x[order[n:]], labels[order[n:]]


def groups(rng, centres, each, spread=1.0):
    """Points around each centre, within what a pixel can be, and the number of the centre of each."""
    labels = rng.permutation(np.repeat(np.arange(len(centres)), each))
    noise = rng.uniform(-spread, spread, size=(len(labels), centres.shape[1]))
    return np.clip(centres[labels] + noise, 0, 16), labels


def classes_of(submission, params, x):
    """The predicted classes, once it is clear that they are an integer for each sample."""
    classes = array(submission.predict(params, x), what="labels", shape=(len(x),))
    require(
        classes.dtype.kind in "iu",
        en=f"Expected integers as labels. Received: {classes.dtype}.",
        zh=f"类别应为整数。收到的是：{classes.dtype}。",
    )
    return classes


def reads(submission, params, x, labels, enough=ENOUGH):
    """Hold that enough of the samples are recognised."""
    share = float(np.mean(classes_of(submission, params, x) == labels))
    require(
        share >= enough,
        en=f"Expected at least {enough:.0%} of the {len(x)} held-out samples to be recognised. Received: {share:.1%}.",
        zh=f"{len(x)} 个留出的样本应至少认对 {enough:.0%}。实际是：{share:.1%}。",
    )


@check("reads at least 93 % of the digits that were held out", zh="留出的数字至少认对 93 %", points=7)
def test_digits(submission, reference, rng):
    x, labels, x_test, labels_test = digits(reference, rng, 1300)
    reads(submission, submission.train_classifier(x, labels, 10, 7), x_test, labels_test)


@check("learns as well from samples that come sorted by class", zh="训练样本按类别排好序时也同样学得会", points=2)
def test_sorted(submission, reference, rng):
    x, labels, x_test, labels_test = digits(reference, rng, 1300)
    order = np.argsort(labels, kind="stable")
    reads(submission, submission.train_classifier(x[order], labels[order], 10, 3), x_test, labels_test)


@check(
    "predicts from the parameters and the sample alone, one sample or many",
    zh="预测只取决于参数和样本本身，一个或多个样本都行",
    points=4,
)
def test_predict(submission, reference, rng):
    x, labels, x_test, labels_test = digits(reference, rng, 600)
    params = submission.train_classifier(x, labels, 10, 0)
    submission.train_classifier(x[:200], 9 - labels[:200], 10, 1)  # what was trained last must not matter
    some = x_test[:200]
    classes = classes_of(submission, params, some)
    reads(submission, params, some, labels_test[:200], enough=0.8)  # from fewer samples
    order = rng.permutation(len(some))
    close(classes_of(submission, params, some[order]), classes[order], what="labels")
    close(classes_of(submission, params, some.astype(np.uint8)), classes, what="labels")
    for i in range(8):
        close(classes_of(submission, params, some[i : i + 1]), classes[i : i + 1], what="labels")


@check(
    "learns other data: other sizes, a missing class, a constant feature, a class behind another",
    zh="换了数据也学得会：大小不同、缺少一类、特征恒定、一类在另一类背后",
    points=4,
)
def test_other_data(submission, rng):
    corners = np.array([[2.0, 14.0, 0.0, 2.0, 14.0], [4.0, 4.0, 0.0, 4.0, 4.0], [12.0, 12.0, 0.0, 12.0, 12.0]])
    many = 2 + 12 * (np.arange(12)[:, None] >> np.arange(4) & 1)  # corners of a cube with four dimensions
    for centres, each, number in [(corners, 151, (0, 1, 3)), (many, 60, tuple(range(12)))]:
        x, labels = groups(rng, centres, each)
        x = np.where(centres.any(axis=0), x, 0.0)  # not 8, say: a constant that is not 0 is as good as a bias
        labels = np.array(number)[labels]
        half = len(x) * 2 // 3
        params = submission.train_classifier(x[:half], labels[:half].astype(np.int32), max(number) + 1, 5)
        reads(submission, params, x[half:], labels[half:])


@check("gives the same result for the same seed", zh="同一个种子得到同样的结果", points=1)
def test_seed(submission, reference, rng):
    x, labels, _, _ = digits(reference, rng, 400)
    noise = rng.uniform(0, 16, size=(300, 64))  # far from all digits: the smallest difference shows
    for seed in (0, 12345):
        first, second = (
            classes_of(submission, submission.train_classifier(x, labels, 10, seed), noise) for _ in range(2)
        )
        same = float(np.mean(first == second))
        require(
            same >= 0.99,
            en=f"Expected the same labels after two trainings with seed {seed}. Received: {same:.0%} of them agree.",
            zh=f"用种子 {seed} 训练两次，预测应当相同。实际上只有 {same:.0%} 相同。",
        )
