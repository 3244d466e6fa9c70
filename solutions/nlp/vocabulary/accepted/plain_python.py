def build_vocabulary(texts, max_size=None):
    """Sorts by (count falling, first place); everything by hand."""
    counts, first = {}, {}
    place = 0
    for text in texts:
        for word in text.lower().split():
            counts[word] = counts.get(word, 0) + 1
            first.setdefault(word, place)
            place += 1
    vocabulary = {}
    for word in sorted(counts, key=lambda w: (-counts[w], first[w])):
        if max_size is not None and len(vocabulary) >= max_size:
            break
        vocabulary[word] = len(vocabulary) + 2
    return vocabulary


def encode(text, vocabulary, length):
    """A list of ids."""
    ids = []
    for word in text.lower().split():
        ids.append(vocabulary.get(word, 1))
    while len(ids) < length:
        ids.append(0)
    return ids[:length]
