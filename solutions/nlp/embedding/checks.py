"""Hidden checks of embedding_forward and embedding_backward."""

import numpy as np

from grader.checks import check, close


def same_rows(submission, reference, ids, table):
    close(submission.embedding_forward(ids, table), reference.embedding.embedding_forward(ids, table))


def same_gradient(submission, reference, dy, ids, v):
    expected = reference.embedding.embedding_backward(dy, ids, v)
    close(submission.embedding_backward(dy, ids, v), expected, "dtable")


def upstream(rng, shape, d):
    """Gradients that do not cancel where they are added up."""
    return rng.normal(size=(*shape, d)) + 1


@check("looks up the row of each id, for ids of any shape", zh="为每个编号查出表中的一行，ids 可为任意形状", points=3)
def test_rows(submission, reference, rng):
    for shape, v, d in [((5,), 4, 3), ((2, 7), 5, 4), ((3, 2, 4), 9, 5), ((4, 1), 6, 2)]:
        ids = rng.integers(0, v, size=shape)
        ids.flat[:2] = 0, v - 1
        same_rows(submission, reference, ids, rng.normal(size=(v, d)))


@check("adds up the gradients of ids that occur several times", zh="同一编号多次出现时，梯度累加", points=3)
def test_repeated_ids(submission, reference, rng):
    for n, v, d in [(9, 4, 3), (12, 5, 2), (7, 3, 6)]:
        ids = rng.permutation(np.append(np.arange(n - 2) % v, [1, 1]))
        same_gradient(submission, reference, upstream(rng, (n,), d), ids, v)


@check("adds up over all axes of ids", zh="对 ids 的所有轴累加", points=2)
def test_axes(submission, reference, rng):
    for shape, v, d in [((2, 6), 4, 3), ((4, 3), 5, 2), ((3, 2, 4), 6, 5)]:
        ids = rng.integers(0, v, size=shape)
        ids[0, 0] = ids[1, 1] = ids[0, 1] = v - 1  # within a sample and across samples
        same_gradient(submission, reference, upstream(rng, shape, d), ids, v)


@check(
    "has a row for each word of the vocabulary: 0 if it does not occur; id 0 is a word like any other",
    zh="词表中每个词一行：没有出现的为 0；编号 0 与其他编号一样",
    points=2,
)
def test_rows_of_the_gradient(submission, reference, rng):
    for used, v in [((3, 1), 7), ((0, 2), 6), ((4, 0, 5), 9)]:
        ids = np.concatenate([used, rng.choice(used, size=5)])
        same_gradient(submission, reference, upstream(rng, ids.shape, 3), ids, v)
        same_gradient(submission, reference, upstream(rng, (4, 2), 3), ids[:4, None] * [1, 1], v)


@check(
    "holds for a single id, float32, integer gradients, int32 ids and strided arrays",
    zh="只有一个编号、float32、整数梯度、int32 编号、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    ids, table, dy = rng.integers(0, 4, size=(3, 5)).astype(np.int32), rng.normal(size=(4, 2)), upstream(rng, (3, 5), 2)
    same_rows(submission, reference, ids, table.astype(np.float32))
    same_rows(submission, reference, ids[:, ::2], np.asfortranarray(table))
    same_rows(submission, reference, np.array([[3]]), np.repeat(table, 3, axis=1)[:, ::3])
    same_rows(submission, reference, np.array([0, 0]), table[:1, :1])
    same_gradient(submission, reference, dy.astype(np.float32), ids, 4)
    same_gradient(submission, reference, rng.integers(1, 9, size=(3, 5, 2)), ids, 4)
    same_gradient(submission, reference, np.asfortranarray(dy)[:, ::2], ids[:, ::2], 4)
    same_gradient(submission, reference, dy[:1, :1], np.array([[1]]), 3)
    same_gradient(submission, reference, dy[0, :, :1], np.zeros(5, dtype=int), 1)
