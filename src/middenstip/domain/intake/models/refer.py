"""Support points, and referrals of a case to another desk with a receipt."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.intake.lifecycle import REFERRAL
from middenstip.domain.intake.models.case import Case
from middenstip.domain.parties.models import Seat
from middenstip.kernel.models import Thing
from middenstip.kernel.termed import Termed


class SupportPoint(Thing):
    """A place where people get help (steunpunt): what for, for whom, where, and what it does not do.

    Cases can be referred to its `seat`, when it has one at a desk.
    """

    name = models.CharField("naam", max_length=120)
    what_for = models.CharField("waarvoor", max_length=300)
    for_whom = models.CharField("voor wie", max_length=300)
    where = models.CharField("waar en wanneer", max_length=300)
    limits = models.CharField("wat ze niet doen", max_length=300, blank=True)
    contact = models.CharField("hoe je ze bereikt", max_length=200)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "steunpunt"
        verbose_name_plural = "steunpunten"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="support_point_has_name")]
        indexes = [models.Index(fields=["name", "id"], name="support_point_name")]

    def __str__(self) -> str:
        return self.name


class Referral(Termed, Thing):
    """A handler asks another desk to take a case. Until that seat accepts, the case stays where it is."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="referrals")
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(SupportPoint, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=REFERRAL.choices, default=REFERRAL.start)
    why = models.TextField("waarom", max_length=1000)
    answer = models.TextField("waarom niet", max_length=1000, blank=True)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "doorverwijzing"
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="referral_says_why"),
            models.CheckConstraint(condition=~Q(by=models.F("to")), name="referral_to_another"),
            models.CheckConstraint(condition=~Q(state="refused") | ~Q(answer=""), name="refusal_says_why"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="asked"), name="referred_to_one_at_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["to", "state"], name="referral_to"),
            models.Index(fields=["bell_on"], name="referral_bell", condition=Q(bell_on__isnull=False)),
        ]
