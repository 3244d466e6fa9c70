"""Hidden checks of bigram_probabilities and perplexity."""

import numpy as np

from grader.checks import check, close


def same_table(submission, reference, tokens, *arguments, **named):
    expected = reference.text.bigram_probabilities(tokens, *arguments, **named)
    close(submission.bigram_probabilities(tokens, *arguments, **named), expected, "probabilities")


def same_perplexity(submission, reference, tokens, table, rtol=None):
    close(submission.perplexity(tokens, table), reference.text.perplexity(tokens, table), "perplexity", rtol=rtol)


def some_tokens(rng, n, v):
    """Random words, all with a successor; the first pair comes back, and the last word differs from the first."""
    tokens = np.concatenate([rng.permutation(v), rng.integers(0, v, size=n)])
    tokens[-4:-1] = tokens[0], tokens[1], tokens[0]
    tokens[-1] = tokens[1]
    return tokens


def some_table(rng, v):
    """Rows that sum to 1, of quite different probabilities."""
    table = rng.uniform(0.02, 1.0, size=(v, v)) ** 2
    return table / table.sum(axis=1, keepdims=True)


@check(
    "counts the neighbouring pairs, adds alpha = 1 and gives each row the sum 1",
    zh="统计相邻词对，每格加 α = 1，每行归一",
    points=3,
)
def test_probabilities(submission, reference, rng):
    for n, v in [(9, 4), (20, 3), (14, 7), (8, 2)]:
        same_table(submission, reference, some_tokens(rng, n, v), v)


@check("smooths with the given alpha", zh="按给定的 α 平滑", points=2)
def test_alpha(submission, reference, rng):
    for n, v, alpha in [(12, 3, 0.25), (8, 5, 3), (15, 4, 1e-3), (11, 6, 0)]:
        tokens = some_tokens(rng, n, v)
        same_table(submission, reference, tokens, v, alpha)
        same_table(submission, reference, tokens, v, alpha=alpha)


@check(
    "has a row and a column for words that do not occur or have no successor",
    zh="没有出现过的词、没有后继的词也各占一行一列",
    points=2,
)
def test_unseen_words(submission, reference, rng):
    for used, v, alpha in [((4, 1, 3), 7, 1.0), ((0, 2), 5, 0.5), ((5, 0, 2, 3), 6, 2.0)]:
        tokens = np.concatenate([rng.choice(used[1:], size=8), used[:1]])
        same_table(submission, reference, tokens, v, alpha)
        same_table(submission, reference, tokens[-1:], v, alpha)
    tokens = np.append(rng.integers(12, 20, size=30), 19).astype(np.uint8)  # 19 · 20 is no byte
    same_table(submission, reference, tokens, 20, 0.5)
    same_table(submission, reference, np.repeat(tokens.astype(np.int32), 2)[::2], 21, 0.5)


@check(
    "is the perplexity over the n - 1 bigrams of a text",
    zh="困惑度按文本的 n - 1 个二元组计算",
    points=3,
)
def test_perplexity(submission, reference, rng):
    for n, v in [(3, 4), (8, 3), (5, 6), (20, 5)]:
        same_perplexity(submission, reference, some_tokens(rng, n, v), some_table(rng, v))
    for v in (2, 9):
        close(submission.perplexity(rng.integers(0, v, size=6), np.full((v, v), 1 / v)), float(v), "perplexity")


@check(
    "is exact for long texts and very small probabilities",
    zh="文本很长、概率很小时也精确",
    points=1,
)
def test_long_texts(submission, reference, rng):
    same_perplexity(submission, reference, some_tokens(rng, 1500, 6), some_table(rng, 6))
    table = some_table(rng, 3)
    table[:, 1] = rng.uniform(1, 2, size=3) * 1e-13
    same_perplexity(submission, reference, some_tokens(rng, 7, 3), table)


@check(
    "holds for a single bigram, a certain one, float32 tables, bytes and strided arrays",
    zh="只有一个二元组、概率为 1、概率表为 float32、词为 uint8、内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    table = some_table(rng, 5)
    same_perplexity(submission, reference, np.array([3, 1]), table)
    same_perplexity(submission, reference, np.array([2, 2]), np.asfortranarray(table))
    close(submission.perplexity(np.array([0, 2, 1, 0]), np.array([[0, 0, 1], [1, 0, 0], [0, 1, 0]])), 1.0, "perplexity")
    tokens = some_tokens(rng, 9, 5)
    same_perplexity(submission, reference, tokens.astype(np.uint8), table)
    same_perplexity(submission, reference, np.repeat(tokens, 2)[::2], np.repeat(table, 2, axis=1)[:, ::2])
    same_perplexity(
        submission, reference, tokens, table.astype(np.float32), rtol=1e-5
    )  # a float hides its float32 origin
