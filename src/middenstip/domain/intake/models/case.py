"""A case with its notes, messages and actions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.lifecycle import ACTION, CASE, CHANNELS, ONLINE, OUTCOMES, REASONS
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.ids import LENGTH, new_id
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.termed import Termed


class Case(Termed, Thing):
    """The one case of an initiative (zaak): one handler, one next step, one outcome.

    When it fits in no box, the verbinder of the initiative looks for a way. `code` opens the page that tells
    the initiator how it stands, also without an account: it is on the letter.
    """

    code = models.CharField(max_length=LENGTH, unique=True, default=new_id, editable=False)
    initiative = models.OneToOneField(Initiative, on_delete=models.PROTECT, related_name="case")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=CASE.choices, default=CASE.start)
    handler = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    next_step = models.CharField("volgende stap", max_length=200, blank=True)
    channel = models.CharField("hoe het binnenkwam", max_length=8, choices=CHANNELS, default=ONLINE)
    own_part = models.TextField("wat kunnen jij en je buren zelf?", max_length=2000, blank=True)
    missing = models.TextField("wat er ontbrak", max_length=1000, blank=True)  # when it fits in no box
    outcome = models.CharField("uitslag", max_length=10, choices=list(OUTCOMES.items()), blank=True)
    answer = models.TextField("antwoord aan de initiatiefnemer", max_length=2000, blank=True)
    opened_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    initiator_confirmed_at = models.DateTimeField(null=True, blank=True)
    handler_confirmed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    was_in_time = models.BooleanField(null=True, editable=False)  # None: no answer yet
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
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "opened_at"], name="case_desk"),
            models.Index(fields=["bell_on"], name="case_bell", condition=Q(bell_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"zaak {self.pk}"


class Note(Row):
    """What was said in an intake talk, for the initiator and the desk."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("verslag", max_length=4000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_has_text")]


class Message(Thing):
    """A message in a case between its initiator and the desk, typed on the page or sent by mail."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField("bericht", max_length=4000)
    is_by_mail = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="message_has_text")]
        indexes = [models.Index(fields=["case", "-at", "-id"], name="message_newest")]


class CasePhone(Row):
    """The phone number that the initiator gave for this case only."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="phone")
    number = models.CharField("telefoonnummer", max_length=30)
    at = models.DateTimeField()


class RefusedMail(Row):
    """The number of mails on one day that were not stored, per reason."""

    on = models.DateField()
    reason = models.CharField(max_length=10, choices=list(REASONS.items()))
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["on", "reason"], name="refused_mail_per_day")]


class Action(Thing):
    """One thing to do, with one owner. Another seat may carry it until a day (aap)."""

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
