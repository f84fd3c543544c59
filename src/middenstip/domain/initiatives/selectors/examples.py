"""Public initiatives for the outside: an example of each step, and all of them for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from middenstip.domain.initiatives.lifecycle import STEPS
from middenstip.domain.initiatives.models import Initiative


def example_of_each_step() -> dict[str, tuple[str, str]]:
    """Per step the newest public initiative: its id and title. A query per step: cache it."""
    found = {}
    for stage in STEPS:
        rows = Initiative.objects.public().filter(stage=stage).order_by("-submitted_at", "-pk")
        if newest := rows.values_list("public_id", "title").first():
            found[stage] = newest
    return found


def last_key() -> int:
    """The key of the newest initiative, 0 without any. One query."""
    return Initiative.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def public_between(after: int, until: int) -> Iterator[tuple[str, datetime]]:
    """Id and last change of the public initiatives with a key in this range, in a stream. One query."""
    rows = Initiative.objects.public().filter(pk__gt=after, pk__lte=until).order_by("pk")
    return rows.values_list("public_id", "changed_at").iterator(chunk_size=1000)
