"""Notices, their mail, and the mail preferences of people."""

from __future__ import annotations

from django.db import models

from middenstip.domain.parties.models import Person
from middenstip.journal.models import Entry
from middenstip.kernel.models import Row, Thing

OWN, FOLLOW = "own", "follow"
KINDS = [(OWN, "over iets van jou"), (FOLLOW, "over iets dat je volgt")]

QUEUED, SENDING, SENT, FAILED, DROPPED = "queued", "sending", "sent", "failed", "dropped"
BOUNCED = "bounced"
MOST_TRIES = 7  # 1, 4, 16, 64, 256 and 1024 minutes apart: almost a day
STATES = [
    (QUEUED, "wacht"),
    (SENDING, "onderweg"),
    (SENT, "verstuurd"),
    (FAILED, "mislukt"),
    (DROPPED, "niet meer nodig"),
    (BOUNCED, "kwam terug"),
]


class Notice(Thing):
    """One fact as told to one person: a line in the inbox, and possibly a mail."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=6, choices=KINDS)
    why = models.CharField(max_length=20)  # the key of the audience this person is in
    subject = models.CharField(max_length=200)
    text = models.TextField(max_length=4000)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="notice_once")]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_inbox"),
            models.Index(fields=["person"], condition=models.Q(read_at=None), name="notice_unread"),
        ]


class Delivery(Row):
    """The mail of one notice. `message_id` is fixed, so a mail program recognises a repeat.

    Those of one person with channel DIGEST and the same `due_at` are one mail, with the `message_id` of the
    first of them.
    """

    MAIL, DIGEST = "mail", "digest"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(
        max_length=6, choices=[(MAIL, "e-mail"), (DIGEST, "mail van de dag")], default=MAIL
    )
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
    """What a person wants to get by mail; without a row: everything, what they follow once a day."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="preference")
    follow_mail = models.BooleanField("mail over wat je volgt", default=True)
    digest = models.BooleanField("één mail per dag over wat je volgt", default=True)

    class Meta:
        verbose_name = "voorkeur"
        verbose_name_plural = "voorkeuren"


class Bounce(Row):
    """The address of this person returned our mail for good. `address` is a keyed hash of that address."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="bounce")
    address = models.CharField(max_length=64)
    status = models.CharField(max_length=12, blank=True)  # RFC 3463, such as 5.1.1
    at = models.DateTimeField()

    class Meta:
        verbose_name = "adres dat post teruggeeft"
        verbose_name_plural = "adressen die post teruggeven"


class UrgentMail(Row):
    """A mail that somebody waits for now, such as a code. See `middenstip.notices.outbox`."""

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField(max_length=4000)
    message_id = models.CharField(max_length=120, unique=True)
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    until = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "mail met haast"
        verbose_name_plural = "mail met haast"


class Pulse(models.Model):
    """When the worker last gave a sign of life: one row in the database, so that every server can read it.

    `looked_over_at`: when it last deleted what was kept long enough (see `middenstip.notices.terms`).
    """

    at = models.DateTimeField()
    looked_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "teken van leven"
        verbose_name_plural = "tekens van leven"
