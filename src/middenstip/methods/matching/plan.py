"""What to look for: a text cut to the terms that say most, with neighbours of their spelling."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from .base import Base, Row, batches
from .dutch import SILENT, grams, stems, words
from .score import idf, within

TERMS = 24  # stems of a text that are looked up, the rarest first
SPELLED = 16  # words of a text that are looked up by their letters, the rarest first
POSTINGS = 20_000  # rows a search may read, so that a common word never makes it slow
COUNTED = 5_000  # texts that are counted one by one
READ = 4_000  # rows from which on common words are looked up in the newest texts alone, when there are many
ROOM = 6  # texts for each row less: few texts leave room for more rows
SPELLINGS = 6_000  # rows of `matching_gram` a search may count
LOOKALIKES = 2_000  # rows of `matching_gram` a search may compare
NEIGHBOURS = 8  # words that look like one word
ALIKE = 0.5  # share of 4-grams two words have in common before one stands in for the other

_DF = "SELECT term, df FROM matching_term WHERE df > 0 AND term IN ({MARKS})"
_SIZE = """SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM matching_text LIMIT {LIMIT}) t),
    COALESCE((SELECT MIN(id) FROM matching_text), 0), COALESCE((SELECT MAX(id) FROM matching_text), 0)"""
_FAN = "SELECT gram, COUNT(*) FROM matching_gram WHERE gram IN ({MARKS}) GROUP BY gram"
# Gram by gram: sorting the stems of one at a time costs SQLite a third less than those of all at once.
_WORTH = """WITH q(gram) AS (VALUES {MARKS})
    SELECT q.gram, (SELECT SUM(t.df)
        FROM (SELECT DISTINCT g.term FROM matching_gram g WHERE g.gram = q.gram) s
        JOIN matching_term t ON t.term = s.term) FROM q"""
_SPELLED = """SELECT g.gram, g.word, g.term, t.df FROM matching_gram g JOIN matching_term t ON t.term = g.term
    WHERE t.df > 0 AND g.gram IN ({MARKS})"""


@dataclass(frozen=True)
class Plan:
    """What to look for in the index.

    Attributes:
        stems: weight of each stem as asked, in thousandths; half for words that only bind.
        neighbours: weight of stems that look like one that is asked; they find texts but do not rank them.
        since: the first id to look at for each stem that is too common to look everywhere.
        grams: 4-grams with their weights; they rank the texts that were found.
    """

    stems: dict[str, int]
    neighbours: dict[str, int]
    since: dict[str, int]
    grams: tuple[tuple[str, int], ...]


def looked_up(base: Base, sql: str, names: Iterable[str], mark: str = "?") -> list[Row]:
    """Return the rows of a query on a list of names, however long the list."""
    return [
        row
        for part in batches(sorted(set(names)), 500)
        for row in base.all(sql, part, MARKS=base.marks(len(part), mark))
    ]


def plan(base: Base, text: str) -> Plan:
    """Return what to look for when this text is asked. Reads at most a fixed number of rows."""
    said = dict(zip(folded := words(text), stems(folded), strict=True))
    df: dict[str, int] = dict(looked_up(base, _DF, said.values()))
    texts, low, top = _size(base)
    asked = within(POSTINGS, ((count, term) for term, count in df.items()))[:TERMS]
    rare = sorted(said, key=lambda word: (df.get(said[word], 0), word))[:SPELLED]
    fans = [(fan, gram) for gram, fan in looked_up(base, _FAN, (g for word in rare for g in grams(word)))]
    worth = looked_up(base, _WORTH, within(SPELLINGS, fans), "(?)")
    alike = _neighbours(_spelled(base, fans), rare, asked, texts)
    told = {stem for word, stem in said.items() if word not in SILENT}
    shares = _shares(rare)
    costs = {term: df[term] for term in asked} | {term: count for term, (_, count) in alike.items()}
    return Plan(
        stems={term: idf(df[term], texts) // (1 if term in told else 2) for term in asked},
        neighbours={term: weight for term, (weight, _) in alike.items()},
        since=_since(costs, low, top),
        grams=tuple(
            (gram, round(shares[gram] * idf(int(count), texts))) for gram, count in sorted(worth) if count
        ),
    )


def _shares(rare: Iterable[str]) -> dict[str, float]:
    """Return how much each 4-gram of these words counts.

    A word twice as long has twice as many, but does not say twice as much: half as much again, by the
    square root. Words that only bind count for half.
    """
    shares: dict[str, float] = {}
    for word in rare:
        own = grams(word)
        share = (0.5 if word in SILENT else 1.0) / math.sqrt(len(own))
        for gram in own:
            shares[gram] = max(shares.get(gram, 0.0), share)
    return shares


def _size(base: Base) -> tuple[int, int, int]:
    """Return how many texts there are (up to `COUNTED` exact, else told from the ids), first and last id."""
    counted, low, top = base.all(_SIZE, LIMIT=str(COUNTED))[0]
    return (counted if counted < COUNTED else max(counted, top - low + 1)), low, top


def _since(costs: Mapping[str, int], low: int, top: int) -> dict[str, int]:
    """Return for each common stem the id from which to read; all together cost a bounded number of rows.

    One id for all of them: texts that hold several of the words keep their place above those with one.
    """
    texts = top + 1 - low
    rows = max(READ, POSTINGS - texts // ROOM)
    common = {term: count for term, count in costs.items() if count > rows // len(costs)}
    total = sum(common.values())
    if total <= rows:
        return {}
    return dict.fromkeys(common, top + 1 - texts * rows // total)


Spelled = Mapping[str, list[tuple[str, str, int]]]  # 4-gram -> word, its stem, texts with that stem


def _spelled(base: Base, fans: Iterable[tuple[int, str]]) -> Spelled:
    """Return the words behind the rarest 4-grams, within the budget."""
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for gram, word, term, df in looked_up(base, _SPELLED, within(LOOKALIKES, fans)):
        found[gram].append((word, term, df))
    return found


def _neighbours(
    spelled: Spelled, rare: Iterable[str], asked: Collection[str], texts: int
) -> dict[str, tuple[int, int]]:
    """Return stems that share half of the 4-grams of a rare word: half the weight of a real one, texts."""
    weights: dict[str, int] = {}
    costs: dict[str, int] = {}
    for word in rare:
        if word in SILENT:
            continue
        for share, term, df in _alike(spelled, word):
            if term not in asked:
                costs[term] = df
                weights[term] = max(weights.get(term, 0), round(share * idf(df, texts) / 2))
    chosen = within(POSTINGS // 2, ((cost, term) for term, cost in costs.items()))
    return {term: (weights[term], costs[term]) for term in chosen}


def _alike(spelled: Spelled, word: str) -> list[tuple[float, str, int]]:
    """Return the words that look most like this one: share of 4-grams in common, stem, texts."""
    own = grams(word)
    shared: dict[tuple[str, str, int], int] = defaultdict(int)
    for gram in own:
        for row in spelled.get(gram, ()):
            shared[row] += 1
    likely = [
        (count / min(len(own), len(grams(other))), other, term, df)
        for (other, term, df), count in shared.items()
        if count > 1
    ]
    best = sorted((row for row in likely if row[0] >= ALIKE), key=lambda row: (-row[0], row[1]))
    return [(share, term, df) for share, _, term, df in best[:NEIGHBOURS]]
