"""The index of all texts: kept up to date per noun, and searched across nouns.

What is shown of a text is read from its own row inside the search, and only while everyone may read that
row. So a text that was hidden, erased or withdrawn is never shown, also while the index still has it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import BigIntegerField, F, Func, Q, QuerySet
from django.db.models.functions import JSONObject

from middenstip.domain.areas.models import Area, column_of
from middenstip.domain.initiatives.method import matches, stems
from middenstip.kernel.face import Noun, Searched
from middenstip.methods.matching import Along, Among, Index, Key, Near
from middenstip.methods.matching.dutch import clean, words
from middenstip.methods.matching.plan import SPELLED

FAR = 1 / 3  # of the best score: what is lower and has no matching word shares only some letters
ENOUGH = 2  # shared words that make a text like another, however low its score
COMPARED = 120  # candidates that are compared by their letters
Found = Mapping[str, tuple[Noun, Searched]]  # by kind in the index


@dataclass(frozen=True)
class Hit:
    """A text that was found: its kind in the index, its noun, public id, name and text, and its area by name.

    `shared` are the words it has in common with what was asked, as written there.
    """

    kind: str
    noun: str
    public_id: str
    title: str
    text: str
    area: str
    shared: tuple[str, ...] = ()


def keep(kind: str, pk: int, texts: Sequence[str]) -> None:
    """Add the words of a text to the index; call it again when they change."""
    _index().put(f"{kind}:{pk}", kind, "\n".join(text for text in texts if text))


def forget(kind: str, pk: int) -> None:
    """Remove a text and all its words from the index."""
    _index().drop(f"{kind}:{pk}")


def known(kind: str) -> set[int]:
    """The keys of everything of this kind in the index."""
    return {int(key.partition(":")[2]) for key in _index().keys(kind)}


def find(
    text: str,
    among: Found,
    *,
    area: tuple[str, str] | None = None,
    theme: str = "",
    half: str = "",
    limit: int = 20,
    without: str = "",
    is_strict: bool = False,
) -> list[Hit]:
    """What everyone may read and matches, best match for `text` first. Two queries, bounded work.

    Only of the kinds in `among`, in an area (code and kind), with a theme, of a half. `without` is the key of
    a text that is left out. With `is_strict` only what shares a whole word.
    """
    asked = list(dict.fromkeys(words(clean(text))))[:SPELLED]
    if not asked or not among:
        return []
    fits: dict[str, QuerySet[Any]] = {}
    for kind, (noun, one) in among.items():
        rows = _fitting(noun, one, area, theme, half)
        if rows is not None:
            fits[kind] = rows
    if not fits:
        return []
    found = _index().near(
        " ".join(asked),
        set(fits),
        limit + bool(without),
        _visible(fits),
        along=_shown(fits, among),
        candidates=COMPARED,
    )
    parts = stems(text)
    hits = [(near, _hit(near, among)) for near in found if near.along and near.key != without]
    best = found[0].score if found else 0.0
    close = [
        hit
        for near, hit in hits
        if (near.shared if is_strict else near.score >= FAR * best)
        or matches(f"{hit.title} {hit.text}", parts)
    ]
    return close[:limit]


def keys_like(text: str, kind: str, limit: int) -> list[int]:
    """Keys of the texts of one kind that are like `text`, the best first. At most two queries.

    The caller keeps only those that the reader may see.
    """
    asked = list(dict.fromkeys(words(clean(text))))[:SPELLED]
    if not asked:
        return []
    found = _index().near(" ".join(asked), {kind}, limit)
    best = found[0].score if found else 0
    close = [near for near in found if near.score >= FAR * best or len(near.shared) >= ENOUGH]
    return [int(near.key.partition(":")[2]) for near in close]


def like(key: str, kinds: Collection[str], limit: int) -> list[Near]:
    """What resembles a text in the index, nearest first; nothing when it is not there."""
    try:
        return _index().near(Key(key), set(kinds), limit)
    except LookupError:
        return []


def _hit(near: Near, among: Found) -> Hit:
    kind = near.key.partition(":")[0]
    noun = among[kind][0]
    value: Any = json.loads(near.along) if isinstance(near.along, str) else near.along
    return Hit(
        kind, noun.key, value["code"], value["title"], value["text"] or "", value["area"] or "", near.shared
    )


def _fitting(
    noun: Noun, one: Searched, area: tuple[str, str] | None, theme: str, half: str
) -> QuerySet[Any] | None:
    """The row behind a key of this kind, if everyone may read it and it matches; None: it never does."""
    if (theme and not one.theme) or (half and not one.half):
        return None
    model: Any = apps.get_model(noun.model)
    number = Func(
        template=f"CAST(SUBSTR(t.key, {len(one.index) + 2}) AS BIGINT)", output_field=BigIntegerField()
    )
    fits: dict[str, Any] = dict(one.only) | {"pk": number}
    if half:
        fits[one.half] = half
    if theme:
        fits[one.theme] = theme
    inside = _inside(area, one) if area else Q()
    rows: QuerySet[Any] = model._default_manager.filter(inside, **fits).order_by()
    return rows


def _inside(area: tuple[str, str], one: Searched) -> Q:
    code, kind = area
    place, here = one.place, Area.objects.filter(code=code).values("pk")[:1]
    if not one.gemeente:  # the row knows only its own area
        above = ("area", "area__district", "area__municipality", "area__municipality__parent")
        return Q(*((f"{place}{column}", here) for column in above), _connector=Q.OR)
    column = column_of(kind)
    return Q((f"{place}{'area__' if column == 'district' else ''}{column}", here))


def _visible(fits: Mapping[str, QuerySet[Any]]) -> Among:
    sql, values = _per_kind({kind: rows.values("pk") for kind, rows in fits.items()})
    return Among(f"SELECT CASE WHEN ({sql}) IS NOT NULL THEN t.key END", values)


def _shown(fits: Mapping[str, QuerySet[Any]], among: Found) -> Along:
    shown = {}
    for kind, rows in fits.items():
        noun, one = among[kind]
        text = one.texts[min(1, len(one.texts) - 1)]
        shown[kind] = rows.values_list(
            JSONObject(
                code=F(noun.code), title=F(one.texts[0]), text=F(text), area=F(f"{one.place}area__name")
            )
        )
    return Along(*_per_kind(shown))


def _per_kind(rows: Mapping[str, QuerySet[Any]]) -> tuple[str, list[object]]:
    """One value for the text at hand, from the query of its own kind; no other query is run."""
    sql, values = "CASE t.kind", []
    for kind, some in rows.items():
        query, more = some[:1].query.sql_with_params()
        sql += f" WHEN %s THEN ({query})"
        values += [kind, *more]
    return f"{sql} END", values


@cache
def _index() -> Index:
    """One index for all threads: it has no state, and `connection` is a separate one per thread."""
    return Index(connection, is_made=True)
