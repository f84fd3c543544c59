"""Tables of the desk."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.lifecycle import ACTION, CASE, NO_BOX, OUTCOMES
from middenstip.domain.parties.models import Seat
from middenstip.kernel.models import Row, Thing


class Case(Thing):
    """The one case of an initiative (zaak): one handler, one next step, one outcome."""

    initiative = models.OneToOneField(Initiative, on_delete=models.PROTECT, related_name="case")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=CASE.choices, default=CASE.start)
    handler = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    broker = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    next_step = models.CharField("volgende stap", max_length=200, blank=True)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    outcome = models.CharField("uitslag", max_length=10, choices=list(OUTCOMES.items()), blank=True)
    answer = models.TextField("antwoord aan de initiatiefnemer", max_length=2000, blank=True)
    opened_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    initiator_confirmed_at = models.DateTimeField(null=True, blank=True)
    handler_confirmed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = "zaak"
        verbose_name_plural = "zaken"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["new", "stopped"]) | Q(handler__isnull=False),
                name="case_in_hand_has_handler",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | (~Q(outcome="") & ~Q(answer="")),
                name="decided_case_has_answer",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=NO_BOX) | Q(broker__isnull=False), name="no_box_has_broker"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "state", "opened_at"], name="case_desk")]

    def __str__(self) -> str:
        return f"zaak {self.pk}"


class Note(Row):
    """What was said in the intake, for the initiator and the desk."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("verslag", max_length=4000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_has_text")]


class Action(Thing):
    """One thing to do, with one owner. Somebody else may carry it until a day (the monkey)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField("wat moet er gebeuren", max_length=200)
    owner = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    state = models.CharField(max_length=8, choices=ACTION.choices, default=ACTION.start)
    carrier = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    carried_until = models.DateField(null=True, blank=True)
    asked = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_until = models.DateField(null=True, blank=True)
    planned_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="action_has_text"),
            models.CheckConstraint(
                condition=Q(carrier=None, carried_until=None)
                | Q(carrier__isnull=False, carried_until__isnull=False),
                name="carried_action_has_end",
            ),
            models.CheckConstraint(
                condition=Q(asked=None, asked_until=None) | Q(asked__isnull=False, asked_until__isnull=False),
                name="asked_action_has_end",
            ),
        ]
