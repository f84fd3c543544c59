"""A concrete question for help, with the time that it takes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.initiatives.lifecycle import ASK
from middenstip.domain.initiatives.models.initiative import Initiative
from middenstip.kernel.models import Thing


class Size(models.IntegerChoices):
    """How long it takes, smallest first."""

    MINUTES = 1, "10 minuten"
    HOUR = 2, "1 uur"
    DAY = 3, "1 dag"
    LONGER = 4, "langer"


class Ask(Thing):
    """What an initiative asks of others: "Leen zaterdag je aanhanger uit". Everyone may read it.

    `until_on` is the last day on which it is shown; an ask without an answer then disappears by itself.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="asks")
    text = models.CharField("wat is er nodig", max_length=120)
    size = models.PositiveSmallIntegerField("hoe lang duurt het", choices=Size.choices)
    until_on = models.DateField("tot en met")
    state = models.CharField(max_length=10, choices=ASK.choices, default=ASK.start)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="ask_has_text")]
        indexes = [
            models.Index(
                fields=["size", "until_on", "id"], condition=Q(state="open"), name="ask_open_smallest_first"
            ),
        ]
