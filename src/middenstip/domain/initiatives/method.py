"""Finding initiatives by words: the only file of this room that uses `methods.matching`.

Only words are compared, without an encoder, so that a search is fast enough for a request. The index holds
only public texts, so that a result never reveals a draft.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Func, TextField

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.cards import Wanted, card_from, card_of, fitting
from middenstip.kernel.typed import searchable
from middenstip.methods.matching import Along, Among, Index, Near, create, drop_tables
from middenstip.methods.matching.dutch import clean, words
from middenstip.methods.matching.plan import SPELLED

KIND = "initiatief"
EVERYTHING = Wanted()
MOST_WORDS = SPELLED  # each word more costs the index a query
FAR = 1 / 3  # of the best score: what is lower and has no matching word shares only some letters
SHORTEST = 3  # letters of a word that can match
STEM = 4  # letters that always have to match
ENDING = 2  # letters at the end of what was asked that may differ: *fietsen*, *fietspad*
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
COMPARED = 120  # candidates compared by their letters; a list shows at most a hundred

# Two outer columns inside the query of the index: the key of a text and the key of its initiative.
KEY = Func(template="t.key", output_field=TextField())
NUMBER = Func(template=f"CAST(SUBSTR(t.key, {len(KIND) + 2}) AS BIGINT)", output_field=BigIntegerField())


def find(text: str, wanted: Wanted = EVERYTHING, limit: int = 200) -> list[int]:
    """Keys of the public initiatives that match, best match for `text` first. Two queries, bounded work."""
    return [int(near.key.partition(":")[2]) for near in _near(text, wanted, limit)]


def find_cards(text: str, wanted: Wanted, start: int, limit: int) -> list[dict[str, Any]]:
    """The same as cards: at most `limit`, after the first `start`. No extra query, the search has them."""
    more = {"along": _card(connection.vendor), "candidates": max(COMPARED, start + limit)}
    found = _near(text, wanted, start + limit, **more)
    parts = stems(text)
    hits = ((near, card_from(near.along)) for near in found if near.along)
    close = [card for near, card in hits if near.score >= FAR * found[0].score or _says(card, parts)]
    return close[start:]


def stems(asked: str) -> list[str]:
    """The parts that a matching word contains: of *fietsen naar school* it is *fiets*, *naar*, *scho*."""
    return [
        word if len(word) <= STEM else word[: max(STEM, len(word) - ENDING)]
        for word in searchable(asked).split()
        if len(word) >= SHORTEST
    ]


def matches(text: str, parts: list[str]) -> list[re.Match[str]]:
    """The words of the text that contain one of these parts."""
    return [word for word in _WORD.finditer(text) if any(part in searchable(word.group()) for part in parts)]


def _says(card: dict[str, Any], parts: list[str]) -> bool:
    return bool(matches(f"{card['title']} {card['what']}", parts))


def is_too_long(text: str) -> bool:
    """Whether a search would ignore words of this text: it uses only the first sixteen different ones."""
    return len(_different(text)) > MOST_WORDS


def _different(text: str) -> list[str]:
    return list(dict.fromkeys(words(clean(text))))


def _near(text: str, wanted: Wanted, limit: int, **more: Any) -> list[Near]:
    """The filter is applied to each text that is found, so that the work does not grow with the table."""
    asked = _different(text)[:MOST_WORDS]
    if not asked:
        return []
    among = None if wanted == EVERYTHING else _fits(wanted)
    return _index().near(" ".join(asked), {KIND}, limit, among, why=False, **more)


def _fits(wanted: Wanted) -> Among:
    return Among(*fitting(wanted, NUMBER).values_list(KEY).query.sql_with_params())


@cache
def _card(vendor: str) -> Along:
    """The card of a text, cached per database: building this query takes Django longer than running it."""
    return Along(*card_of(NUMBER).query.sql_with_params())


def keep(initiative: Initiative) -> None:
    """Add the words of a public initiative to the index; call it again when they change."""
    keep_words(initiative.pk, initiative.title, initiative.what, initiative.why, initiative.motto)


def keep_words(pk: int, *texts: str) -> None:
    """The same for a key and texts."""
    _index().put(f"{KIND}:{pk}", KIND, "\n".join(text for text in texts if text))


def forget(pk: int) -> None:
    """Remove an initiative and all its words from the index."""
    _index().drop(f"{KIND}:{pk}")


def known() -> set[int]:
    """Keys of all initiatives in the index."""
    return {int(key.partition(":")[2]) for key in _index().keys(KIND)}


def make_tables(db: Any) -> None:
    """Create the tables of the index (for the migration)."""
    create(db)


def drop_index(db: Any) -> None:
    """Remove the tables of the index (for the reverse migration)."""
    drop_tables(db)


@cache
def _index() -> Index:
    """One index for all threads: it has no state, and `connection` is a separate one per thread."""
    return Index(connection, is_made=True)
