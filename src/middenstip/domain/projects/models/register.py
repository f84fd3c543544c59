"""The funding register: where money can be asked, and what was asked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.projects.lifecycle import APPLICATION
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row, Thing

LEVELS = [("EU", "Europa"), ("Rijk", "Rijk"), ("provincie", "Provincie"), ("fonds", "Fonds")]


class FundingScheme(Thing):
    """A scheme (regeling) with its conditions, and on which day somebody checked them."""

    name = models.CharField("naam", max_length=120, unique=True)
    level = models.CharField("van wie", max_length=9, choices=LEVELS)
    conditions = models.TextField("voorwaarden", max_length=2000, blank=True)
    for_residents = models.BooleanField("voor bewoners", default=True)
    for_government = models.BooleanField("voor de overheid", default=False)
    for_business = models.BooleanField("voor ondernemers", default=False)
    allows_commercial = models.BooleanField("mag ook geld verdienen", default=False)
    deadline = models.DateField("uiterste dag", null=True, blank=True)
    most = models.BigIntegerField("hoogste bedrag", null=True, blank=True)
    own_share = models.PositiveSmallIntegerField("eigen deel in procenten", default=0)
    checked_on = models.DateField("nagekeken op")
    url = models.URLField("adres", blank=True)

    class Meta:
        verbose_name = "fonds"
        verbose_name_plural = "fondsen"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="scheme_has_name"),
            models.CheckConstraint(condition=Q(own_share__lte=100), name="scheme_share_is_percent"),
        ]

    def __str__(self) -> str:
        return self.name


class Application(Row):
    """A project wants to ask a scheme for money, or did.

    `rung_weeks` is the last reminder (8, 4 or 1 weeks) of the last day `rung_for`.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="applications")
    scheme = models.ForeignKey(FundingScheme, on_delete=models.PROTECT, related_name="applications")
    amount = models.BigIntegerField("bedrag")
    outcome = models.CharField(
        "uitkomst", max_length=9, choices=APPLICATION.choices, default=APPLICATION.start
    )
    at = models.DateTimeField()
    rung_for = models.DateField(null=True, blank=True)
    rung_weeks = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "scheme"], name="asked_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="application_above_nought"),
        ]
        indexes = [
            models.Index(fields=["scheme"], condition=Q(outcome="gepland"), name="application_planned")
        ]
