"""Hidden checks of matrix-factorisation."""

import numpy as np

from grader.checks import check, close, number, unpack


def vectors(rng, users, items, d):
    """Vectors of users and items, of a length that makes the products a few units large."""
    return 1.5 * rng.normal(size=(users, d)), 1.5 * rng.normal(size=(items, d))


def same_step(submission, reference, U, V, *step):
    """Hold the new vectors of the users and of the items."""
    expected = reference.factorisation.mf_step(U, V, *step)
    new_users, new_items = unpack(submission.mf_step(U, V, *step), "U", "V")
    close(new_users, expected[0], "U")
    close(new_items, expected[1], "V")


def same_rmse(submission, reference, U, V, triples, rtol=None):
    """Hold the error."""
    got = number(submission.rmse(U, V, triples), "rmse")  # as a Python float, whatever it was computed in
    close(got, reference.factorisation.rmse(U, V, triples), "rmse", rtol=rtol)


@check(
    "moves the vectors of this user and this item towards the rating, both from the old ones",
    zh="这个用户和这件商品的向量都由旧值出发，朝着评分更新",
    points=3,
)
def test_step(submission, reference, rng):
    for (users, items, d), i, j in [((4, 6, 3), 2, 5), ((5, 3, 2), 4, 0), ((2, 7, 5), 0, 3)]:
        same_step(submission, reference, *vectors(rng, users, items, d), i, j, 4.5, 0.3, 0.0)
    U, V = vectors(rng, 3, 5, 2)
    same_step(submission, reference, U, V, 1, 2, float(U[1] @ V[2]) - 2.5, 0.2, 0.0)  # too high a prediction


@check(
    "shrinks the two vectors by l2, within the learning rate, and no other row",
    zh="用 l2 收缩这两个向量（在学习率之内），其余各行不变",
    points=2,
)
def test_regularisation(submission, reference, rng):
    for (users, items, d), i, j in [((6, 4, 3), 3, 1), ((3, 5, 4), 1, 4)]:
        U, V = vectors(rng, users, items, d)
        same_step(submission, reference, U, V, i, j, 3.0, 0.4, 0.6)
        same_step(submission, reference, U, V, i, j, float(U[i] @ V[j]), 0.2, 1.5)
    same_step(submission, reference, *vectors(rng, 3, 2, 4), 2, 1, 5.0, 0.0, 0.7)


@check(
    "computes the rmse over the known ratings, and over nothing else",
    zh="rmse 只对已知的评分计算",
    points=4,
)
def test_rmse(submission, reference, rng):
    # with as many users as items, exchanged indices are in range
    for (users, items, d), n in [((3, 3, 2), 4), ((4, 6, 3), 5), ((7, 3, 2), 8), ((2, 5, 4), 3)]:
        U, V = vectors(rng, users, items, d)
        pairs = [divmod(int(k), items) for k in rng.permutation(users * items)[:n]]
        ratings = 2.5 + rng.choice([-1, 1], size=n) * rng.uniform(0.5, 4, size=n)
        triples = [(i, j, float(rating)) for (i, j), rating in zip(pairs, ratings)]
        same_rmse(submission, reference, U, V, triples)
    same_rmse(submission, reference, U, V, triples[:1])


@check(
    "holds for d = 1, one user, integers and int8, float32 and strided arrays",
    zh="d 为 1、只有一个用户、整数与 int8、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    triples = [(0, 2, 4.0), (1, 0, 2.0), (1, 1, 3.0)]
    scalar = rng.uniform(1, 2, size=(2, 1)), rng.uniform(1, 2, size=(3, 1))
    whole = rng.integers(1, 4, size=(2, 3)), rng.integers(-3, 4, size=(4, 3))
    small = rng.integers(20, 30, size=(2, 3), dtype=np.int8), rng.integers(20, 30, size=(3, 3), dtype=np.int8)
    large = np.array([[10**9, 1, -2], [3, 10**9, 1]]), np.array([[7, 1, 2], [2, 3, 1], [1, 2, 5]])
    strided = rng.normal(size=(4, 5))[::2], np.asfortranarray(rng.normal(size=(3, 10)))[:, ::-2]
    for U, V in [scalar, whole, small, large, strided]:
        same_rmse(submission, reference, U, V, triples)
        same_step(submission, reference, U, V, 1, 2, 3, 0.25, 0.5)
    same_step(submission, reference, rng.normal(size=(1, 2)), rng.normal(size=(1, 2)), 0, 0, 5, 1, 2)
    single = rng.normal(size=(2, 4)).astype(np.float32), rng.normal(size=(3, 4)).astype(np.float32)
    same_step(submission, reference, *single, 0, 1, 4.5, 0.25, 0.5)
    same_rmse(submission, reference, *single, triples, rtol=1e-5)  # a Python float hides its float32 origin
