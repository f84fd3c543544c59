"""A signal, who reported it, and its answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.signals.lifecycle import DEFAULTS, KINDS, OUTCOMES, SIGNAL
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.termed import Termed


class Signal(Hideable, Termed, Thing):
    """One obstacle (signaal): a rule, a plan or something else that holds people up.

    Until it is addressed `to` a seat, its term is that of the desk. When it is bundled, its reports move
    `into` another signal, which gets the answer. For a rule it also says which one, what it does by
    `default`, and
    a `proposal` for another.
    """

    public_texts = ("title", "text", "rule", "proposal")

    kind = models.CharField("soort", max_length=10, choices=list(KINDS.items()))
    title = models.CharField("wat houdt je tegen?", max_length=120)
    text = models.TextField("wat gebeurt er dan?", max_length=2000)
    rule = models.CharField("welke regel?", max_length=300, blank=True)
    source = models.CharField("waar staat die regel?", max_length=300, blank=True)
    default = models.CharField("nu is het", max_length=10, choices=list(DEFAULTS.items()), blank=True)
    proposal = models.CharField("hoe kan het anders?", max_length=600, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=SIGNAL.choices, default=SIGNAL.start)
    to = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="bundled")
    report_count = models.PositiveIntegerField(default=1)
    hours_lost = models.PositiveIntegerField(default=0)
    answered_at = models.DateTimeField(null=True, blank=True)
    was_in_time = models.BooleanField(null=True, editable=False)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "signaal"
        verbose_name_plural = "signalen"
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="signal_says_what"),
            models.CheckConstraint(
                condition=Q(state__in=["reported", "bundled", "withdrawn"]) | Q(to__isnull=False),
                name="signal_has_seat",
            ),
            models.CheckConstraint(
                condition=~Q(state="bundled") | Q(into__isnull=False), name="bundled_signal_has_place"
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-at", "-id"], name="signal_gemeente"),
            models.Index(fields=["-at", "-id"], name="signal_newest"),
            models.Index(fields=["to", "state"], name="signal_to"),
            models.Index(fields=["bell_on"], name="signal_bell", condition=Q(bell_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title


class Report(Row):
    """One person who meets this obstacle, with the initiative it hinders. Each may reopen the answer once."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="reports")
    origin = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="+")  # where it was first told
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    hours_lost = models.PositiveIntegerField("uren kwijt", default=0)
    at = models.DateTimeField()
    reopened_at = models.DateTimeField(null=True, blank=True)
    why_again = models.TextField("waarom opnieuw", max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(reopened_at=None) | ~Q(why_again=""), name="reopened_says_why")
        ]
        indexes = [models.Index(fields=["signal", "person"], name="report_person")]


class Answer(Row):
    """One answer to a signal. After a signal was reopened there may be a second."""

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="answers")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("uitkomst", max_length=10, choices=list(OUTCOMES.items()))
    text = models.TextField("antwoord", max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="signal_answer_says_why")]
