"""Finding initiatives by words: the one place where this room uses `methods.matching`.

Words alone, no encoder: a search answers within the request. Only what is public is kept in the index,
so an answer never gives away a draft.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Func, TextField

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.cards import Wanted, card_from, card_of, fitting
from middenstip.methods.matching import Along, Among, Index, Near, create, drop_tables
from middenstip.methods.matching.dutch import clean, words
from middenstip.methods.matching.plan import SPELLED

KIND = "initiatief"
EVERYTHING = Wanted()
MOST_WORDS = SPELLED  # more cost the index a query more
COMPARED = 120  # by their letters, for a list that shows a hundred

# Of the text at hand, inside the query of the index: its key, and the key of its initiative.
KEY = Func(template="t.key", output_field=TextField())
NUMBER = Func(template=f"CAST(SUBSTR(t.key, {len(KIND) + 2}) AS BIGINT)", output_field=BigIntegerField())


def find(text: str, wanted: Wanted = EVERYTHING, limit: int = 200) -> list[int]:
    """Keys of the public initiatives that fit, nearest to `text` first. Two queries, bounded work."""
    return [int(near.key.partition(":")[2]) for near in _near(text, wanted, limit)]


def find_cards(text: str, wanted: Wanted, start: int, limit: int) -> list[dict[str, Any]]:
    """The same, as cards: at most `limit`, after the first `start`. No query more: the search brings them."""
    more = {"along": _card(connection.vendor), "candidates": max(COMPARED, start + limit)}
    found = _near(text, wanted, start + limit, **more)
    return [card_from(near.along) for near in found[start:] if near.along]


def is_too_long(text: str) -> bool:
    """Whether a search leaves words of this text out: it looks up the first sixteen different ones."""
    return len(_different(text)) > MOST_WORDS


def _different(text: str) -> list[str]:
    return list(dict.fromkeys(words(clean(text))))


def _near(text: str, wanted: Wanted, limit: int, **more: Any) -> list[Near]:
    """Whether an initiative fits is asked of each text that is found: the work grows with those alone."""
    asked = _different(text)[:MOST_WORDS]
    if not asked:
        return []
    among = None if wanted == EVERYTHING else _fits(wanted)
    return _index().near(" ".join(asked), {KIND}, limit, among, why=False, **more)


def _fits(wanted: Wanted) -> Among:
    return Among(*fitting(wanted, NUMBER).values_list(KEY).query.sql_with_params())


@cache
def _card(vendor: str) -> Along:
    """The card of a text. Django takes longer to write this query than the database to answer it."""
    return Along(*card_of(NUMBER).query.sql_with_params())


def keep(initiative: Initiative) -> None:
    """Make the words of a public initiative findable; call it again when they change."""
    keep_words(initiative.pk, initiative.title, initiative.what, initiative.why, initiative.motto)


def keep_words(pk: int, *texts: str) -> None:
    """The same for a key and texts."""
    _index().put(f"{KIND}:{pk}", KIND, "\n".join(text for text in texts if text))


def forget(pk: int) -> None:
    """Take an initiative out of the index, with every trace of its words."""
    _index().drop(f"{KIND}:{pk}")


def known() -> set[int]:
    """Keys of all initiatives in the index."""
    return {int(key.partition(":")[2]) for key in _index().keys(KIND)}


def make_tables(db: Any) -> None:
    """Make the tables of the index (for the migration)."""
    create(db)


def drop_index(db: Any) -> None:
    """Remove them again."""
    drop_tables(db)


@cache
def _index() -> Index:
    """One index for all threads: it keeps nothing itself, and `connection` is each thread's own."""
    return Index(connection, is_made=True)
