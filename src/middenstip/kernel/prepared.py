"""A query whose SQL is built once and used often.

Django builds the SQL of a query again each time it runs. For a query over many tables that costs ten
times what the database needs for the answer, so the SQL text is kept, with placeholders for the values.

Only for queries where that gain was measured: see docs/decisions/0011.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models.query import get_related_populators

_MARK = re.compile(r"(?<!%)%s")
_NUMBER = 7_300_000_000  # placeholder values for keys start here: no text, limit or choice has such a value
_DAY = date(7300, 1, 1)  # placeholder values for days start here
Row = tuple[Any, ...]


@dataclass(frozen=True)
class _Built:
    """The SQL split at its placeholders, the value for each placeholder, and how to read the answer."""

    pieces: list[str]
    binds: list[tuple[str, Any]]  # (name of a placeholder, None) or ("", a constant value)
    converters: list[tuple[int, Any, list[Any]]]
    compiler: Any


class Prepared:
    """A query with placeholders, built at its first use for each kind of database.

    Args:
        build: makes the queryset; gets a dummy value by keyword for every placeholder, to use as a value in a
            filter (for a list as `column__in=value`). A limit cannot be one: it is part of the query.
        keys, texts, days: placeholders for primary keys, texts, dates.
        lists, key_lists: placeholders for any number of texts, of primary keys.

    Raises `ValueError` when the built SQL does not hold every dummy value unchanged (it was left out of the
    query, or changed as `icontains` does), and when a value is None (SQL's `= NULL` finds
    nothing). Raises `TypeError` when the passed values are not exactly the placeholders.
    """

    def __init__(
        self,
        build: Callable[..., Any],
        *,
        keys: Sequence[str] = (),
        texts: Sequence[str] = (),
        days: Sequence[str] = (),
        lists: Sequence[str] = (),
        key_lists: Sequence[str] = (),
    ) -> None:
        names = [*keys, *texts, *days, *lists, *key_lists]
        if len(set(names)) < len(names):
            raise ValueError(f"two gaps have one name: {', '.join(names)}")
        self._build = build
        self._gaps: dict[str, Any] = {name: _NUMBER + place for place, name in enumerate((*keys, *key_lists))}
        self._gaps |= {name: f"‹{name}›" for name in (*texts, *lists)}
        self._gaps |= {name: _DAY + timedelta(days=place) for place, name in enumerate(days)}
        self._days = frozenset(days)
        self._lists = frozenset((*lists, *key_lists))
        self._built: dict[str, _Built] = {}

    def rows(self, **values: Any) -> list[Row]:
        """The answer as tuples, in the order of the `values_list` of the query. One query."""
        return self._ask(self._ready(values), values)

    def things(self, **values: Any) -> list[Any]:
        """The answer as models, with what `select_related` and `annotate` add. One query."""
        built = self._ready(values)
        return list(_as_things(built.compiler, self._ask(built, values)))

    def _ready(self, values: Mapping[str, Any]) -> _Built:
        if values.keys() != self._gaps.keys():
            raise TypeError(f"this query asks for {sorted(self._gaps)}, not for {sorted(values)}")
        if None in values.values():
            raise ValueError(f"a gap cannot be filled with None: {dict(values)}")
        built = self._built.get(connection.vendor)
        if built is None:
            built = self._built[connection.vendor] = self._make()
        return built

    def _make(self) -> _Built:
        gaps = {name: [gap] if name in self._lists else gap for name, gap in self._gaps.items()}
        compiler = self._build(**gaps).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        columns = [column[0] for column in compiler.select]
        known = {self._bound(name, gap): name for name, gap in self._gaps.items()}
        _check(known, params)
        return _Built(
            pieces=_MARK.split(sql),
            binds=[(known.get(param, ""), param) for param in params],
            converters=[
                (place, expression, list(convert))
                for place, (convert, expression) in compiler.get_converters(columns).items()
            ],
            compiler=compiler,
        )

    def _bound(self, name: str, value: Any) -> Any:
        """The value in the form this kind of database takes: SQLite stores days as text."""
        return connection.ops.adapt_datefield_value(value) if name in self._days else value

    def _ask(self, built: _Built, values: dict[str, Any]) -> list[Row]:
        sql, params = [built.pieces[0]], []
        for (name, fixed), piece in zip(built.binds, built.pieces[1:], strict=True):
            if name in self._lists:
                some = list(values[name])
                sql.append(", ".join(["%s"] * len(some)) or "NULL")
                params += some
            else:
                sql.append("%s")
                params.append(self._bound(name, values[name]) if name else fixed)
            sql.append(piece)
        with connection.cursor() as cursor:
            cursor.execute("".join(sql), params)
            return _read(cursor.fetchall(), built.converters)


def _check(known: Mapping[Any, str], params: Sequence[Any]) -> None:
    """Raise `ValueError` unless each dummy value is a parameter, and none holds it in another form."""
    if missing := [name for gap, name in known.items() if gap not in params]:
        raise ValueError(f"gaps that are not in the query as they are: {', '.join(missing)}")
    others = [str(param) for param in params if param not in known]
    if changed := [name for gap, name in known.items() if any(str(gap) in other for other in others)]:
        raise ValueError(f"gaps that the query changes somewhere: {', '.join(changed)}")


def _read(rows: Iterable[Row], converters: list[tuple[int, Any, list[Any]]]) -> list[Row]:
    """Convert each value to the type of its column, as Django does."""
    read = []
    for raw in rows:
        row = list(raw)
        for place, expression, convert in converters:
            for one in convert:
                row[place] = one(row[place], expression, connection)
        read.append(tuple(row))
    return read


def _as_things(compiler: Any, rows: list[Row]) -> Iterable[Any]:
    info, select = compiler.klass_info, compiler.select
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    populators: Any = get_related_populators  # its stubs are of a later Django
    related = populators(info, select, "default")
    for row in rows:
        thing = info["model"].from_db("default", names, row[first:last])
        for one in related:
            one.populate(row, thing)
        for name, place in compiler.annotation_col_map.items():
            setattr(thing, name, row[place])
        yield thing
