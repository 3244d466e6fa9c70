"""Hidden checks of all_reduce_mean."""

import numpy as np

from grader.checks import check, close


def same(submission, reference, grads, sizes):
    """Hold the mean gradient."""
    close(submission.all_reduce_mean(grads, sizes), reference.parallel.all_reduce_mean(grads, sizes))


@check(
    "equals the gradient of the whole batch, for shards of any sizes",
    zh="分片大小不一时，等于整批数据的梯度",
    points=5,
)
def test_whole_batch(submission, rng):
    for shape, sizes in [((4,), [5, 2]), ((2, 3), [1, 7, 4]), ((3, 1, 2, 5), [6, 1, 3, 9])]:
        of_samples = rng.normal(size=(sum(sizes), *shape)) + 2
        shards = np.split(of_samples, np.cumsum(sizes)[:-1])
        grads = [(k + 1) * np.mean(shard, axis=0) for k, shard in enumerate(shards)]  # no two workers agree
        whole = np.sum([(k + 1) * np.sum(shard, axis=0) for k, shard in enumerate(shards)], axis=0) / sum(sizes)
        close(submission.all_reduce_mean(grads, sizes), whole)


@check(
    "leaves out workers without samples, and holds for a single worker and for many",
    zh="没有样本的节点不计入；只有一个节点、节点很多时都成立",
    points=3,
)
def test_workers(submission, reference, rng):
    same(submission, reference, [rng.normal(size=(3, 2))], [6])
    same(submission, reference, list(rng.uniform(1, 3, size=(3, 4))), [0, 5, 2])
    same(submission, reference, list(rng.uniform(1, 3, size=(4, 2, 3))), [3, 0, 0, 1])
    same(submission, reference, list(rng.uniform(1, 3, size=(2, 5))), [0, 4])
    same(submission, reference, list(3 * rng.normal(size=(19, 2)) + 1), [int(n) for n in rng.integers(1, 40, size=19)])
    same(submission, reference, list(rng.normal(size=(2, 3)) + 4), [100_000, 50_001])


@check(
    "holds for one element, integers and int8, float32 and strided arrays",
    zh="单个元素、整数与 int8、float32、内存不连续时都成立",
    points=2,
)
def test_edges(submission, reference, rng):
    same(submission, reference, list(rng.uniform(1, 4, size=(3, 1))), [2, 1, 6])
    same(submission, reference, list(rng.integers(-9, 10, size=(3, 2, 4))), [4, 2, 1])
    same(submission, reference, list(rng.integers(90, 120, size=(2, 3), dtype=np.int8)), [200, 57])
    same(submission, reference, list(rng.normal(size=(3, 4, 2)).astype(np.float32)), [3, 1, 7])
    large = [10**9 + rng.integers(10, 90, size=3), rng.integers(10, 90, size=3) - 10**9]
    same(submission, reference, large, [7, 7])  # float32 would lose what is left of the sum
    ordered = np.asfortranarray(rng.normal(size=(3, 5))), rng.normal(size=(5, 3)).T, rng.normal(size=(6, 5))[::-2]
    same(submission, reference, list(ordered), [2, 9, 4])
