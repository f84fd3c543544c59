"""A review: one text that a moderator checks, the reports about it, the decisions and the appeal."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.moderation.lifecycle import OPEN, ORIGINS, OUTCOMES, REMOVE, REPORTED, REVIEW
from middenstip.domain.moderation.models.house_rule import RULE_CHOICES
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.ids import new_id
from middenstip.kernel.models import Row, Thing


class Review(Thing):
    """One text to check, because it was reported or is held. `noun` and `target` are the key of its
    `Reportable` and its code."""

    noun = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="reviews"
    )
    seat = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=10, choices=list(ORIGINS.items()), default=REPORTED)
    state = models.CharField(max_length=10, choices=REVIEW.choices, default=REVIEW.start)
    reports = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    due_on = models.DateField()
    decided_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=list(OUTCOMES.items()), blank=True)  # as it is now
    dropped_at = models.DateTimeField(null=True, blank=True)  # when a removed text was deleted for good

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["noun", "target"], condition=Q(state=OPEN), name="one_open_review_of_a_text"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on", "id"], name="review_queue"),
            models.Index(
                fields=["decided_at"], condition=Q(outcome=REMOVE, dropped_at=None), name="review_to_drop"
            ),
        ]


class Complaint(Thing):
    """One report (melding) about a text. Its public id is the code with which the answer can be read.

    `network` is a daily changing hash of the network it came from; it limits the number of reports and is
    deleted the next day.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="complaints")
    rule = models.CharField("welke regel", max_length=20, choices=RULE_CHOICES)
    reason = models.TextField("waarom", max_length=600)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="complaints"
    )
    email = models.EmailField("e-mail", blank=True)
    token = models.CharField(max_length=10, default=new_id, editable=False)
    network = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)  # the mail that asks to confirm the address
    confirmed_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "person"], name="reports_a_text_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="complaint_has_reason"),
        ]
        indexes = [models.Index(fields=["network", "at"], name="complaint_network")]


class Decision(Row):
    """What a moderator decided, always with a rule and a reason: at first, and once more after an appeal."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="decisions")
    is_appeal = models.BooleanField(default=False)
    outcome = models.CharField("besluit", max_length=10, choices=list(OUTCOMES.items()))
    rule = models.CharField("welke regel", max_length=20, choices=RULE_CHOICES)
    reason = models.TextField("waarom", max_length=600)
    days = models.PositiveSmallIntegerField("dagen pauze", default=0)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "is_appeal"], name="decided_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_has_reason"),
        ]


class Appeal(Row):
    """The one appeal (bezwaar) of the writer."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="appeal")
    text = models.TextField("je bezwaar", max_length=1000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="appeal_has_text")]
