"""What to look for: a text cut to the terms that say most, with neighbours of their spelling."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .base import Base, batches
from .dutch import SILENT, grams, stems, words
from .edits import SIGN, is_one_off, rests
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
TYPED = 6  # different words of a question in which a mistake is looked up; a longer text has enough words
MEANT = 5  # words that somebody may have meant by one that is in no text
ALIKE = 0.5  # share of 4-grams two words have in common before one stands in for the other

# Rows of (4-gram, word, stem, number). In how many texts each stem stands; how many texts there are, and
# the first and last id. Then the rarest 4-grams as far as the budgets reach, at least one: first (no word)
# in how many texts words with it stand, then those words. Gram by gram: sorting the stems of one at a time
# costs SQLite a third less than all. The limit of `fan` leaves nothing out: it tells PostgreSQL how few
# there are, as does looking up `df` row by row.
_WORDS = """WITH fan(gram, words) AS (
        SELECT gram, COUNT(*) FROM matching_gram WHERE gram IN ({GRAMS}) GROUP BY gram LIMIT {LIMIT}),
    paid(gram, words, spent) AS (SELECT gram, words, SUM(words) OVER (ORDER BY words, gram) FROM fan)
    SELECT '', '', term, df FROM matching_term WHERE df > 0 AND term IN ({TERMS})
    UNION ALL SELECT '', 'texts', '', COUNT(*) FROM (SELECT 1 FROM matching_text LIMIT {COUNTED}) t
    UNION ALL SELECT '', 'low', '', COALESCE(MIN(id), 0) FROM matching_text
    UNION ALL SELECT '', 'top', '', COALESCE(MAX(id), 0) FROM matching_text
    UNION ALL SELECT '', 'others', '', COUNT(*) FROM (SELECT 1 FROM matching_text WHERE kind < ?
        UNION ALL SELECT 1 FROM matching_text WHERE kind > ? LIMIT 1) o
    UNION ALL
    SELECT p.gram, '', '', (SELECT CAST(SUM(t.df) AS BIGINT)
        FROM (SELECT DISTINCT g.term FROM matching_gram g WHERE g.gram = p.gram) s
        JOIN matching_term t ON t.term = s.term)
    FROM paid p WHERE p.spent <= {SPELLINGS} OR p.spent = p.words
    UNION ALL
    SELECT g.gram, g.word, g.term, (SELECT t.df FROM matching_term t WHERE t.term = g.term)
    FROM paid p CROSS JOIN matching_gram g
    WHERE (p.spent <= {LOOKALIKES} OR p.spent = p.words) AND g.gram = p.gram"""


@dataclass(frozen=True)
class Plan:
    """What to look for in the index.

    Attributes:
        stems: weight of each stem as asked, in thousandths; half for words that only bind.
        neighbours: weight of stems that look like one that is asked; they find texts but do not rank them.
        since: the first id to look at for each stem that is too common to look everywhere.
        grams: 4-grams with their weights; they rank the texts that were found.
        is_all: no text in the index is of another kind than the one that is asked.
    """

    stems: dict[str, int]
    neighbours: dict[str, int]
    since: dict[str, int]
    grams: tuple[tuple[str, int], ...]
    is_all: bool = False


def plan(base: Base, text: str, kinds: Sequence[str] | None = None) -> Plan:
    """Return what to look for when this text is asked, among texts of these kinds.

    One query for up to `SPELLED` different words; for more, one to tell which are rarest (of 500 words at a
    time) and one for their letters. Reads at most a fixed number of rows.
    """
    said = dict(zip(folded := words(text), stems(folded), strict=True))
    if not said:
        return Plan({}, {}, {}, ())
    known = Known(kinds[0] if kinds and len(kinds) == 1 else "")
    shares = _shares(said if len(said) <= SPELLED else ())
    typed = {rest for word in said for rest in rests(word)} if len(said) <= TYPED else set()
    for terms in batches(sorted(set(said.values())), 500):
        known.ask(base, terms, shares.keys() | typed)
    rare = sorted(said, key=lambda word: (known.df.get(said[word], 0), word))[:SPELLED]
    if len(said) > SPELLED:
        shares = _shares(rare)
        known.ask(base, (), shares)
    df, texts = known.df, known.texts
    asked = within(POSTINGS, ((count, term) for term, count in df.items()))[:TERMS]
    alike = _neighbours(known.spelled, rare, asked, texts)
    meant = _meant(known, said) if typed else []
    told = {stem for word, stem in said.items() if word not in SILENT}
    costs = {term: df[term] for term in asked} | {term: count for term, (_, count) in alike.items()}
    costs |= {term: count for _, term, count in meant}
    spelled = {gram: round(shares[gram] * idf(n, texts)) for gram, n in known.worth.items()}
    for word, _term, count in meant:
        for gram, share in _shares([word]).items():
            spelled.setdefault(gram, round(share * idf(count, texts)))
    return Plan(
        stems={term: idf(df[term], texts) // (1 if term in told else 2) for term in asked}
        | {term: idf(count, texts) for _, term, count in meant},
        neighbours={
            term: weight for term, (weight, _) in alike.items() if term not in {one[1] for one in meant}
        },
        since=_since(costs, known.ids["low"], known.ids["top"]),
        grams=tuple(sorted(spelled.items())),
        is_all=not known.ids["others"],
    )


Spelled = Mapping[str, list[tuple[str, str, int]]]  # 4-gram -> word, its stem, texts with that stem


class Known:
    """What the index knows of the words that are asked.

    Attributes:
        df: in how many texts each stem stands.
        worth: how many texts hold words with each 4-gram.
        spelled: the words behind the rarest 4-grams.
        ids: the first and the last id, how many texts there are as far as they are counted, and whether
            there are others than those of `kind` (1 or 0; without a kind all are others).
    """

    def __init__(self, kind: str = "") -> None:
        self.kind = kind
        self.df: dict[str, int] = {}
        self.worth: dict[str, int] = {}
        self.spelled: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        self.ids = {"low": 0, "top": 0, "texts": 0, "others": 0}

    def ask(self, base: Base, terms: Collection[str], spelling: Collection[str]) -> None:
        """Look up stems and 4-grams; none of one of them is fine. One query."""
        spelling, terms = sorted(spelling) or [""], terms or [""]
        parts = {
            "GRAMS": base.marks(len(spelling)),
            "TERMS": base.marks(len(terms)),
            "LIMIT": str(len(spelling)),
            "COUNTED": str(COUNTED),
            "SPELLINGS": str(SPELLINGS),
            "LOOKALIKES": str(LOOKALIKES),
        }
        for gram, word, term, number in base.all(_WORDS, [*spelling, *terms, self.kind, self.kind], **parts):
            if not gram and not word:
                self.df[term] = number
            elif not gram:
                self.ids[word] = number
            elif not word and number and not gram.startswith(SIGN):
                self.worth[gram] = number
            elif word and number:
                self.spelled[gram].append((word, term, number))

    @property
    def texts(self) -> int:
        """How many texts there are; from `COUNTED` on told from the ids."""
        counted = self.ids["texts"]
        return counted if counted < COUNTED else max(counted, self.ids["top"] - self.ids["low"] + 1)


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


def _meant(known: Known, said: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Return for each asked word that is in no text the words one mistake away: word, stem, texts.

    The most common ones first, as far as their rows fit the budget.
    """
    found: dict[str, tuple[str, str, int]] = {}
    for word, stem in said.items():
        if stem in known.df or word in SILENT:
            continue
        near = {
            row for rest in rests(word) for row in known.spelled.get(rest, ()) if is_one_off(word, row[0])
        }
        best = sorted(near, key=lambda row: (row[0][0] != word[0], -row[2], row[0]))
        found |= {row[1]: row for row in best[:MEANT]}
    chosen = within(POSTINGS // 4, ((row[2], term) for term, row in found.items()))
    return [found[term] for term in chosen]


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
