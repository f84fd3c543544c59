"""What is in the database afterwards, beside what the clients were told."""

from __future__ import annotations

from collections import Counter, defaultdict

from django.db import connection

from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, ReinsCard
from middenstip.domain.intake.models import Case
from middenstip.journal.models import Entry

FACTS = {"case.opened", "initiative.submitted"}


def verdict(answered: dict[str, str], wanted: int) -> list[str]:
    """Everything that is wrong, in sentences; `answered` is title to public id."""
    wrong = [] if len(answered) == wanted else [f"{len(answered)} van {wanted} inzendingen beantwoord"]
    stored: dict[str, list[Initiative]] = defaultdict(list)
    for one in Initiative.objects.all():
        stored[one.title].append(one)
    cases = Counter(Case.objects.values_list("initiative", flat=True))
    facts: dict[str, list[str]] = defaultdict(list)
    for thread, kind in Entry.objects.exclude(thread="").values_list("thread", "kind"):
        facts[thread].append(kind)
    parts = Counter(InitiativeTheme.objects.values_list("initiative", flat=True))
    parts += Counter(ReinsCard.objects.values_list("initiative", flat=True))
    for title, rows in stored.items():
        if len(rows) > 1:
            wrong.append(f"{title} staat er {len(rows)} keer")
    for title, public_id in answered.items():
        if [row.public_id for row in stored[title]] != [public_id]:
            wrong.append(f"{title} is niet wat er beantwoord werd")
            continue
        row = stored[title][0]
        if (
            row.stage != "idea"
            or cases[row.pk] != 1
            or parts[row.pk] != 2
            or not _told_once(facts[public_id])
        ):
            found = f"stap {row.stage}, {cases[row.pk]} zaken, {parts[row.pk]} delen"
            wrong.append(f"{title} is niet heel: {found}, feiten {sorted(facts[public_id])}")
    return wrong + _engine()


def _told_once(kinds: list[str]) -> bool:
    """Whether the journal tells that it was told and that the desk got it, and nothing twice."""
    return len(set(kinds)) == len(kinds) and set(kinds) >= FACTS


def _engine() -> list[str]:
    """What the database itself says about its file."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        said = cursor.execute("PRAGMA integrity_check").fetchall()
        loose = cursor.execute("PRAGMA foreign_key_check").fetchall()
    return [] if said == [("ok",)] and not loose else [f"SQLite zegt: {said[:3]} {loose[:3]}"]
