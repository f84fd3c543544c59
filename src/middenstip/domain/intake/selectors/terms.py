"""Terms of cases: what rings today, and how well an organisation answers. Never writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone

from middenstip.domain.intake.models import Case
from middenstip.domain.intake.turns import RUNNING

AT_ONCE = 500
YEAR = timedelta(days=365)


def cases_to_ring(today: date, limit: int) -> list[Case]:
    """Cases with a bell today or earlier, longest ago first. One query."""
    return list(Case.objects.filter(bell_on__lte=today).order_by("bell_on", "pk").only("pk")[:limit])


@dataclass(frozen=True)
class Answering:
    """How an organisation answers: what waits now, and what was answered in the last year.

    `longest` is the number of days that the oldest open case has waited (dagen zonder antwoord).
    """

    waiting: int
    late: int
    longest: int
    answered: int
    in_time: int

    @property
    def share(self) -> int | None:
        """The percentage that was answered in time (op tijd beantwoord); None without answers."""
        return round(100 * self.in_time / self.answered) if self.answered else None


def answering_of(organisation: str, today: date) -> Answering:
    """The figures of one organisation (a public id), over the cases that it handles. One query."""
    answered = Q(decided_at__date__gt=today - YEAR, was_in_time__isnull=False)
    found = Case.objects.filter(handler__side__organisation__public_id=organisation).aggregate(
        waiting=Count("pk", filter=RUNNING),
        late=Count("pk", filter=RUNNING & Q(due_on__lt=today)),
        oldest=Min("opened_at", filter=RUNNING),
        answered=Count("pk", filter=answered),
        in_time=Count("pk", filter=answered & Q(was_in_time=True)),
    )
    oldest = found.pop("oldest")
    longest = (today - timezone.localdate(oldest)).days if oldest else 0
    return Answering(longest=longest, **found)
