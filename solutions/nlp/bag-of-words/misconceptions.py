"""Wrong answers to bag_of_words and tf_idf that people really give."""

import re

import numpy as np

from grader.checks import misconception


def tokens(text):
    return text.lower().split()


def width(vocabulary):
    return max(vocabulary.values()) + 1


def bag(token_lists, vocabulary):
    """Counts of lists of words."""
    counts = np.zeros((len(token_lists), width(vocabulary)))
    for row, words in zip(counts, token_lists):
        for word in words:
            if word in vocabulary:
                row[vocabulary[word]] += 1
    return counts


def real(counts):
    return counts if counts.dtype.kind == "f" else counts.astype(float)


def document_frequency(counts):
    return (counts > 0).sum(axis=0)


def smooth_idf(counts):
    return np.log((1 + len(counts)) / (1 + document_frequency(counts))) + 1


def weighted(counts):
    return real(counts) * smooth_idf(counts).astype(real(counts).dtype)


def unit_rows(rows):
    norms = np.sqrt((rows**2).sum(axis=1, keepdims=True))
    return rows / np.where(norms == 0, 1, norms)


@misconception(
    "presence-only",
    entry="",
    en="Your entries are 0 or 1: whether a word occurs in a text, not how often.",
    zh="你的结果只有 0 和 1，表示词是否出现，而不是出现几次。",
)
def bag_of_words(texts, vocabulary):
    return np.minimum(bag([tokens(text) for text in texts], vocabulary), 1)


@misconception(
    "shares-of-the-text",
    entry="NL1",
    en="You divided the counts by the number of words in the text. The counts themselves are asked for.",
    zh="你把次数除以了文本的词数。题目要的是次数本身。",
)
def bag_of_words(texts, vocabulary):
    lengths = np.array([[max(len(tokens(text)), 1)] for text in texts])
    return bag([tokens(text) for text in texts], vocabulary) / lengths


@misconception(
    "one-column-per-word",
    entry="NL3",
    en="Your result has one column for each word of the vocabulary. The column of a word is its id, and the ids begin "
    "at 2 and may have gaps.",
    zh="你的结果是词表有几个词就有几列。词所在的列就是它的编号，而编号从 2 开始，还可能有空缺。",
)
def bag_of_words(texts, vocabulary):
    return np.array([[tokens(text).count(word) for word in vocabulary] for text in texts])


@misconception(
    "width-from-the-number-of-words",
    entry="NL3",
    en="Your width is the number of words and the two reserved ids. Where ids have gaps that is too small: it is the "
    "largest id that counts.",
    zh="你的列数是词数加两个保留编号。编号有空缺时这就不够了：要看最大的编号。",
)
def bag_of_words(texts, vocabulary):
    counts = np.zeros((len(texts), len(vocabulary) + 2))
    for row, text in zip(counts, texts):
        for word in tokens(text):
            if word in vocabulary:
                row[vocabulary[word]] += 1
    return counts


@misconception(
    "last-column-missing",
    entry="",
    en="Your result has as many columns as the largest id says, and they are counted from 0: that id has none.",
    zh="你的列数等于最大编号，而列从 0 数起：最大的编号就没有列了。",
)
def bag_of_words(texts, vocabulary):
    counts = np.zeros((len(texts), width(vocabulary) - 1))
    for row, text in zip(counts, texts):
        for word in tokens(text):
            if word in vocabulary:
                row[vocabulary[word]] += 1
    return counts


@misconception(
    "unknown-words-counted",
    entry="NL17",
    en="You counted unknown words in column 1. They are ignored here.",
    zh="你把未知词计入了第 1 列。本题中未知词忽略不计。",
)
def bag_of_words(texts, vocabulary):
    counts = bag([tokens(text) for text in texts], vocabulary)
    counts[:, 1] = [sum(word not in vocabulary for word in tokens(text)) for text in texts]
    return counts


@misconception(
    "unknown-words-raise",
    entry="",
    en="A word that the vocabulary does not hold raises a KeyError. Such words are ignored.",
    zh="遇到词表中没有的词，你的代码会抛出 KeyError。这样的词应当忽略。",
)
def bag_of_words(texts, vocabulary):
    counts = np.zeros((len(texts), width(vocabulary)))
    for row, text in zip(counts, texts):
        for word in tokens(text):
            row[vocabulary[word]] += 1
    return counts


@misconception(
    "parts-of-words",
    entry="NL2",
    en='You looked for the words as pieces of the text: "net" is then found in "nets" as well. Compare whole words.',
    zh="你是在整段文本里找子串，这样在“nets”中也会找到“net”。应当比较整个词。",
)
def bag_of_words(texts, vocabulary):
    counts = np.zeros((len(texts), width(vocabulary)))
    for row, text in zip(counts, texts):
        for word, column in vocabulary.items():
            row[column] = text.lower().count(word)
    return counts


@misconception(
    "case-kept",
    entry="NL6",
    en="Words with capital letters are unknown to you: the texts were not put into lower case.",
    zh="你把带大写字母的词都当成了未知词：文本没有转成小写。",
)
def bag_of_words(texts, vocabulary):
    return bag([text.split() for text in texts], vocabulary)


@misconception(
    "punctuation-dropped",
    entry="NL6",
    en='You removed the punctuation. Words are what white space separates: "cat." is another word than "cat".',
    zh="你去掉了标点。词只按空白切分：“cat.”和“cat”是不同的词。",
)
def bag_of_words(texts, vocabulary):
    return bag([re.findall(r"\w+", text.lower()) for text in texts], vocabulary)


@misconception(
    "single-blanks-only",
    entry="NL6",
    en='You split at single blanks, `split(" ")`: tabs and line ends do not separate words then.',
    zh='你按单个空格切分（`split(" ")`），这样制表符和换行就分不开词。',
)
def bag_of_words(texts, vocabulary):
    return bag([text.lower().split(" ") for text in texts], vocabulary)


@misconception(
    "all-texts-together",
    entry="",
    en="Each of your rows also counts the texts before it: the row is not set to zero for a new text.",
    zh="你的每一行还累计了前面各篇文本的次数：换一篇文本时没有清零。",
)
def bag_of_words(texts, vocabulary):
    return np.cumsum(bag([tokens(text) for text in texts], vocabulary), axis=0)


@misconception(
    "words-in-rows",
    entry="",
    en="Your result has one row per word and one column per text: it is transposed.",
    zh="你的结果是每个词一行、每篇文本一列，转置了。",
)
def bag_of_words(texts, vocabulary):
    return bag([tokens(text) for text in texts], vocabulary).T


@misconception(
    "occurrences-for-texts",
    entry="NL2",
    en="Your document frequency counts occurrences. It is the number of texts, however often the word is in each.",
    zh="你的文档频率数的是出现次数。它应当是文本数，不管词在每篇中出现几次。",
)
def idf(counts):
    return np.log((1 + len(counts)) / (1 + counts.sum(axis=0))) + 1


@misconception(
    "not-smoothed",
    entry="NL1",
    en="Your weight is ln(n / df) + 1: the ones inside the fraction are missing, and a word that no text has divides "
    "by 0.",
    zh="你的权重是 ln(n / df) + 1：分式里漏了加 1，所有文本中都没有的词会除以 0。",
)
def idf(counts):
    return np.log(len(counts) / document_frequency(counts)) + 1


@misconception(
    "smoothed-below-only",
    entry="NL1",
    en="Your weight is ln(n / (1 + df)) + 1: the one above, 1 + n, is missing.",
    zh="你的权重是 ln(n / (1 + df)) + 1：分子上漏了加 1，应为 1 + n。",
)
def idf(counts):
    return np.log(len(counts) / (1 + document_frequency(counts))) + 1


@misconception(
    "one-inside-the-logarithm",
    entry="NL1",
    en="Your weight is ln(1 + n / df), with one 1 inside the logarithm. It is another variant.",
    zh="你的权重是 ln(1 + n / df)，1 加在了对数里面。那是另一种变体。",
)
def idf(counts):
    return np.log(1 + len(counts) / np.maximum(document_frequency(counts), 1))


@misconception(
    "last-one-missing",
    entry="NL1",
    en="Your weight lacks the 1 that is added to the logarithm: words that are in every text count nothing.",
    zh="你的权重在对数之后漏了加 1：每篇文本都有的词权重成了 0。",
)
def idf(counts):
    return smooth_idf(counts) - 1


@misconception(
    "logarithm-to-base-10",
    entry="NL1",
    en="Your logarithm is that to the base 10. The natural one is asked for; because of the 1 that is added, this is "
    "not only a matter of scale.",
    zh="你用的是以 10 为底的对数。题目要求自然对数；由于后面还要加 1，两者并不只差一个比例。",
)
def idf(counts):
    return np.log10((1 + len(counts)) / (1 + document_frequency(counts))) + 1


@misconception(
    "logarithm-to-base-2",
    entry="NL1",
    en="Your logarithm is that to the base 2. The natural one is asked for.",
    zh="你用的是以 2 为底的对数。题目要求自然对数。",
)
def idf(counts):
    return np.log2((1 + len(counts)) / (1 + document_frequency(counts))) + 1


@misconception(
    "fraction-upside-down",
    entry="NL1",
    en="Your fraction is upside down, so that common words weigh more than rare ones.",
    zh="你的分式上下颠倒了，常见词的权重反而比少见词大。",
)
def idf(counts):
    return np.log((1 + document_frequency(counts)) / (1 + len(counts))) + 1


@misconception(
    "words-for-texts",
    entry="",
    en="Your n is the number of columns, which are words. It is the number of texts, the rows.",
    zh="你的 n 取成了列数，也就是词数。n 应为文本数，即行数。",
)
def idf(counts):
    return np.log((1 + counts.shape[1]) / (1 + document_frequency(counts))) + 1


@misconception(
    "logarithmic-counts",
    entry="NL1",
    en="You took 1 + ln of the counts first. The counts themselves are multiplied by the weights.",
    zh="你先对次数取了 1 + ln。应当用次数本身去乘权重。",
)
def tf_idf(counts):
    damped = np.where(counts > 0, 1 + np.log(np.maximum(real(counts), 1)), 0)
    return unit_rows(damped * smooth_idf(counts)).astype(real(counts).dtype)


@misconception(
    "not-scaled",
    entry="NL1",
    en="Your rows were not scaled to length 1.",
    zh="你没有把各行缩放到长度为 1。",
)
def tf_idf(counts):
    return weighted(counts)


@misconception(
    "rows-sum-to-one",
    entry="NL1",
    en="Your rows sum to 1. They should have the length 1: it is the sum of the squares that is 1.",
    zh="你的每一行之和为 1。应当是长度为 1，即平方和为 1。",
)
def tf_idf(counts):
    rows = weighted(counts)
    sums = rows.sum(axis=1, keepdims=True)
    return rows / np.where(sums == 0, 1, sums)


@misconception(
    "root-missing",
    entry="",
    en="You divided by the sum of the squares. Its root is missing.",
    zh="你除以了平方和，漏了开方。",
)
def tf_idf(counts):
    rows = weighted(counts)
    squares = (rows**2).sum(axis=1, keepdims=True)
    return rows / np.where(squares == 0, 1, squares)


@misconception(
    "columns-scaled",
    entry="",
    en="You scaled the columns, the words, to length 1. It is the rows, the texts.",
    zh="你把各列（词）缩放到了长度为 1。应当缩放各行（文本）。",
)
def tf_idf(counts):
    return unit_rows(weighted(counts).T).T


@misconception(
    "scaled-as-a-whole",
    entry="",
    en="You divided by the norm of the whole array. Each row has its own.",
    zh="你除以了整个数组的范数。每一行应除以自己的范数。",
)
def tf_idf(counts):
    return weighted(counts) / max(np.linalg.norm(weighted(counts)), 1e-30)


@misconception(
    "scaled-before-weighting",
    entry="",
    en="You scaled the counts to length 1 and weighted them afterwards, so that the rows have other lengths again.",
    zh="你先把次数缩放到长度为 1，再乘权重，这样各行的长度又变了。",
)
def tf_idf(counts):
    return unit_rows(real(counts)) * smooth_idf(counts).astype(real(counts).dtype)


@misconception(
    "weights-left-out",
    entry="",
    en="You only scaled the counts to length 1. The weights of the words are missing.",
    zh="你只是把次数缩放到长度为 1，没有乘各词的权重。",
)
def tf_idf(counts):
    return unit_rows(real(counts))


@misconception(
    "empty-text-divides-by-zero",
    entry="NL1",
    en="A text without known words is divided by its norm, which is 0: its row becomes NaN.",
    zh="不含任何已知词的文本除以了自己的范数 0，那一行成了 NaN。",
)
def scaled(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@misconception(
    "float32-lost",
    entry="",
    en="Your result is float64 for float32 counts: n and df are integers, and their logarithm is float64.",
    zh="次数是 float32 时，你的结果成了 float64：n 和 df 是整数，它们的对数是 float64。",
)
def tf_idf(counts):
    return unit_rows(counts * smooth_idf(counts))


@misconception(
    "counts-changed",
    entry="T11",
    en="You multiplied the caller's counts themselves by the weights (`*=`). Work on an array of your own.",
    zh="你直接在调用者的次数上乘了权重（`*=`）。应当在自己的数组上计算。",
)
def tf_idf(counts):
    counts = real(counts)
    counts *= smooth_idf(counts).astype(counts.dtype)
    return unit_rows(counts)
