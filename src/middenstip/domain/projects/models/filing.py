"""Wishes that get an answer before filing, and what was filed to a seat with its answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Thing

WISH_ANSWERS = [("ja", "komt in het plan"), ("deels", "komt deels in het plan"), ("nee", "komt er niet in")]
ANSWERS = [("ja", "ja"), ("voorwaarden", "ja, onder voorwaarden"), ("nee", "nee")]


class Wish(Thing):
    """What a neighbour or an official would like, and the answer of the team."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="wishes")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("wens", max_length=600)
    at = models.DateTimeField()
    outcome = models.CharField("antwoord", max_length=5, choices=WISH_ANSWERS, blank=True)
    answer = models.TextField("waarom", max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "wens"
        verbose_name_plural = "wensen"
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="wish_says_something"),
            models.CheckConstraint(
                condition=Q(outcome="", answered_at=None) | (~Q(outcome="") & ~Q(answer="")),
                name="wish_answer_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["project", "id"], name="wish_of_project")]


class Filing(Thing):
    """The one-page case of a version, filed to a seat: received, with a term, and answered."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="filings")
    number = models.PositiveIntegerField()
    to = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    asked = models.TextField("wat vragen jullie", max_length=1000)
    due_on = models.DateField("wanneer moet er antwoord zijn")
    by_seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField("antwoord", max_length=11, choices=ANSWERS, blank=True)
    answer = models.TextField("waarom", max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    rung_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "indiening"
        constraints = [
            models.UniqueConstraint(
                fields=["project"], condition=Q(outcome=""), name="one_filing_waits_for_an_answer"
            ),
            models.CheckConstraint(condition=Q(outcome="") | ~Q(answer=""), name="filing_answer_has_reason"),
        ]
        indexes = [
            models.Index(fields=["to", "due_on"], condition=Q(outcome=""), name="filing_waits"),
            models.Index(fields=["due_on"], condition=Q(outcome="", rung_at=None), name="filing_late"),
        ]
