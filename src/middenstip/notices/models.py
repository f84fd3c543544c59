"""Notices, the mail of them, and who wants what."""

from __future__ import annotations

from django.db import models

from middenstip.domain.parties.models import Person
from middenstip.journal.models import Entry
from middenstip.kernel.models import Row, Thing

OWN, FOLLOW = "own", "follow"
KINDS = [(OWN, "over iets van jou"), (FOLLOW, "over iets dat je volgt")]

QUEUED, SENDING, SENT, FAILED, DROPPED = "queued", "sending", "sent", "failed", "dropped"
STATES = [
    (QUEUED, "wacht"),
    (SENDING, "onderweg"),
    (SENT, "verstuurd"),
    (FAILED, "mislukt"),
    (DROPPED, "niet meer nodig"),
]


class Notice(Thing):
    """One fact as told to one person: a line in the inbox, and perhaps a mail."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=KINDS)
    why = models.CharField(max_length=20)  # the audience this person is in
    subject = models.CharField(max_length=200)
    text = models.TextField(max_length=4000)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="notice_once")]
        indexes = [models.Index(fields=["person", "-id"], name="notice_inbox")]


class Delivery(Row):
    """The mail of one notice on its way. `message_id` is fixed, so a repeat is known to be the same mail."""

    MAIL = "mail"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=6, choices=[(MAIL, "e-mail")], default=MAIL)
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=8, choices=STATES, default=QUEUED)
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "bezorging"
        verbose_name_plural = "bezorgingen"
        constraints = [models.UniqueConstraint(fields=["notice", "channel"], name="delivered_once")]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(state__in=[QUEUED, SENDING]), name="delivery_waiting"
            )
        ]


class Preference(Row):
    """What somebody wants to hear by mail; without a row: everything."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="preference")
    follow_mail = models.BooleanField("mail over wat je volgt", default=True)
    digest = models.BooleanField("één mail per dag", default=False)  # for later: kept, not used yet

    class Meta:
        verbose_name = "voorkeur"
        verbose_name_plural = "voorkeuren"
