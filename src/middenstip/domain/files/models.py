"""The table of files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.files.lifecycle import FILE, GONE
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.ids import LENGTH, new_id
from middenstip.kernel.models import Thing

ALT_LENGTH, CREDIT_LENGTH, NAME_LENGTH = 300, 80, 100


class File(Thing):
    """One photo or document beside a thing of another room: the thing with id `subject` of the kind `noun`.

    `blob` is the folder of its bytes in the storage. `size` is what lies there, for the quota of the seat.
    A cover that waits becomes it when it is ready. A row that is gone keeps no words; `is_cleared` says
    that its bytes are gone too.
    """

    noun = models.CharField(max_length=20)
    subject = models.CharField(max_length=LENGTH)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=FILE.choices, default=FILE.start)
    kind = models.CharField(max_length=8)
    is_photo = models.BooleanField(default=False)
    is_cover = models.BooleanField(default=False)
    is_portrait = models.BooleanField(default=False)
    alt = models.CharField("wat je ziet of leest", max_length=ALT_LENGTH, blank=True)
    credit = models.CharField("maker", max_length=CREDIT_LENGTH, blank=True)
    name = models.CharField(max_length=NAME_LENGTH, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    blob = models.CharField(max_length=LENGTH, unique=True, default=new_id, editable=False)
    size = models.PositiveIntegerField(default=0)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    is_scanned = models.BooleanField(default=False)
    is_cleared = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    added_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        constraints = [
            models.CheckConstraint(condition=Q(state=GONE) | ~Q(alt=""), name="file_says_what_is_on_it"),
            models.UniqueConstraint(
                fields=["noun", "subject"],
                condition=Q(is_cover=True, state="ready"),
                name="one_cover_per_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["noun", "subject", "id"], name="file_of_thing"),
            models.Index(fields=["state", "id"], condition=Q(state="waiting"), name="file_waiting"),
            models.Index(fields=["id"], condition=Q(state="gone", is_cleared=False), name="file_to_clear"),
        ]

    @property
    def address(self) -> str:
        """Its path on the site, for the export."""
        return f"/bestand/{self.public_id}/"
