"""The photos of a gathering, and the yes of everyone who can be recognised on one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.gatherings.lifecycle import CONSENTS
from middenstip.domain.gatherings.models.gathering import Gathering
from middenstip.kernel.models import Thing

WORDS = 120


class ReportPhoto(Thing):
    """A place for one photo in the photo report; the photo itself is a file beside it.

    It is shown when everyone who can be recognised on it said yes. When one of them takes that back, this row
    goes, and the file with it: what was said about a person is not kept longer than the photo.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="photos")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["gathering", "id"], name="photo_of_gathering")]

    @property
    def is_free(self) -> bool:
        """Whether everyone on it said yes. Read with its portraits."""
        return all(one.given_at for one in self.portraits.all())


class Portrait(Thing):
    """Somebody who can be recognised on a photo, told in words and without a name, and their yes.

    The person who has the `secret` says yes or no. Under 16 a parent or guardian says yes.
    """

    photo = models.ForeignKey(ReportPhoto, on_delete=models.CASCADE, related_name="portraits")
    words = models.CharField("wie is het, in woorden", max_length=WORDS)
    is_young = models.BooleanField("jonger dan 16", default=False)
    secret = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)
    how = models.CharField(max_length=5, choices=list(CONSENTS.items()), blank=True)
    by_guardian = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="portrait_has_words"),
            models.CheckConstraint(
                condition=Q(given_at=None) | Q(is_young=False) | Q(by_guardian=True),
                name="portrait_young_by_guardian",
            ),
        ]
