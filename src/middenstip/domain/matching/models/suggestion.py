"""What may help a person, and why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.lifecycle import ANSWERS
from middenstip.domain.matching.models.listing import Listing
from middenstip.domain.parties.models import Person
from middenstip.kernel.models import Thing


class Suggestion(Thing):
    """Something of another that fits something of this person (*dit kan helpen, omdat*).

    `pair` names both things, so that one pair is suggested once to a person, whatever they answer.
    `reasons` are facts that a reader can check: see `matching.method`.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="suggestions")
    pair = models.CharField(max_length=80)
    own_listing = models.ForeignKey(
        Listing, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    own_initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    reasons = models.JSONField(default=list, blank=True)
    answer = models.CharField(max_length=8, choices=list(ANSWERS.items()), blank=True)
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "pair"], name="suggested_once"),
            models.CheckConstraint(
                condition=Q(listing__isnull=False, initiative=None)
                | Q(listing=None, initiative__isnull=False),
                name="suggestion_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(own_listing__isnull=False, own_initiative=None)
                | Q(own_listing=None, own_initiative__isnull=False),
                name="suggestion_for_one_thing",
            ),
        ]
        indexes = [models.Index(fields=["person", "-made_at"], name="suggestion_newest")]
