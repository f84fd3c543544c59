"""Tables of a table: the goal, its chairs, letters, versions and answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.lifecycle import ANSWERS, GOAL, UNLESS, YES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES, Half, bits_of
from middenstip.kernel.models import Row, Thing


class Goal(Thing):
    """An opgave and its table (tafel), owned by none of the halves."""

    title = models.CharField("naam van de opgave", max_length=100)
    question = models.TextField("waar gaat het over", max_length=1000)
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="goals"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    raised_half = models.CharField(max_length=12, choices=HALF_CHOICES)
    raised_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=GOAL.choices, default=GOAL.start)
    halves_present = models.PositiveSmallIntegerField(default=0)
    halves_yes = models.PositiveSmallIntegerField(default=0)  # all: it is shared, or was when it ended
    number = models.PositiveIntegerField("versie", default=0)
    opened_at = models.DateTimeField()
    revealed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaven"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="goal_has_title"),
            models.CheckConstraint(
                condition=~Q(state="shared") | Q(halves_yes=7), name="goal_shared_by_three_halves"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-opened_at", "-id"], name="goal_gemeente")]

    @property
    def has_all_yes(self) -> bool:
        """It is a shared goal, or was when it ended: a new version, or nobody left, takes every ja away."""
        return self.halves_yes == bits_of(Half)

    def __str__(self) -> str:
        return self.title


class Chair(Row):
    """A seat that sits at the table: one of the owners of the goal."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="chairs")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="chairs")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "seat"], condition=Q(left_at=None), name="one_chair")
        ]


class Letter(Row):
    """The goal as one seat wrote it alone (briefje). Closed until all are."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="letters")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("jouw doel", max_length=600)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "seat"], name="one_letter"),
            models.CheckConstraint(condition=~Q(text=""), name="letter_has_text"),
        ]


class Version(Row):
    """One version of the shared goal. Versions are never changed, only followed by a next."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField("het gezamenlijke doel", max_length=600)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "number"], name="version_numbered"),
            models.CheckConstraint(condition=~Q(text=""), name="version_has_text"),
        ]


class Answer(Row):
    """What a seat says to one version. No row is no answer: silence is not a yes."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="answers")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=6, choices=list(ANSWERS.items()), default=YES)
    condition = models.CharField("wat heb je nodig", max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "seat"], name="one_answer"),
            models.CheckConstraint(
                condition=~Q(answer=UNLESS) | ~Q(condition=""), name="unless_has_condition"
            ),
        ]


class Invitation(Row):
    """A seat is asked to come to the table."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="invitations")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="invitations")
    by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "seat"], name="invited_once")]
