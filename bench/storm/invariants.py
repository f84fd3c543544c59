"""What holds after every scenario, in the database and at the mail server."""

from __future__ import annotations

from collections import Counter

from django.db import close_old_connections, connection

from bench.machine.stage import Stage
from middenstip.domain.initiatives.lifecycle import DRAFT
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Follow
from middenstip.domain.reactions.lifecycle import SHOWN
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.journal.models import Entry
from middenstip.notices.models import SENT, Delivery


def broken(at: Stage, kills: int = 0) -> list[str]:
    """Every rule that does not hold, as sentences. `kills`: how often a worker was killed so far."""
    close_old_connections()
    return [*_counts(), *_cases(), *_reactions(), *_mail(at, kills), *_engine()]


def _counts() -> list[str]:
    rows = Counter(Follow.objects.filter(kind=Follow.INITIATIVE).values_list("target", flat=True))
    told = Initiative.objects.values_list("public_id", "follower_count")
    return [f"{one} telt {count} volgers, niet {rows[one]}" for one, count in told if rows[one] != count]


def _cases() -> list[str]:
    """Each idea that was sent has one case, and is told once."""
    cases = Counter(Case.objects.values_list("initiative__public_id", flat=True))
    facts = Counter(Entry.objects.filter(kind="initiative.submitted").values_list("subject", flat=True))
    sent = Initiative.objects.exclude(stage=DRAFT).values_list("public_id", flat=True)
    return [
        f"{one}: {cases[one]} zaken, {facts[one]} feiten"
        for one in sent
        if (cases[one], facts[one]) != (1, 1)
    ]


def _reactions() -> list[str]:
    rows = Counter(Reaction.objects.filter(parent=None, state=SHOWN).values_list("talk", "kind"))
    wrong = []
    for talk in Talk.objects.all():
        for kind, told in talk.numbers.items():
            if told != rows[talk.pk, kind]:
                wrong.append(f"gesprek {talk.pk}: {told} keer {kind}, niet {rows[talk.pk, kind]}")
    return wrong


def _mail(at: Stage, kills: int) -> list[str]:
    """What the database calls sent was taken by the mail server; twice only when its sender was killed."""
    sent = set(Delivery.objects.filter(state=SENT).values_list("message_id", flat=True))
    lost = sent - set(at.mail.accepted)
    twice = sum(count - 1 for count in at.mail.accepted.values())
    wrong = [f"{len(lost)} mails heten verstuurd en kwamen niet aan"] if lost else []
    return wrong + ([f"{twice} mails gingen twee keer"] if twice > kills else [])


def _engine() -> list[str]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        said = cursor.execute("PRAGMA quick_check").fetchall()
    return [] if said == [("ok",)] else [f"SQLite zegt: {said[:3]}"]
