"""Hidden checks of bag_of_words and tf_idf."""

import numpy as np

from grader.checks import array, check, close

POOL = "deep net layer loss gate cell batch epoch unit step word text model train kernel mean noise seed".split()


def same_counts(submission, reference, texts, vocabulary):
    """Hold the counts; their dtype is left open."""
    expected = reference.text.bag_of_words(texts, vocabulary)
    counts = array(submission.bag_of_words(texts, vocabulary), "counts", shape=expected.shape)
    close(counts.astype(float), expected.astype(float), "counts")


def same_weights(submission, reference, counts):
    close(submission.tf_idf(counts), reference.text.tf_idf(counts))


def numbered(rng, ids):
    """A vocabulary of random words whose entries do not lie in the order of their ids."""
    return dict(zip(rng.choice(POOL, size=len(ids), replace=False).tolist(), rng.permutation(ids).tolist()))


def some_texts(rng, words, lengths):
    """Random words, many of them repeated, in a mix of cases."""
    return [
        " ".join((word, word.title(), word.upper())[rng.integers(3)] for word in rng.choice(words, size=n).tolist())
        for n in lengths
    ]


def random_counts(rng, n, m):
    """Counts that are often 0 or 1, where every row and every column has some."""
    counts = rng.integers(0, 5, size=(n, m)) * rng.integers(0, 2, size=(n, m))
    counts[np.arange(max(n, m)) % n, np.arange(max(n, m)) % m] += 1
    counts[0, 0] += 2
    return counts


@check("counts every occurrence, text by text", zh="逐篇文本统计每个词的全部出现次数", points=3)
def test_counts(submission, reference, rng):
    for ids, lengths in [(range(2, 7), (9, 4, 12)), (range(2, 10), (7, 15, 6, 1, 10)), (range(2, 5), (8, 5))]:
        vocabulary = numbered(rng, ids)
        same_counts(submission, reference, some_texts(rng, list(vocabulary), lengths), vocabulary)


@check(
    "puts a word into the column of its id, ignores unknown words, and leaves the other columns 0",
    zh="词的次数写在编号对应的列，忽略未知词，其余各列为 0",
    points=2,
)
def test_columns(submission, reference, rng):
    for ids, lengths in [((2, 5, 3, 9), (9, 6, 11)), ((7, 4, 12, 6, 11), (12, 9)), ((3,), (8, 9, 7, 6))]:
        texts = some_texts(rng, POOL, lengths)
        vocabulary = numbered(rng, ids)
        same_counts(submission, reference, [*texts, f"{next(iter(vocabulary))} none"], vocabulary)


@check(
    "compares whole words between any white space; an empty text has a row of zeros",
    zh="按空白切分后比较整个词；空文本得到全零的一行",
    points=1,
)
def test_words(submission, reference, rng):
    a, b, c = (word.lower() for word in rng.choice(POOL, size=3, replace=False).tolist())
    vocabulary = {a: 4, b: 2, f"{c}.": 3}
    texts = ["", f" {a}s {a}\t{b}{a}\n{a}  {b}, {c}. ", f"{c} {c}.{c} {c}. {b.upper()}", f"\n{c}"]
    same_counts(submission, reference, texts, vocabulary)
    same_counts(submission, reference, texts[:1], vocabulary)


@check(
    "weights each word by the number of texts that have it, and scales the rows to length 1",
    zh="按含有该词的文本数加权，再把每一行缩放到长度为 1",
    points=3,
)
def test_weights(submission, reference, rng):
    for n, m in [(5, 3), (3, 7), (9, 4), (2, 6)]:
        same_weights(submission, reference, random_counts(rng, n, m))


@check(
    "is finite for words that no text or every text has, for a single text and for empty texts",
    zh="词在所有文本中都出现或都不出现、只有一篇文本、文本为空时，结果都有限",
    points=2,
)
def test_rare_and_common(submission, reference, rng):
    counts = random_counts(rng, 4, 6)
    counts[:, 2] = 0
    counts[:, 4] = 1 + rng.integers(0, 3, size=4)
    same_weights(submission, reference, counts)
    same_weights(submission, reference, counts[1:2])
    counts = random_counts(rng, 5, 3)
    counts[rng.permutation(5)[:2]] = 0
    same_weights(submission, reference, counts)
    same_weights(submission, reference, np.zeros((2, 3)))


@check(
    "holds for float32, bytes, Fortran order and strided counts",
    zh="次数为 float32、uint8、Fortran 顺序或内存不连续时都成立",
    points=1,
)
def test_edges(submission, reference, rng):
    same_weights(submission, reference, random_counts(rng, 4, 5).astype(np.float32))
    same_weights(submission, reference, 60 * random_counts(rng, 3, 5).astype(np.uint8) % 251)
    same_weights(submission, reference, np.asfortranarray(random_counts(rng, 3, 4).astype(float)))
    same_weights(submission, reference, random_counts(rng, 6, 8)[::2, ::2])
    same_weights(submission, reference, random_counts(rng, 6, 1))
