"""How often something was done in a minute or a day, counted in one row.

The database adds one and decides at once whether that is too many, so requests at the same moment are all
counted, on every process. The row holds no address: only a keyed hash of who was counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.db import connection
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

from middenstip.kernel.models import Tally

BEGIN = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Limit:
    """At most `most` times in one `period`; `name` keeps its counts apart from those of other limits."""

    name: str
    most: int
    period: timedelta

    def counts(self, who: str, at: datetime) -> bool:
        """Count one time for `who`; False, and nothing counted, when that is more than `most`. One query."""
        key, until = self.row(who, at)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO kernel_tally (key, count, until) VALUES (%s, 1, %s)"
                " ON CONFLICT (key) DO UPDATE SET count = kernel_tally.count + 1"
                " WHERE kernel_tally.count < %s",
                [key, until, self.most],
            )
            return bool(cursor.rowcount == 1)

    def row(self, who: str, at: datetime) -> tuple[str, datetime]:
        """The key of the row for `who` in this period, and when the period ends."""
        number = (at - BEGIN) // self.period
        key = salted_hmac("kernel.tally", f"{self.name}|{number}|{who}", algorithm="sha256").hexdigest()
        return key, BEGIN + (number + 1) * self.period


def count_each(counted: Sequence[tuple[Limit, str]], at: datetime) -> list[Limit]:
    """Count one time for each, in one query; returns the limits that are passed now.

    The rows are in the order of their keys, so that two requests at once never wait for each other.
    """
    limits = {limit.row(who, at): limit for limit, who in counted}
    rows = sorted(limits)
    values = ", ".join(["(%s, 1, %s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO kernel_tally (key, count, until) VALUES {values}"  # noqa: S608 - only placeholders
            " ON CONFLICT (key) DO UPDATE SET count = kernel_tally.count + 1 RETURNING key, count",
            [value for row in rows for value in row],
        )
        numbers = dict(cursor.fetchall())
    return [limit for (key, _until), limit in limits.items() if numbers[key] > limit.most]


def count_in_cache(key: str, seconds: int) -> int:
    """Count one time, for who only reads: no row is written. 0 when the cache fails.

    All servers share the cache. Two servers at the same moment may count one too few.
    """
    try:
        cache.add(key, 0, seconds)
        return cache.incr(key)
    except (OSError, RedisError, ValueError):  # the cache is down, full, or dropped the key
        return 0


def prune(at: datetime) -> int:
    """Delete the counts of periods that are over; returns how many."""
    over = Tally.objects.filter(until__lt=at)
    return over.delete()[0] if over.exists() else 0  # reading waits for nobody; deleting nothing would
