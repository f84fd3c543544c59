"""What a project is worth to whom (the steps of the trappetje), and how projects hang together."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.projects.lifecycle import HALVES, LINKS
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row, Thing


class Value(Thing):
    """A step: what is done, what that is worth to a half, the proof, and what that half brings for it.

    Without a proof it is an assumption (aanname). `agreement` is where it was agreed.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="values")
    activity = models.CharField("wat jullie doen", max_length=120)
    worth = models.CharField("wat het waard is", max_length=200)
    half = models.CharField("voor wie", max_length=12, choices=HALVES)
    proof = models.CharField("bewijs", max_length=400, blank=True)
    brings = models.CharField("wat die ervoor brengt", max_length=200, blank=True)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "waarde"
        verbose_name_plural = "waarden"
        constraints = [
            models.CheckConstraint(condition=~Q(activity="") & ~Q(worth=""), name="value_says_what")
        ]
        indexes = [models.Index(fields=["project", "id"], name="value_of_project")]


class Link(Row):
    """A project waits for another one, or does something together with it (koppelkans), and why."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="linked")
    kind = models.CharField("hoe", max_length=6, choices=list(LINKS.items()))
    reason = models.CharField("waarom", max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "verband"
        constraints = [
            models.UniqueConstraint(fields=["project", "other", "kind"], name="link_once"),
            models.CheckConstraint(condition=~Q(project=F("other")), name="link_between_two"),
            models.CheckConstraint(condition=~Q(reason=""), name="link_has_reason"),
        ]
