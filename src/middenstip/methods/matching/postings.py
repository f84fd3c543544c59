"""The words of all texts: put in, taken out, and found again in one plain SQL statement."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from .base import Base, batches
from .dutch import grams, stems, words
from .edits import rests
from .plan import Plan
from .score import weight
from .visible import NOTHING, Along, Visible

CANDIDATES = 200

# BM25: weights are ready in `posting`, so the sum over the terms that are asked is all there is to do.
# `found` also counts look-alikes; `score` counts what was asked. CROSS JOIN makes SQLite read postings first.
# A text stands once under each term: with one term there is nothing to add up.
_BM25 = """
    WITH q(term, idf, near, since) AS (VALUES {TERMS}),
    best(id, score, found) AS (
        SELECT p.id, {SUM}(p.w * q.idf), {SUM}(p.w * (q.idf + q.near)) AS found
        FROM q CROSS JOIN matching_posting p {TEXT}
        WHERE p.term = q.term AND p.id >= q.since {VISIBLE}
        {GROUP}
        ORDER BY {FIRST} found DESC, p.id
        LIMIT {LIMIT})
    SELECT f.id, f.score, f.found, t.key, b.body, ({ALONG})
    FROM best f JOIN matching_text t ON t.id = f.id JOIN matching_body b ON b.id = f.id"""
_TERM = "(?, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))"
_KNOWN = """WITH w(gram, word) AS (VALUES {PAIRS})
    SELECT w.word FROM w JOIN matching_gram g ON g.gram = w.gram AND g.word = w.word"""
_COUNT = """INSERT INTO matching_term (term, df) VALUES (?, ?)
    ON CONFLICT (term) DO UPDATE SET df = matching_term.df + excluded.df"""
_GRAM = "INSERT INTO matching_gram (gram, word, term) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_UNPOST = "DELETE FROM matching_posting WHERE id = ? AND term = ?"


class Found(NamedTuple):
    """A text that is found: its BM25 score (0 without a word that is asked), key, words, your value."""

    score: int
    key: str
    body: str
    along: object


def add(base: Base, texts: Sequence[tuple[int, str]]) -> None:
    """Count the words of new texts (id, body), in order of term, so that writers never wait in a ring."""
    postings: list[tuple[str, int, int]] = []
    spelled: dict[str, str] = {}
    for number, body in texts:
        folded = words(body)
        terms = stems(folded)
        spelled.update(zip(folded, terms, strict=True))
        postings += [(term, number, weight(n, len(terms))) for term, n in Counter(terms).items()]
    postings.sort()
    df = Counter(term for term, _, _ in postings)
    base.many("INSERT INTO matching_posting (term, id, w) VALUES (?, ?, ?)", postings)
    base.many(_COUNT, sorted(df.items()))
    _learn(base, spelled)


def remove(base: Base, number: int, body: str) -> None:
    """Take the words of one text out again; its body is the one that was added."""
    terms = sorted(set(stems(words(body))))
    base.many(_UNPOST, [(number, term) for term in terms])
    base.many("UPDATE matching_term SET df = df - 1 WHERE term = ?", [(term,) for term in terms])


def _learn(base: Base, spelled: dict[str, str]) -> None:
    """Remember the letters of words not met before."""
    new = dict(spelled)
    for part in batches(sorted(spelled), 400):
        pairs = [value for word in part for value in ((rests(word) or grams(word))[0], word)]
        for (word,) in base.all(_KNOWN, pairs, PAIRS=base.marks(len(part), "(?, ?)")):
            del new[word]
    base.many(
        _GRAM,
        sorted((gram, word, term) for word, term in new.items() for gram in (*grams(word), *rests(word))),
    )


def find(
    base: Base,
    plan: Plan,
    visible: Visible,
    first: Collection[int] = (),
    along: Along = NOTHING,
    candidates: int = CANDIDATES,
) -> dict[int, Found]:
    """Return the best texts by id, with their BM25 score. One query.

    Texts in `first` that share a term are scored on top of the best ones. Only visible texts are read.
    Rows read: at most those of the postings of the plan.
    """
    terms: list[object] = []
    for term, worth in plan.stems.items():
        terms += [term, worth, 0, plan.since.get(term, 0)]
    for term, worth in plan.neighbours.items():
        terms += [term, 0, worth, plan.since.get(term, 0)]
    if not terms:
        return {}
    limits, values = visible.where(base)
    is_one = len(terms) == 4
    rows = base.all(
        _BM25,
        [*terms, *values, *along.values],
        TERMS=base.marks(len(terms) // 4, _TERM),
        SUM="" if is_one else "SUM",
        GROUP="" if is_one else "GROUP BY p.id",
        TEXT="CROSS JOIN matching_text t" if limits else "",
        FIRST=f"CASE WHEN p.id IN ({', '.join(map(str, sorted(first)))}) THEN 0 ELSE 1 END," if first else "",
        LIMIT=str(candidates + len(first)),
        ALONG=along.sql,
        VISIBLE=f"AND t.id = p.id{limits}" if limits else "",
    )
    found = {number: Found(int(score), *row) for number, score, _, *row in rows}
    best = sorted((-reached, number) for number, _, reached, *_ in rows if number not in first)
    return {number: found[number] for number in {*(n for _, n in best[:candidates]), *first} & found.keys()}
