"""Hidden checks of build_vocabulary and encode."""

import numpy as np

from grader.checks import array, check, close, entries

POOL = "deep net layer loss gate cell batch epoch unit step word text model train kernel mean noise seed".split()


def same_vocabulary(submission, reference, texts, *max_size, **named):
    """Hold the words and their ids; the order of the dict is left open."""
    expected = reference.text.build_vocabulary(texts, *max_size, **named)
    numbers = entries(submission.build_vocabulary(texts, *max_size, **named), *expected)
    for (word, number), got in zip(expected.items(), numbers):
        close(got, number, f"id of {word}")


def same_ids(submission, reference, text, vocabulary, length):
    """Hold the ids; a list of them is as good as an array."""
    expected = reference.text.encode(text, vocabulary, length)
    ids = array(submission.encode(text, vocabulary, length), "ids", shape=(length,))
    close(ids.astype(float), expected.astype(float), "ids")


def some_texts(rng, counts, parts):
    """Words with these counts, shuffled, in a mix of cases, cut into texts."""
    words = np.repeat(rng.choice(POOL, size=len(counts), replace=False), counts)
    cased = [(word, word.title(), word.upper())[rng.integers(3)] for word in rng.permutation(words).tolist()]
    cuts = np.sort(rng.choice(np.arange(1, len(cased)), size=parts - 1, replace=False))
    return [" ".join(cased[a:b]) for a, b in zip([0, *cuts], [*cuts, len(cased)])]


def numbered(rng, size):
    """A vocabulary whose entries do not lie in the order of their ids."""
    words = rng.choice(POOL, size=size, replace=False).tolist()
    return {words[i]: i + 2 for i in rng.permutation(size).tolist()}


@check(
    "numbers the words from 2 by falling count, equal counts by first appearance",
    zh="从 2 开始编号：次数多的在前，次数相同的先出现者在前",
    points=2,
)
def test_order(submission, reference, rng):
    for counts, parts in [((6, 3, 3, 3, 2, 2, 1, 1, 1), 4), ((1, 1, 1, 1, 1, 1, 1), 2), ((5, 5, 4, 2, 2, 2, 2), 3)]:
        same_vocabulary(submission, reference, some_texts(rng, counts, parts))
    common, rare, *others = rng.choice(POOL, size=6, replace=False).tolist()
    # more often than any other word, but in one text only
    same_vocabulary(submission, reference, [rare, f"{rare} {others[0]}", " ".join([*others, *4 * [common]])])


@check(
    "keeps the max_size most frequent words, all by default", zh="保留次数最多的 max_size 个词，默认全部保留", points=1
)
def test_max_size(submission, reference, rng):
    for max_size in (1, 4, 7, 30):
        texts = some_texts(rng, (5, 4, 3, 3, 3, 2, 2, 1, 1), 3)
        same_vocabulary(submission, reference, texts, max_size)
        same_vocabulary(submission, reference, texts, max_size=max_size)
    same_vocabulary(submission, reference, texts, None)
    same_vocabulary(submission, reference, texts, 0)


@check(
    "cuts long texts off and fills short ones up with 0, at the end",
    zh="长文本在末尾截断，短文本在末尾补 0",
    points=2,
)
def test_length(submission, reference, rng):
    for size, n, length in [(7, 5, 8), (9, 8, 5), (6, 4, 4), (8, 7, 1), (8, 1, 6)]:
        vocabulary = numbered(rng, size)
        same_ids(submission, reference, " ".join(rng.choice(list(vocabulary), size=n)), vocabulary, length)


@check("gives unknown words the id 1, in their places", zh="未知词在原位置上编号为 1", points=1)
def test_unknown(submission, reference, rng):
    for length in (9, 6):
        vocabulary = numbered(rng, 5)
        known = rng.choice(list(vocabulary), size=4).tolist()
        strange = [word for word in POOL if word not in vocabulary][:4]
        words = [strange[0], *rng.permutation([*known, *strange]).tolist()]
        same_ids(submission, reference, " ".join(words[:7]), vocabulary, length)
    same_ids(submission, reference, " ".join(strange), {}, 5)


@check(
    "takes words as they stand between any white space, in lower case; an empty text has none",
    zh="词以任意空白分隔，转为小写，标点不动；空文本没有词",
    points=1,
)
def test_words(submission, reference, rng):
    a, b, c, d = rng.choice(POOL, size=4, replace=False).tolist()
    text = f"  {a.upper()}\t{b}.  {a.title()} {c}-{d}\n{b}  {c}, don't {c}! {c}-{d} "
    same_vocabulary(submission, reference, [text, "", f"{b}.\n\n{d}"])
    vocabulary = reference.text.build_vocabulary([text])
    same_ids(submission, reference, text.upper(), vocabulary, 12)
    same_ids(submission, reference, f"{b} {b}. {c} {c},", vocabulary, 6)
    same_ids(submission, reference, "", vocabulary, 3)
    same_vocabulary(submission, reference, [])
    same_vocabulary(submission, reference, [a.upper()])
