"""An award (toekenning) and the parts in which it is paid."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.lifecycle import AWARD, AWARD_KINDS, TRANCHE
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Thing


class Award(Thing):
    """Money that a giver granted, with conditions. `shared` is the sum of its tranches."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="awards")
    giver = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("soort", max_length=8, choices=list(AWARD_KINDS.items()))
    name = models.CharField("waarvoor", max_length=80)
    amount = models.BigIntegerField("bedrag")
    shared = models.BigIntegerField(default=0)
    conditions = models.TextField("voorwaarden", max_length=2000, blank=True)
    covers_on = models.DateField("tot en met welke dag het geldt")
    pot = models.CharField("pot", max_length=40, blank=True)
    state = models.CharField(max_length=9, choices=AWARD.choices, default=AWARD.start)
    why_withdrawn = models.TextField("waarom ingetrokken", max_length=600, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "toekenning"
        verbose_name_plural = "toekenningen"
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0, shared__gte=0), name="award_above_nought"),
            models.CheckConstraint(condition=Q(shared__lte=F("amount")), name="award_not_exceeded"),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(why_withdrawn=""), name="withdrawn_award_has_reason"
            ),
        ]


class Tranche(Thing):
    """A part of an award (deelbedrag), paid once its condition is met."""

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="tranches")
    amount = models.BigIntegerField("bedrag")
    due_on = models.DateField("wanneer")
    condition = models.CharField("voorwaarde", max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=TRANCHE.choices, default=TRANCHE.start)
    why_withheld = models.TextField("waarom ingehouden", max_length=600, blank=True)
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = "deelbedrag"
        verbose_name_plural = "deelbedragen"
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="tranche_above_nought"),
            models.CheckConstraint(
                condition=~Q(state="withheld") | ~Q(why_withheld=""), name="withheld_tranche_has_reason"
            ),
        ]
