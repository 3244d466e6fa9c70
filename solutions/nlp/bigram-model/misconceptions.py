"""Wrong answers to bigram_probabilities and perplexity that people really give."""

from itertools import pairwise

import numpy as np

from grader.checks import misconception


def pair_counts(tokens, v):
    counts = np.zeros((v, v))
    for i, j in pairwise(tokens):
        counts[i, j] += 1
    return counts


def totals(counts):
    return counts.sum(axis=1, keepdims=True)


def rows_to_one(counts):
    return counts / totals(counts)


def of_text(tokens, probabilities):
    """The probability of each bigram of a text."""
    return probabilities[tokens[:-1], tokens[1:]]


@misconception(
    "not-smoothed",
    entry="NL4",
    en="Your result is not smoothed: alpha has no part in it. A pair that did not occur has the probability 0, and a "
    "word without successor a row of NaN.",
    zh="你没有做平滑，alpha 没有起作用：没出现过的二元组概率为 0，没有后继的词整行都是 NaN。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return rows_to_one(pair_counts(tokens, vocabulary_size))


@misconception(
    "alpha-always-one",
    entry="",
    en="You always add 1. What is added is the argument alpha; 1 is only its default.",
    zh="你总是加 1。应当加参数 alpha，1 只是它的默认值。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return rows_to_one(pair_counts(tokens, vocabulary_size) + 1)


@misconception(
    "alpha-cut-to-an-integer",
    entry="X03",
    en="Your counts are integers, and alpha was cut to an integer when it was put among them.",
    zh="你的计数数组是整数类型，alpha 放进去时被截断成了整数。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size) + int(alpha)
    return counts / np.maximum(totals(counts), 1e-300)


@misconception(
    "denominator-unchanged",
    entry="NL4",
    en="You added alpha above the line only: the denominator lacks alpha · V, and the rows sum to more than 1.",
    zh="你只在分子上加了 alpha，分母缺了 alpha · V，每行之和大于 1。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return (counts + alpha) / totals(counts)


@misconception(
    "denominator-lacks-v",
    entry="NL4",
    en="Your denominator has alpha once. It was added to V counts, so that alpha · V belongs there.",
    zh="你的分母只加了一个 alpha。V 个计数都加过 alpha，所以分母应加 alpha · V。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return (counts + alpha) / (totals(counts) + alpha)


@misconception(
    "denominator-lacks-alpha",
    entry="NL4",
    en="Your denominator has V without alpha. For alpha = 1 it is the same, otherwise the rows do not sum to 1.",
    zh="你的分母加的是 V，没有乘 alpha。alpha = 1 时两者相同，否则每行之和不为 1。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return (counts + alpha) / (totals(counts) + vocabulary_size)


@misconception(
    "numerator-unchanged",
    entry="NL4",
    en="You added alpha · V below the line, but no alpha above: pairs that did not occur still have the probability 0.",
    zh="你在分母上加了 alpha · V，分子却没有加 alpha：没出现过的二元组概率仍然是 0。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return counts / np.maximum(totals(counts) + alpha * vocabulary_size, 1e-300)


@misconception(
    "only-seen-pairs-smoothed",
    entry="NL4",
    en="You added alpha to pairs that occur only. It is the others that need it: every cell gets alpha.",
    zh="你只给出现过的二元组加了 alpha。真正需要它的是没出现过的：每一格都要加。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return np.where(counts > 0, counts + alpha, 0) / np.maximum(totals(counts) + alpha * vocabulary_size, 1e-300)


@misconception(
    "only-words-that-occur-counted",
    entry="NL4",
    en="Your V is the number of different words in the text. It is vocabulary_size, and the rows do not sum to 1 "
    "otherwise.",
    zh="你的 V 取成了文本中不同词的个数。V 应为 vocabulary_size，否则每行之和不为 1。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return (counts + alpha) / (totals(counts) + alpha * len(np.unique(tokens)))


@misconception(
    "last-word-counted",
    entry="NL4",
    en="Your denominator counts how often a word occurs. The last word of the text has no successor and must not "
    "count, or its row does not sum to 1.",
    zh="你的分母是词出现的次数。文本的最后一个词没有后继，不应计入，否则它那一行之和不为 1。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    occurrences = np.bincount(tokens, minlength=vocabulary_size)[:, None]
    return (pair_counts(tokens, vocabulary_size) + alpha) / (occurrences + alpha * vocabulary_size)


@misconception(
    "joint-probabilities",
    entry="",
    en="Your whole table sums to 1: these are the probabilities of pairs. Given the first word, each row sums to 1.",
    zh="你的整张表之和为 1，这是词对的联合概率。前一个词给定之后，应当是每一行之和为 1。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    smoothed = pair_counts(tokens, vocabulary_size) + alpha
    return smoothed / smoothed.sum()


@misconception(
    "columns-sum-to-one",
    entry="",
    en="Your columns sum to 1: you divided by the sums over the first word. It is the rows that sum to 1.",
    zh="你的各列之和为 1：除以的是对前一个词的求和。应当是各行之和为 1。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    smoothed = pair_counts(tokens, vocabulary_size) + alpha
    return smoothed / np.maximum(smoothed.sum(axis=0), 1e-300)


@misconception(
    "rows-divided-along-the-wrong-axis",
    entry="",
    en="You divided column j by the sum of row j: the sums lost their axis, and broadcasting laid them along the "
    "columns.",
    zh="你用第 j 行的和去除第 j 列：求和时丢了轴，广播把它们对到了列上。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    smoothed = pair_counts(tokens, vocabulary_size) + alpha
    return smoothed / smoothed.sum(axis=1)


@misconception(
    "transposed",
    entry="",
    en="Your table is transposed: the row is the word that comes first, the column the one after it.",
    zh="你的表转置了：行是前一个词，列是后一个词。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return rows_to_one(pair_counts(tokens, vocabulary_size) + alpha).T


@misconception(
    "pairs-read-backwards",
    entry="",
    en="You counted which word comes before which: the two words of each pair are exchanged.",
    zh="你统计的是哪个词在哪个词之前：每个二元组的两个词对调了。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return rows_to_one(pair_counts(tokens, vocabulary_size).T + alpha)


@misconception(
    "both-directions",
    entry="",
    en="You counted each pair in both directions. Word j after word i is another pair than i after j.",
    zh="你把每个二元组按两个方向都计了一次。“i 后面是 j”与“j 后面是 i”是不同的二元组。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    counts = pair_counts(tokens, vocabulary_size)
    return rows_to_one(counts + counts.T + alpha)


@misconception(
    "repeats-counted-once",
    entry="Y10",
    en="A pair that occurs several times counts once: `counts[first, second] += 1` writes each cell only once.",
    zh="多次出现的二元组只算了一次：`counts[first, second] += 1` 对每一格只写一次。",
)
def bigram_counts(tokens, vocabulary_size):
    counts = np.zeros((vocabulary_size, vocabulary_size))
    counts[tokens[:-1], tokens[1:]] += 1
    return counts


@misconception(
    "joined-to-a-ring",
    entry="NL4",
    en="You also counted the last word followed by the first: `np.roll` closes the text to a ring.",
    zh="你还统计了“最后一个词后面是第一个词”：`np.roll` 把文本首尾相接了。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return rows_to_one(pair_counts(np.append(tokens, tokens[0]), vocabulary_size) + alpha)


@misconception(
    "pairs-do-not-overlap",
    entry="",
    en="You cut the text into pairs that do not overlap. Every word but the first is the second of a pair, and every "
    "word but the last the first of one.",
    zh="你把文本切成了互不重叠的词对。除第一个词外，每个词都是某个二元组的后一个词；除最后一个词外，每个词都是前一个词。",
)
def bigram_counts(tokens, vocabulary_size):
    counts = np.zeros((vocabulary_size, vocabulary_size))
    for i, j in zip(tokens[::2], tokens[1::2]):
        counts[i, j] += 1
    return counts


@misconception(
    "last-pair-missing",
    entry="",
    en="You left out the last pair: a text of n words has n - 1 pairs.",
    zh="你漏了最后一个二元组：n 个词有 n - 1 个二元组。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return rows_to_one(pair_counts(tokens[:-1], vocabulary_size) + alpha)


@misconception(
    "byte-index-wraps",
    entry="T08",
    en="You made one index of the pair, first · V + second. For tokens in bytes that product wraps around at 256.",
    zh="你把二元组合成了一个下标 first · V + second。tokens 是 uint8 时，乘积超过 255 就会回绕。",
)
def bigram_counts(tokens, vocabulary_size):
    pairs = tokens[:-1] * tokens.dtype.type(vocabulary_size) + tokens[1:]
    return np.bincount(pairs, minlength=vocabulary_size**2).reshape(vocabulary_size, vocabulary_size)


@misconception(
    "logarithms-returned",
    entry="",
    en="Your table holds logarithms. The probabilities themselves are asked for.",
    zh="你的表里是概率的对数。题目要的是概率本身。",
)
def bigram_probabilities(tokens, vocabulary_size, alpha=1.0):
    return np.log(np.maximum(rows_to_one(pair_counts(tokens, vocabulary_size) + alpha), 1e-300))


@misconception(
    "not-exponentiated",
    entry="NL5",
    en="Your result is the cross-entropy. Perplexity is exp of it.",
    zh="你返回的是交叉熵，困惑度还要对它取 exp。",
)
def perplexity(tokens, probabilities):
    return -np.mean(np.log(of_text(tokens, probabilities)))


@misconception(
    "divided-by-the-tokens",
    entry="NL5",
    en="You divided by n. There are n - 1 bigrams: the first word is not predicted.",
    zh="你除以了 n。二元组只有 n - 1 个：第一个词不是预测出来的。",
)
def perplexity(tokens, probabilities):
    return np.exp(-np.sum(np.log(of_text(tokens, probabilities))) / len(tokens))


@misconception(
    "sum-not-mean",
    entry="NL5",
    en="You did not divide by the number of bigrams: your result is 1 by the probability of the whole text.",
    zh="你没有除以二元组的个数：你的结果是整篇文本概率的倒数。",
)
def perplexity(tokens, probabilities):
    return np.exp(-np.sum(np.log(of_text(tokens, probabilities))))


@misconception(
    "two-to-natural-logarithms",
    entry="NL5",
    en="You raised 2 to a mean of natural logarithms. Both have to have the same base.",
    zh="你用 2 的幂去还原自然对数的平均。两者的底数必须一致。",
)
def perplexity(tokens, probabilities):
    return 2 ** -np.mean(np.log(of_text(tokens, probabilities)))


@misconception(
    "exp-of-binary-logarithms",
    entry="NL5",
    en="You took exp of a mean of logarithms to the base 2. Both have to have the same base.",
    zh="你对以 2 为底的对数平均取了 exp。两者的底数必须一致。",
)
def perplexity(tokens, probabilities):
    return np.exp(-np.mean(np.log2(of_text(tokens, probabilities))))


@misconception(
    "no-minus",
    entry="NL5",
    en="Your result is below 1: the minus is missing, and it is the (geometric) mean probability.",
    zh="你的结果小于 1：少了负号，得到的是概率的（几何）平均。",
)
def perplexity(tokens, probabilities):
    return np.exp(np.mean(np.log(of_text(tokens, probabilities))))


@misconception(
    "product-underflows",
    entry="NL5",
    en="You multiplied all probabilities and took the root of the product. For a long text the product is 0 in "
    "floating point.",
    zh="你先把所有概率连乘，再开方。文本很长时，乘积在浮点数里就是 0。",
)
def perplexity(tokens, probabilities):
    return np.prod(of_text(tokens, probabilities) * 1.0) ** (-1 / (len(tokens) - 1))


@misconception(
    "inverse-of-the-mean",
    entry="NL5",
    en="You averaged the probabilities and took the inverse. It is their logarithms that are averaged.",
    zh="你先对概率求平均，再取倒数。应当平均的是它们的对数。",
)
def perplexity(tokens, probabilities):
    return 1 / np.mean(of_text(tokens, probabilities))


@misconception(
    "mean-of-the-inverses",
    entry="NL5",
    en="You averaged 1/p. It is the logarithms that are averaged.",
    zh="你对 1/p 求了平均。应当平均的是对数。",
)
def perplexity(tokens, probabilities):
    return np.mean(1 / of_text(tokens, probabilities))


@misconception(
    "table-read-transposed",
    entry="",
    en="You looked up the probability of the earlier word after the later one: row and column are exchanged.",
    zh="你查的是“后一个词之后出现前一个词”的概率：行和列对调了。",
)
def perplexity(tokens, probabilities):
    return np.exp(-np.mean(np.log(probabilities[tokens[1:], tokens[:-1]])))


@misconception(
    "every-row-with-every-column",
    entry="",
    en="You averaged over every first word with every second word of the text, not over the pairs: two indices one "
    "after the other cut out a block.",
    zh="你对文本中每个前词与每个后词的所有组合求了平均，而不是对词对求平均：分两次取下标，取出的是一个矩形块。",
)
def perplexity(tokens, probabilities):
    block = probabilities[tokens[:-1]][:, tokens[1:]]
    return np.exp(-np.mean(np.log(np.maximum(block, 1e-300))))


@misconception(
    "probability-of-itself",
    entry="",
    en="You looked up each word after itself: the index of the row has to be the word before.",
    zh="你查的是每个词跟在自己后面的概率：行下标应为前一个词。",
)
def perplexity(tokens, probabilities):
    return np.exp(-np.mean(np.log(np.maximum(probabilities[tokens[1:], tokens[1:]], 1e-300))))


@misconception(
    "small-probabilities-clipped",
    entry="C03",
    en="You raised small probabilities to 1e-7, so that the logarithm stays finite. Rare pairs then cost too little.",
    zh="你把很小的概率提高到了 1e-7，好让对数有限。这样一来，罕见二元组的代价就偏小了。",
)
def perplexity(tokens, probabilities):
    return np.exp(-np.mean(np.log(np.maximum(of_text(tokens, probabilities), 1e-7))))


@misconception(
    "last-bigram-not-measured",
    entry="",
    en="You left out the last bigram of the text.",
    zh="你漏了文本的最后一个二元组。",
)
def perplexity(tokens, probabilities):
    logarithms = np.log(of_text(tokens, probabilities))
    return np.exp(-np.mean(logarithms[:-1] if len(logarithms) > 1 else logarithms))
