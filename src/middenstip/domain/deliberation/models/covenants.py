"""The database tables of a covenant: what the halves of a table want together, and who signed it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import COVENANT
from middenstip.domain.deliberation.models.ballots import QUESTION_LENGTH, TEXT_LENGTH
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

THEMES_LENGTH = 300


class Covenant(Hideable, Thing):
    """What the halves of one table sign together (convenant). `themes` has one theme a line."""

    public_texts = ("name", "ambition", "themes")

    goal = models.OneToOneField(Goal, on_delete=models.PROTECT, related_name="covenant")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("de naam", max_length=QUESTION_LENGTH)
    ambition = models.TextField("de ambitie", max_length=TEXT_LENGTH)
    themes = models.TextField("de thema's", max_length=THEMES_LENGTH, blank=True)
    state = models.CharField(max_length=8, choices=COVENANT.choices, default=COVENANT.start)
    written_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    review_on = models.DateField("opnieuw bekijken op")

    class Meta:
        verbose_name = "convenant"
        verbose_name_plural = "convenanten"
        constraints = [models.CheckConstraint(condition=~Q(ambition=""), name="covenant_wants_something")]

    def __str__(self) -> str:
        return self.name


class CovenantSignature(Row):
    """A seat at the table signed, for its half."""

    covenant = models.ForeignKey(Covenant, on_delete=models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["covenant", "seat"], name="covenant_signed_once")]
