"""How an organisation works, in its own words, one row for each version."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.parties.models.people import Organisation, Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Thing


class LogicCard(Hideable, Thing):
    """One version of how an organisation works (logica-kaart); the one without `replaced_at` holds.

    `budget_month` is the month in which its budget for next year closes; None when it has no such month.
    `words` has one word a line, a colon, and what it means there. On `checked_on` a seat of the organisation
    last said that it is right.
    """

    public_texts = ("decides", "takes", "may_not", "words")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="logic")
    number = models.PositiveIntegerField("versie")
    decides = models.TextField("zo beslissen wij", max_length=400)
    takes = models.CharField("zo lang duurt dat", max_length=120)
    budget_month = models.PositiveSmallIntegerField("de begroting gaat dicht in", null=True, blank=True)
    may_not = models.TextField("dit mogen wij niet", max_length=400, blank=True)
    words = models.TextField("onze woorden", max_length=1000, blank=True)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    checked_on = models.DateField("nagekeken op")
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "logica-kaart"
        verbose_name_plural = "logica-kaarten"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="logic_numbered"),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(replaced_at=None), name="one_logic_holds"
            ),
            models.CheckConstraint(condition=~Q(decides="") & ~Q(takes=""), name="logic_says_how"),
            models.CheckConstraint(
                condition=Q(budget_month=None) | Q(budget_month__range=(1, 12)), name="logic_month_exists"
            ),
        ]

    @property
    def meanings(self) -> list[tuple[str, str]]:
        """Each word with what it means there; a text that was hidden has no meaning."""
        halves = (line.partition(":") for line in self.words.splitlines())
        return [(word.strip(), meaning.strip()) for word, _colon, meaning in halves]
