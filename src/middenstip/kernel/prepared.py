"""A query that is built once and asked often.

Django builds the SQL of a query anew every time it is asked. For a query over many tables that costs
ten times what the database needs for the answer, so the SQL text is kept, with gaps for the values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models.query import get_related_populators

_MARK = re.compile(r"(?<!%)%s")
_NUMBER = 7_300_000_000  # stand-ins for keys start here: no text, limit or choice is like that
_DAY = date(7300, 1, 1)  # and those for days here
Row = tuple[Any, ...]


@dataclass(frozen=True)
class _Built:
    """The SQL cut at its marks, what goes in each mark, and how to read the answer."""

    pieces: list[str]
    binds: list[tuple[str, Any]]  # (name of a gap, None) or ("", a value that is always the same)
    converters: list[tuple[int, Any, list[Any]]]
    compiler: Any


class Prepared:
    """A query with gaps, built at the first question to each kind of database.

    Args:
        build: makes the queryset; gets a stand-in by keyword for every gap, to be used as a value in a
            filter (a gap for a list as `column__in=gap`). A limit is no value: that is part of the query.
        keys, texts, days: gaps for primary keys, texts, dates.
        lists, key_lists: gaps for any number of texts, of primary keys.
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
        self._build = build
        self._gaps: dict[str, Any] = {name: _NUMBER + place for place, name in enumerate((*keys, *key_lists))}
        self._gaps |= {name: f"‹{name}›" for name in (*texts, *lists)}
        self._gaps |= {name: _DAY + timedelta(days=place) for place, name in enumerate(days)}
        self._days = frozenset(days)
        self._lists = frozenset((*lists, *key_lists))
        self._built: dict[str, _Built] = {}

    def rows(self, **values: Any) -> list[Row]:
        """The answer as tuples, in the order of the `values_list` of the query. One query."""
        return self._ask(self._ready(), values)

    def things(self, **values: Any) -> list[Any]:
        """The answer as models, with what `select_related` and `annotate` add. One query."""
        built = self._ready()
        return list(_as_things(built.compiler, self._ask(built, values)))

    def _ready(self) -> _Built:
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
        """The value as this kind of database takes it: SQLite has no days, only texts."""
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


def _read(rows: Iterable[Row], converters: list[tuple[int, Any, list[Any]]]) -> list[Row]:
    """Each value in the type of its column, as Django would."""
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
