"""Hidden checks of mlp_forward."""

from itertools import pairwise

import numpy as np

from grader.checks import check, close


def network(rng, n, *sizes):
    """Inputs and the parameters of a network: x, weights, biases. Signals keep their size from layer to layer."""
    pairs = list(pairwise(sizes))
    weights = [1.4 * rng.normal(size=(d, m)) / np.sqrt(d) for d, m in pairs]
    return rng.normal(size=(n, sizes[0])), weights, [0.8 * rng.normal(size=(m,)) for _, m in pairs]


def agrees(submission, reference, x, weights, biases):
    """The submission's probabilities are the reference's."""
    close(submission.mlp_forward(x, weights, biases), reference.mlp.mlp_forward(x, weights, biases))


@check("one layer: softmax of the scores, within each row", zh="只有一层：对每一行的分数取 softmax", points=2)
def test_one_layer(submission, reference, rng):
    for n, *sizes in [(4, 5, 3), (2, 3, 6)]:
        agrees(submission, reference, *network(rng, n, *sizes))


@check(
    "two layers: ReLU after the hidden layer, not after the last", zh="两层：隐藏层之后用 ReLU，最后一层不用", points=3
)
def test_two_layers(submission, reference, rng):
    for n, *sizes in [(5, 3, 6, 4), (3, 4, 8, 2)]:
        agrees(submission, reference, *network(rng, n, *sizes))


@check("three and four layers: ReLU after every hidden one", zh="三层和四层：每个隐藏层之后都用 ReLU", points=3)
def test_deep(submission, reference, rng):
    for n, *sizes in [(4, 3, 7, 5, 2), (5, 2, 6, 9, 7, 3)]:
        agrees(submission, reference, *network(rng, n, *sizes))


@check("does not overflow for scores up to ±1000", zh="分数大到 ±1000 也不溢出", points=2)
def test_large(submission, reference, rng):
    x, weights, biases = network(rng, 4, 3, 6, 5)
    agrees(submission, reference, x, weights, [biases[0], biases[1] + np.array([996.0, 997.0, 995.0, 998.0, 996.0])])
    agrees(submission, reference, x, weights, [biases[0], biases[1] - 990])
    signs = np.array([[1.0, -0.5], [-1.0, 0.25], [0.0, 1e-3]])
    spread = np.array([[990.0, 989.0, -990.0], [0.0, 0.5, -1.0]])
    agrees(submission, reference, signs, [spread], [rng.normal(size=3)])


@check(
    "holds for a batch of one, one unit in a layer, silent hidden units and a single class",
    zh="只有一个样本、一层只有一个单元、隐藏单元全不激活、只有一个类别时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    for n, *sizes in [(1, 4, 5, 3), (4, 3, 1, 2), (3, 1, 4, 5), (4, 3, 5, 1), (1, 2, 1)]:
        agrees(submission, reference, *network(rng, n, *sizes))
    x, weights, biases = network(rng, 3, 2, 4, 5)
    agrees(submission, reference, x, weights, [biases[0] - 50, biases[1]])


@check(
    "computes integers as float64, bytes included, keeps float32, and takes strided arrays",
    zh="整数（包括 8 位整数）按 float64 计算，float32 保持不变，内存不连续也成立",
    points=1,
)
def test_dtypes_and_layouts(submission, reference, rng):
    x, weights, biases = network(rng, 4, 3, 5, 2)
    twice = np.asfortranarray(rng.normal(size=(4, 6)))
    agrees(submission, reference, twice[:, ::2], [np.asfortranarray(W) for W in weights], biases)
    agrees(submission, reference, np.rint(2 * x).astype(np.int64), weights, biases)
    rounded = [[np.rint(a).astype(np.int64) for a in arrays] for arrays in (weights, biases)]
    agrees(submission, reference, x, *rounded)
    agrees(submission, reference, np.rint(2 * x).astype(np.int64), *rounded)
    small = [[(40 * np.tanh(a)).astype(np.int8) for a in arrays] for arrays in ([x], weights, biases)]
    agrees(submission, reference, small[0][0], *small[1:])
    singles = [[a.astype(np.float32) for a in arrays] for arrays in (weights, biases)]
    agrees(submission, reference, x.astype(np.float32), *singles)
