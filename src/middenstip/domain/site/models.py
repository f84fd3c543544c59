"""The one row with what an administrator chose for the platform. An empty column means: as it was made."""

from __future__ import annotations

from django.db import models

from middenstip.domain.areas.models import Area
from middenstip.kernel.models import Thing

TITLE_LENGTH = 80
LEAD_LENGTH = 300
RULE_LENGTH = 400


class Site(Thing):
    """The texts of the front page and of the rules, the colours, the home area and the themes."""

    is_only = models.BooleanField(default=True, unique=True, editable=False)
    front_title = models.CharField(max_length=TITLE_LENGTH, blank=True)
    front_lead = models.CharField(max_length=LEAD_LENGTH, blank=True)
    rules_lead = models.CharField(max_length=LEAD_LENGTH, blank=True)
    rule_texts = models.JSONField(default=dict, blank=True)  # explanation by the key of a house rule
    main_colour = models.CharField(max_length=7, blank=True)
    ball_colour = models.CharField(max_length=7, blank=True)
    shades = models.JSONField(default=dict, blank=True)  # custom property to colour, made from the two
    home = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    themes = models.JSONField(default=list, blank=True)  # the slugs that are offered; empty: all

    class Meta:
        verbose_name = "platform"
        constraints = [models.CheckConstraint(condition=models.Q(is_only=True), name="one_site")]
