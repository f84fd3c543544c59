"""The right to challenge (uitdaagrecht): residents ask to take over a task of a government."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.intake.lifecycle import CHALLENGE, CHALLENGE_OVER
from middenstip.domain.intake.models.case import Case
from middenstip.domain.parties.models import Organisation, Seat
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.termed import Termed


class Bylaw(Row):
    """What an organisation ruled on challenges (verordening): its name, where it stands, what it excludes."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="bylaw")
    name = models.CharField("naam van de verordening", max_length=200)
    source = models.CharField("waar die staat", max_length=300, blank=True)
    excluded = models.TextField("taken die je niet kunt uitdagen", max_length=2000, blank=True)

    class Meta:
        verbose_name = "verordening"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="bylaw_has_name")]


class Challenge(Termed, Thing):
    """A request in seven parts to take over a task (uitdaging), from first talk to evaluation.

    `agreement` is the public id of the agreement that came of it.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="challenges")
    state = models.CharField(max_length=10, choices=CHALLENGE.choices, default=CHALLENGE.start)
    task = models.TextField("welke taak", max_length=1000, blank=True)
    better = models.TextField("hoe beter of goedkoper", max_length=2000, blank=True)
    knowledge = models.TextField("betrokkenheid, kennis en ervaring", max_length=2000, blank=True)
    support = models.TextField("draagvlak", max_length=2000, blank=True)
    costs = models.TextField("raming van de kosten", max_length=2000, blank=True)
    help = models.TextField("hulp die je wilt", max_length=2000, blank=True)
    quality = models.TextField("kwaliteit op langere termijn", max_length=2000, blank=True)
    why = models.TextField("waarom", max_length=2000, blank=True)
    agreement = models.CharField(max_length=20, blank=True)
    opened_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "uitdaging"
        verbose_name_plural = "uitdagingen"
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~Q(state__in=CHALLENGE_OVER), name="one_open_challenge_a_case"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["granted", "partly", "refused"]) | ~Q(why=""),
                name="decided_challenge_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["bell_on"], name="challenge_bell", condition=Q(bell_on__isnull=False)),
        ]


class ChallengeTalk(Row):
    """What was said about how it goes, after the agreement."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="talks")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("hoe gaat het", max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="challenge_talk_has_text")]
