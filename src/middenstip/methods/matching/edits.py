"""Words that differ by one mistake in typing: a letter too many, too few, another, or two swapped.

Of each word the index also keeps what is left when one letter is taken out. Two words with one mistake
between them have such a rest in common, so a look-up finds them without comparing all words (the symmetric
delete method; Mor and Fraenkel, "A Hash Code Method for Detecting and Correcting Spelling Errors", 1982).
"""

SHORTEST, LONGEST = 4, 13  # letters of a word in which a mistake is looked up
SIGN = "~"  # before a rest, so that it is never a 4-gram


def rests(word: str) -> list[str]:
    """Return the word and what is left without one letter, each with a sign before it, in order.

    >>> rests("boom")
    ['~bom', '~boo', '~boom', '~oom']
    >>> rests("bij")
    []
    """
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    return sorted({SIGN + word} | {SIGN + word[:place] + word[place + 1 :] for place in range(len(word))})


def is_one_off(one: str, other: str) -> bool:
    """Return whether two different words are one mistake apart.

    >>> is_one_off("tuin", "tuni"), is_one_off("tuin", "tun"), is_one_off("tuin", "toon")
    (True, True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    mine, theirs = one[start:], other[start:]
    if len(one) < len(other):
        return mine == theirs[1:]
    return mine[1:] == theirs[1:] or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
