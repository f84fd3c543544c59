"""The journal's table, and the receipts of its readers."""

from __future__ import annotations

from django.db import models

from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.ids import LENGTH


class Entry(models.Model):
    """One fact as it was recorded. Never updated, never deleted."""

    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=20)  # an id, or the code of an area, which is longer
    thread = models.CharField(max_length=20, blank=True)
    area = models.CharField(max_length=20, blank=True)
    district = models.CharField(max_length=20, blank=True)
    municipality = models.CharField(max_length=20, blank=True)
    actor = models.CharField(max_length=LENGTH, blank=True)
    seat = models.CharField(max_length=LENGTH, blank=True)
    half = models.CharField(max_length=12, choices=HALF_CHOICES, blank=True)
    at = models.DateTimeField()
    public = models.BooleanField()
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["thread", "-at", "-id"], name="journal_thread"),
            models.Index(fields=["area", "-at", "-id"], name="journal_area"),
            models.Index(fields=["district", "-at", "-id"], name="journal_wijk"),
            models.Index(fields=["municipality", "-at", "-id"], name="journal_gemeente"),
            models.Index(fields=["subject", "-id"], name="journal_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class Reading(models.Model):
    """One reader has handled one entry.

    Not a single cursor: on PostgreSQL an entry with a lower id may become visible after one with a
    higher id, and a cursor would skip it.
    """

    reader = models.CharField(max_length=20)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="readings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "entry"], name="journal_read_once")]


class Mark(models.Model):
    """A reader has handled all entries up to `entry_id`, so it need not look at them again."""

    reader = models.CharField(max_length=20, primary_key=True)
    entry_id = models.BigIntegerField(default=0)
