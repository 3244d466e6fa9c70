"""Wrong answers to build_vocabulary and encode that people really give."""

import re
from collections import Counter

import numpy as np

from grader.checks import misconception


def counted(texts):
    return Counter(word for text in texts for word in text.lower().split())


def ranked(texts):
    counts = counted(texts)
    return sorted(counts, key=counts.get, reverse=True)


def numbered(words, first=2):
    return {word: first + i for i, word in enumerate(words)}


def looked_up(words, vocabulary, unknown=1):
    return [vocabulary.get(word, unknown) for word in words]


def filled(ids, length):
    return np.array((ids + [0] * length)[:length])


@misconception(
    "ids-from-zero",
    entry="NL17",
    en="Your ids begin at 0, which is the id of the padding: the most frequent word cannot be told from it.",
    zh="你的编号从 0 开始，而 0 是填充用的：最常用的词和填充就分不开了。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(ranked(texts)[:max_size], 0)


@misconception(
    "ids-from-one",
    entry="NL17",
    en="Your ids begin at 1, which is the id of unknown words. Two ids are reserved.",
    zh="你的编号从 1 开始，而 1 是未知词的编号。保留的编号有两个。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(ranked(texts)[:max_size], 1)


@misconception(
    "reserved-ids-as-entries",
    entry="",
    en="Your dict has entries of its own for padding and for unknown words. It should hold words only.",
    zh="你的字典里还有填充和未知词这两项。词表只应包含词。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(["<pad>", "<unk>", *ranked(texts)[:max_size]], 0)


@misconception(
    "order-of-appearance",
    entry="NL3",
    en="Your ids follow the order in which the words appear; how often they occur has no part in it.",
    zh="你的编号按词出现的先后排，与出现的次数无关。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(list(counted(texts))[:max_size])


@misconception(
    "alphabetical",
    entry="NL3",
    en="Your ids follow the alphabet; how often the words occur has no part in it.",
    zh="你的编号按字母顺序排，与出现的次数无关。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(sorted(counted(texts))[:max_size])


@misconception(
    "ties-alphabetical",
    entry="NL3",
    en="Words with equal counts are in the order of the alphabet in your dict. The one that appears first comes first.",
    zh="次数相同的词，你是按字母顺序排的。应当先出现的在前。",
)
def build_vocabulary(texts, max_size=None):
    counts = counted(texts)
    return numbered(sorted(counts, key=lambda word: (-counts[word], word))[:max_size])


@misconception(
    "ties-reversed",
    entry="",
    en="Words with equal counts come in your dict with the one that appeared last in front: the order was reversed as "
    "a whole.",
    zh="次数相同的词，你把后出现的排在了前面：整个次序被倒了过来。",
)
def build_vocabulary(texts, max_size=None):
    counts = counted(texts)
    return numbered(sorted(counts, key=counts.get)[::-1][:max_size])


@misconception(
    "rarest-first",
    entry="",
    en="The rarest words have the lowest ids in your dict: the counts rise instead of falling.",
    zh="你把最少见的词排在了最前面：次数应从大到小，而不是从小到大。",
)
def build_vocabulary(texts, max_size=None):
    counts = counted(texts)
    return numbered(sorted(counts, key=counts.get)[:max_size])


@misconception(
    "texts-counted",
    entry="NL2",
    en="You counted in how many texts a word occurs. A word that occurs three times in one text counts three times.",
    zh="你统计的是有多少篇文本含有这个词。一个词在同一篇文本中出现三次，就应计三次。",
)
def build_vocabulary(texts, max_size=None):
    frequency = Counter(word for text in texts for word in dict.fromkeys(text.lower().split()))
    return numbered(sorted(frequency, key=frequency.get, reverse=True)[:max_size])


@misconception(
    "last-text-only",
    entry="",
    en="Your counts are those of the last text alone: they start anew with each text.",
    zh="你的次数只来自最后一篇文本：每到一篇新文本，计数又从头开始了。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(ranked(texts[-1:])[:max_size])


@misconception(
    "counts-instead-of-ids",
    entry="",
    en="Your dict says how often each word occurs. Its values should be the ids.",
    zh="你的字典给出的是每个词出现的次数，它的值应当是编号。",
)
def build_vocabulary(texts, max_size=None):
    return dict(counted(texts).most_common(max_size))


@misconception(
    "max-size-ignored",
    entry="",
    en="Your dict holds all words whatever max_size is.",
    zh="不论 max_size 是多少，你的字典都含有全部词。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(ranked(texts))


@misconception(
    "max-size-counts-reserved",
    entry="",
    en="You keep two words too few: max_size counts words, and the two reserved ids are not among them.",
    zh="你少保留了两个词：max_size 数的是词，不包括两个保留编号。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(ranked(texts)[: None if max_size is None else max(max_size - 2, 0)])


@misconception(
    "max-size-keeps-the-first",
    entry="",
    en="You kept the max_size words that appear first, and ordered them by count afterwards. The most frequent ones "
    "of all should stay.",
    zh="你先留下最早出现的 max_size 个词，再按次数排序。应当留下的是全部词中次数最多的那些。",
)
def build_vocabulary(texts, max_size=None):
    kept = list(counted(texts))[:max_size]
    return numbered([word for word in ranked(texts) if word in kept])


@misconception(
    "max-size-zero-means-all",
    entry="",
    en="With max_size=0 you keep all words: 0 is false in an `if`, as None is, but here it is a size.",
    zh="max_size=0 时你保留了全部词：0 在 `if` 中和 None 一样为假，但这里它是一个大小。",
)
def build_vocabulary(texts, max_size=None):
    return numbered(ranked(texts)[:max_size] if max_size else ranked(texts))


@misconception(
    "case-kept",
    entry="NL6",
    en='"The" and "the" are two words for you: the texts were not put into lower case.',
    zh="你把“The”和“the”当成了两个词：文本没有转成小写。",
)
def words(text):
    return text.split()


@misconception(
    "punctuation-dropped",
    entry="NL6",
    en='You removed the punctuation. Words are what white space separates: "cat." is another word than "cat".',
    zh="你去掉了标点。词只按空白切分：“cat.”和“cat”是不同的词。",
)
def words(text):
    return re.findall(r"\w+", text.lower())


@misconception(
    "single-blanks-only",
    entry="NL6",
    en='You split at single blanks, `split(" ")`: two blanks give an empty word, and tabs separate nothing.',
    zh='你按单个空格切分（`split(" ")`）：连续两个空格会得到空词，制表符也分不开词。',
)
def words(text):
    return text.lower().split(" ")


@misconception(
    "characters",
    entry="",
    en="You went through the characters of the texts, not through their words.",
    zh="你遍历的是文本的字符，而不是词。",
)
def words(text):
    return list(text.lower())


@misconception(
    "encode-keeps-case",
    entry="NL6",
    en="`encode` looks words up as they are written: one with a capital letter is unknown to it.",
    zh="你的 `encode` 没有转成小写就查词表，带大写字母的词都成了未知词。",
)
def encode(text, vocabulary, length):
    return filled(looked_up(text.split(), vocabulary), length)


@misconception(
    "filled-up-in-front",
    entry="",
    en="Your zeros stand in front of the words. They belong at the end.",
    zh="你把 0 补在了词的前面，应当补在末尾。",
)
def encode(text, vocabulary, length):
    ids = looked_up(text.lower().split()[:length], vocabulary)
    return np.array([0] * (length - len(ids)) + ids)


@misconception(
    "cut-off-in-front",
    entry="",
    en="Of a long text you kept the last words. It is cut off at the end.",
    zh="文本太长时，你保留的是最后几个词。应当从末尾截掉。",
)
def encode(text, vocabulary, length):
    return filled(looked_up(text.lower().split()[-length:], vocabulary), length)


@misconception(
    "not-cut-off",
    entry="",
    en="A text with more words than length gives more than length ids.",
    zh="文本的词数超过 length 时，你返回的编号也超过了 length 个。",
)
def encode(text, vocabulary, length):
    ids = looked_up(text.lower().split(), vocabulary)
    return np.array(ids + [0] * (length - len(ids)))


@misconception(
    "not-filled-up",
    entry="",
    en="A text with fewer words than length gives fewer than length ids.",
    zh="文本的词数不足 length 时，你返回的编号也不足 length 个。",
)
def encode(text, vocabulary, length):
    return np.array(looked_up(text.lower().split()[:length], vocabulary))


@misconception(
    "filled-up-with-ones",
    entry="NL17",
    en="You filled short texts up with 1, which is the id of unknown words. 0 pads.",
    zh="你用 1 来填充短文本，而 1 是未知词的编号。填充用 0。",
)
def encode(text, vocabulary, length):
    return np.array((looked_up(text.lower().split(), vocabulary) + [1] * length)[:length])


@misconception(
    "unknown-is-zero",
    entry="NL17",
    en="Unknown words became 0, which is the padding. Their id is 1.",
    zh="你把未知词编成了 0，而 0 是填充。未知词的编号是 1。",
)
def encode(text, vocabulary, length):
    return filled(looked_up(text.lower().split(), vocabulary, 0), length)


@misconception(
    "unknown-skipped",
    entry="",
    en="You left unknown words out, so that the words behind them move up. They keep their places, with the id 1.",
    zh="你跳过了未知词，后面的词都往前移了。未知词应留在原位，编号为 1。",
)
def encode(text, vocabulary, length):
    return filled([vocabulary[word] for word in text.lower().split() if word in vocabulary], length)


@misconception(
    "unknown-raises",
    entry="",
    en="A word that the vocabulary does not hold raises a KeyError. Such words have an id too.",
    zh="遇到词表中没有的词，你的代码会抛出 KeyError。这样的词也有编号。",
)
def encode(text, vocabulary, length):
    return filled([vocabulary[word] for word in text.lower().split()], length)


@misconception(
    "unknown-learned",
    entry="NL3",
    en="You entered unknown words into the caller's vocabulary. It is fixed once it is built, and a network has no "
    "weights for words that come later.",
    zh="你把未知词加进了调用者的词表。词表建好就不再变动，网络里也没有后来这些词的权重。",
)
def encode(text, vocabulary, length):
    for word in text.lower().split():
        vocabulary.setdefault(word, len(vocabulary) + 2)
    return filled(looked_up(text.lower().split(), vocabulary), length)
