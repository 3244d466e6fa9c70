"""Hidden checks of negative_sampling_loss."""

import numpy as np

from grader.checks import check, close, entries, gradcheck, unpack

KEYS = ("context", "negatives", "centre")


def compare(submission, reference, vectors, names=KEYS, rtol=None):
    """The loss, then the gradients under these names, against the reference; all gradients that came back."""
    loss, grads = unpack(submission.negative_sampling_loss(*vectors), "loss", "grads")
    expected_loss, expected = reference.skipgram.negative_sampling_loss(*vectors)
    close(loss, expected_loss, "loss", rtol=rtol)
    actual = dict(zip(KEYS, entries(grads, *KEYS)))
    for name in names:
        close(actual[name], expected[name], name)
    return actual


def loss_in(reference, vectors, place):
    """The loss as a function of one of the three arguments."""

    def loss(value):
        return reference.skipgram.negative_sampling_loss(*vectors[:place], value, *vectors[place + 1 :])[0]

    return loss


def some_vectors(rng, d, k):
    """Vectors whose products with the centre are a few units large, of both signs."""
    centre, negatives = rng.normal(size=d) + 0.4, rng.normal(size=(k, d)) - 0.2
    return [centre, rng.normal(size=d) - 0.3, 2 * negatives / np.sqrt(d)]


def with_products(rng, d, positive, negative):
    """Vectors with these products with the centre, which is not small."""
    centre = rng.uniform(1, 3, size=d) * rng.choice([-1, 1], size=d)
    direction = centre / (centre @ centre)
    across = rng.normal(size=(1 + len(negative), d))
    across -= np.outer(across @ direction, centre)
    words = np.outer([positive, *negative], direction) + across
    return [centre, words[0], words[1:]]


@check(
    "adds up the terms of the neighbour and of all negatives",
    zh="损失由上下文词的一项和全部负样本的各项相加而成",
    points=4,
)
def test_loss(submission, reference, rng):
    for d, k in [(4, 3), (3, 7), (6, 2), (2, 5)]:
        compare(submission, reference, some_vectors(rng, d, k), names=())
    vectors = with_products(rng, 3, -2.0, [1.5, -3.0])
    vectors[2] = vectors[2][[0, 1, 0, 0]]
    compare(submission, reference, vectors, names=())


@check(
    "gives each context and negative vector its slope times the centre, repeated negatives each their own",
    zh="上下文词和每个负样本的梯度都是各自的导数乘中心词向量，重复的负样本各算各的",
    points=4,
)
def test_words(submission, reference, rng):
    for d, k in [(4, 3), (3, 5)]:
        vectors = some_vectors(rng, d, k)
        vectors[2][k - 1] = vectors[2][0]
        actual = compare(submission, reference, vectors, ["context", "negatives"])
    for place, name in [(1, "context"), (2, "negatives")]:
        gradcheck(actual[name], loss_in(reference, vectors, place), vectors[place], name)


@check("collects the centre's gradient from all words", zh="中心词的梯度来自所有的词", points=3)
def test_centre(submission, reference, rng):
    for d, k in [(3, 4), (5, 3), (4, 2)]:
        vectors = some_vectors(rng, d, k)
        actual = compare(submission, reference, vectors, ["centre"])
    gradcheck(actual["centre"], loss_in(reference, vectors, 0), vectors[0], "centre")


@check(
    "is exact for products of ±1000, without overflow and without levelling off",
    zh="内积为 ±1000 时仍精确，不溢出，也不封顶",
    points=3,
)
def test_extreme_products(submission, reference, rng):
    for positive, negative in [
        (-1000.0, [1000.0, -1000.0, 1.0]),
        (1000.0, [-1000.0, -2.0]),
        (-30.0, [25.0, -40.0, 0.5, 45.0]),
        (2.0, [-900.0, 800.0]),
        (-760.0, [1.0, -3.0]),
    ]:
        compare(submission, reference, with_products(rng, 3, positive, negative))


@check(
    "holds for one negative, one dimension, integers, bytes, float32 and strided arrays",
    zh="只有一个负样本、只有一维、整数、uint8、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    for d, k in [(3, 1), (1, 4), (1, 1)]:
        compare(submission, reference, some_vectors(rng, d, k))
    compare(submission, reference, [rng.integers(-2, 3, size=shape) for shape in [(4,), (4,), (3, 4)]])
    compare(submission, reference, [rng.integers(7, 16, size=s).astype(np.uint8) for s in [(4,), (4,), (2, 4)]])
    centre, context, negatives = some_vectors(rng, 4, 6)
    single = [a.astype(np.float32) for a in (centre, context, negatives)]
    compare(submission, reference, single, rtol=1e-5)  # a Python float hides that it comes from float32
    compare(submission, reference, [centre[::2], np.repeat(context, 2)[:4:2], np.asfortranarray(negatives)[::3, ::2]])
