"""Rows as lines of JSON, the same for both engines: what is written on the one is read on the other.

One file for each table: a line with the columns, then a line for each row. Read and written in batches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from middenstip.kernel.verdict import Refused
from middenstip.operations.archive import DAMAGED

AT_ONCE = 2000


def write(models: Sequence[type[Model]], folder: Path) -> dict[str, int]:
    """Write every row of these tables; returns how many each has."""
    folder.mkdir(mode=0o700)
    return {model._meta.db_table: _write(model, _file(model, folder)) for model in models}


def lines(model: type[Model]) -> Iterator[bytes]:
    """The rows of a table in the order of their key, each as one line."""
    columns = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list(*columns)
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield orjson.dumps(row, default=str, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS)


def read(models: Sequence[type[Model]], folder: Path, told: dict[str, int]) -> None:
    """Fill these empty tables with the rows in `folder`. The caller has put off the checks on relations."""
    for model in models:
        table = model._meta.db_table
        if _read(model, _file(model, folder)) != told[table]:
            raise Refused(DAMAGED)
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(sql)


def _file(model: type[Model], folder: Path) -> Path:
    return folder / f"{model._meta.db_table}.jsonl"


def _columns(model: type[Model]) -> bytes:
    return orjson.dumps([field.column for field in model._meta.concrete_fields])


def _write(model: type[Model], path: Path) -> int:
    number = 0
    with path.open("wb") as file:
        file.write(_columns(model) + b"\n")
        for line in lines(model):
            file.write(line)
            number += 1
    return number


def _read(model: type[Model], path: Path) -> int:
    fields = list(model._meta.concrete_fields)
    number, most = 0, connection.ops.bulk_batch_size(fields, range(500))
    with path.open("rb") as file:
        if file.readline().strip() != _columns(model):
            raise Refused(DAMAGED)
        while some := list(islice(file, most)):
            things = [_thing(model, fields, orjson.loads(line)) for line in some]
            # Raw: a time that a field would fill in by itself stays the one of the backup.
            model._base_manager._insert(things, fields=fields, using="default", raw=True)  # type: ignore[attr-defined]
            number += len(things)
    return number


def _thing(model: type[Model], fields: Sequence[Any], row: list[Any]) -> Model:
    pairs = zip(fields, row, strict=True)
    return model(**{field.attname: field.to_python(value) for field, value in pairs})
