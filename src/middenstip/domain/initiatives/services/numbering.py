"""The next number of an area. Two ideas at the same moment never get the same one."""

from __future__ import annotations

from django.db import connection

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models.number import letters_of

_COUNT = 'UPDATE "initiatives_numbering" SET last = last + 1 WHERE area_id = %s RETURNING letters, last'
_BEGIN = (
    'INSERT INTO "initiatives_numbering" (area_id, letters, last) VALUES (%s, %s, 1)'
    " ON CONFLICT DO NOTHING RETURNING letters, last"
)


def next_number(area: Area) -> str:
    """The next number of this area, as LET-12. One query; in a new area two.

    The row of the area stays locked until the transaction ends: a refused idea gives its number back.
    """
    # Another area may have these letters; another idea may begin this area at the same moment.
    tried = (_one(_COUNT, area.pk) or _one(_BEGIN, area.pk, letters) for letters in letters_of(area.name))
    return next(number for number in tried if number)


def _one(sql: str, *values: int | str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return f"{row[0]}-{row[1]}" if row else ""
