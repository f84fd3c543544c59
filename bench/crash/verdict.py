"""Compare the database and the mail server after the run with the answers that the clients got."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection

from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Follow, Person
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from middenstip.notices.models import QUEUED, SENDING, SENT, Delivery, Notice
from middenstip.notices.reader import READER
from middenstip.notices.sender import STALE, send_waiting
from middenstip.notices.tasks import bring_round

if TYPE_CHECKING:
    from bench.crash.answered import Answered
    from bench.machine.stage import Stage

FACTS = {"case.opened", "initiative.submitted"}
PATIENCE = 3600  # seconds for the post that waits


def drain() -> None:
    """Bring round what still waits, also what a killed worker had in hand (it waits for ten minutes)."""
    end = time.monotonic() + PATIENCE
    waiting = Delivery.objects.filter(state__in=[QUEUED, SENDING])
    while (readers.unread(READER, limit=1) or waiting.exists()) and time.monotonic() < end:
        bring_round()
        send_waiting(_later)


def _later() -> datetime:
    return clock.now() + STALE + timedelta(minutes=1)


def verdict(at: Stage, answered: Answered, wanted: int, kills: int) -> list[str]:
    """Everything that is wrong, as sentences."""
    wrong = [] if answered.count == wanted else [f"{answered.count} van {wanted} beantwoord"]
    return wrong + _ideas(answered) + _follows(answered) + _mail(at, answered, kills) + _engine()


def _ideas(answered: Answered) -> list[str]:
    wrong = []
    stored: dict[str, list[Initiative]] = defaultdict(list)
    for one in Initiative.objects.all():
        stored[one.title].append(one)
    cases = Counter(Case.objects.values_list("initiative", flat=True))
    facts: dict[str, list[str]] = defaultdict(list)
    for thread, kind in Entry.objects.exclude(thread="").values_list("thread", "kind"):
        facts[thread].append(kind)
    parts = Counter(InitiativeTheme.objects.values_list("initiative", flat=True))
    for title, rows in stored.items():
        if len(rows) > 1:
            wrong.append(f"{title} staat er {len(rows)} keer")
    for title, public_id in answered.ideas.items():
        if [row.public_id for row in stored[title]] != [public_id]:
            wrong.append(f"{title} is niet wat er beantwoord werd")
            continue
        row = stored[title][0]
        is_whole = row.stage == "idea" and cases[row.pk] == 1 and parts[row.pk] == 1
        if not is_whole or not _told_once(facts[public_id]):
            found = f"stap {row.stage}, {cases[row.pk]} zaken, {parts[row.pk]} delen"
            wrong.append(f"{title} is niet heel: {found}, feiten {sorted(facts[public_id])}")
    return wrong


def _told_once(kinds: list[str]) -> bool:
    """Whether the journal has exactly one submission and one case, and nothing twice."""
    return len(set(kinds)) == len(kinds) and set(kinds) >= FACTS


def _follows(answered: Answered) -> list[str]:
    """Each act of following is one row, and the number at the initiative is the number of rows."""
    people = {
        pk: int(email.partition("@")[0].removeprefix("proef"))
        for pk, email in Person.objects.filter(email__startswith="proef").values_list("pk", "email")
    }
    rows = Counter(
        (people.get(person, -1), target)
        for person, target in Follow.objects.filter(kind=Follow.INITIATIVE).values_list("person", "target")
    )
    wrong = [f"volgen {one} staat er {rows[one]} keer" for one in answered.follows if rows[one] != 1]
    many = Counter(target for _, target in rows)
    for public_id, count in Initiative.objects.values_list("public_id", "follower_count"):
        if many[public_id] != count:
            wrong.append(f"{public_id} telt {count} volgers, en het zijn er {many[public_id]}")
    return wrong


def _mail(at: Stage, answered: Answered, kills: int) -> list[str]:
    """Each mail was taken by the server, once; one in hand when its sender was killed may come again."""
    wrong = []
    sent = set(Delivery.objects.filter(state=SENT).values_list("message_id", flat=True))
    others = Counter(Delivery.objects.exclude(state=SENT).values_list("state", flat=True))
    if set(others) - {"dropped"}:
        wrong.append(f"niet verstuurd: {dict(others)}")
    taken = set(at.mail.accepted)
    if taken != sent:
        wrong.append(f"{len(sent - taken)} mails kwamen niet aan, {len(taken - sent)} kent de database niet")
    repeats = sum(at.mail.accepted.values()) - len(taken)
    if repeats > kills:
        wrong.append(f"{repeats} mails gingen twee keer, bij {kills} keer doden")
    told = Counter(
        Notice.objects.filter(entry__kind="initiative.submitted", why="initiator").values_list(
            "entry__subject", flat=True
        )
    )
    wrong += [f"{one}: {told[one]} berichten" for one in answered.ideas.values() if told[one] != 1]
    return wrong


def _engine() -> list[str]:
    """The result of the database's own check of its file."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        said = cursor.execute("PRAGMA integrity_check").fetchall()
        loose = cursor.execute("PRAGMA foreign_key_check").fetchall()
    return [] if said == [("ok",)] and not loose else [f"SQLite zegt: {said[:3]} {loose[:3]}"]
