"""What limits posting: pauses, the posts of a person, the settings of an area, and undoing all at once."""

from __future__ import annotations

from django.db import models

from middenstip.domain.areas.models import Area
from middenstip.domain.moderation.models.house_rule import RULE_CHOICES
from middenstip.domain.moderation.models.review import Review
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.models import Row, Thing


class Posting(Row):
    """A public text that a person posted, to count and to recognise the same text. Deleted after a while."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="postings")
    noun = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    fingerprint = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person", "at"], name="posting_person"),
            models.Index(fields=["fingerprint", "at"], name="posting_same"),
        ]


class Sweep(Thing):
    """One act that undid everything one person posted and every seat they took; it can be undone."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sweeps")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField("welke regel", max_length=20, choices=RULE_CHOICES)
    reason = models.TextField("waarom", max_length=600)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    texts = models.JSONField(default=list, blank=True)  # [key of the Reportable, code] of what it hid
    seats = models.JSONField(default=list, blank=True)  # keys of the memberships that it ended
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)


class Pause(Row):
    """A person who cannot post until a moment, and why."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="pauses")
    review = models.ForeignKey(
        Review, on_delete=models.SET_NULL, null=True, blank=True, related_name="pauses"
    )
    sweep = models.ForeignKey(Sweep, on_delete=models.CASCADE, null=True, blank=True, related_name="pauses")
    rule = models.CharField("welke regel", max_length=20, choices=RULE_CHOICES)
    reason = models.TextField("waarom", max_length=600)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "until_at"], name="pause_person")]


class AreaSetting(Row):
    """What an area wants: hold the first post of a new person, and how many posts a person makes a day."""

    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="moderation")
    holds_first = models.BooleanField("eerste bericht nakijken", default=False)
    posts_per_day = models.PositiveSmallIntegerField("berichten per dag", default=20)
