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
from middenstip.domain.initiatives.selectors.cards import Wanted, fitting
from middenstip.methods.matching import Among, Index, create, drop_tables

KIND = "initiatief"
EVERYTHING = Wanted()


def find(text: str, wanted: Wanted = EVERYTHING, limit: int = 200) -> list[int]:
    """Keys of the public initiatives that fit, nearest to `text` first.

    Two queries for up to 16 different words (three for more), bounded work.
    """
    if not text.strip():
        return []
    among = None if wanted == EVERYTHING else _among(wanted)
    found = _index().near(text, {KIND}, limit, among, why=False)
    return [int(near.key.partition(":")[2]) for near in found]


def _among(wanted: Wanted) -> Among:
    """Whether an initiative fits, asked of each text that is found: the work grows with those alone."""
    number = Func(template=f"CAST(SUBSTR(t.key, {len(KIND) + 2}) AS BIGINT)", output_field=BigIntegerField())
    key = Func(template="t.key", output_field=TextField())
    return Among(*fitting(wanted, number).values_list(key).query.sql_with_params())


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
    return Index(connection)
