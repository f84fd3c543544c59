"""What an organisation answers by, and the exceptions that it made."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.intake.lifecycle import ONCE, PRECEDENTS
from middenstip.domain.intake.models.case import Case
from middenstip.domain.parties.models import Organisation, Seat
from middenstip.kernel.models import Thing


class Principle(Thing):
    """One sentence that an organisation answers by (principe), until it is withdrawn."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="principles")
    text = models.CharField("principe", max_length=300)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "principe"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="principle_has_text")]


class Tailoring(Thing):
    """A rule that was bent for one case (maatwerk): which, why, by whom, and what it means for others.

    With a `principle` it also says whether that was kept.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tailorings")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField("welke regel", max_length=300)
    why = models.TextField("waarom", max_length=1000)
    precedent = models.CharField(max_length=8, choices=list(PRECEDENTS.items()), default=ONCE)
    principle = models.ForeignKey(
        Principle, on_delete=models.PROTECT, null=True, blank=True, related_name="tailorings"
    )
    is_kept = models.BooleanField(default=True)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "maatwerk"
        constraints = [models.CheckConstraint(condition=~Q(rule="") & ~Q(why=""), name="tailoring_says_why")]
        indexes = [models.Index(fields=["organisation", "-at", "-id"], name="tailoring_newest")]
