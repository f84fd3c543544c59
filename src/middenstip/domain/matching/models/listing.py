"""A need or an offer, also of a free plot or room."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative, Size
from middenstip.domain.initiatives.models.theme import THEME_CHOICES
from middenstip.domain.matching.lifecycle import ASSETS, CLAIMS, LISTED, LISTING, PLACES, SORTS
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Thing


class ListingQuerySet(models.QuerySet["Listing"]):
    """Needs and offers, with a filter for those that can be found today."""

    def readable(self) -> Self:
        """Everything that is not hidden."""
        return self.filter(hidden__isnull=True)

    def listed(self, on: date) -> Self:
        """Those that are open on this day."""
        return self.readable().filter(state__in=LISTED, until_on__gte=on)


class Listing(Hideable, Thing):
    """What somebody needs or offers (vraag of aanbod).

    `asset` says what kind of thing in the neighbourhood an offer is, `claim` whether they want to, can, or
    know of it. A mentor is an initiative that was there before. `place_kind` makes an offer of space a free
    plot or room, with its size and how people can reach it.
    `confirmed_at` is when its owner last said that it is true; `asked_at` when that was asked since.
    """

    public_texts = ("title", "text", "at_what_time", "conditions", "access")

    is_offer = models.BooleanField("aanbod")
    sort = models.CharField("soort", max_length=10, choices=list(SORTS.items()))
    title = models.CharField("wat", max_length=120)
    text = models.TextField("uitleg", max_length=2000, blank=True)
    size = models.PositiveSmallIntegerField("hoe lang duurt het", choices=Size.choices, null=True, blank=True)
    at_what_time = models.CharField("wanneer", max_length=120, blank=True)
    conditions = models.TextField("voorwaarden", max_length=500, blank=True)
    theme = models.CharField("thema", max_length=40, choices=THEME_CHOICES, blank=True)
    asset = models.CharField("wat voor aanbod", max_length=12, choices=list(ASSETS.items()), blank=True)
    claim = models.CharField("wil, kan of weet", max_length=5, choices=list(CLAIMS.items()), blank=True)
    place_kind = models.CharField("plek", max_length=4, choices=list(PLACES.items()), blank=True)
    square_metres = models.PositiveIntegerField("vierkante meter", null=True, blank=True)
    access = models.CharField("toegankelijkheid", max_length=300, blank=True)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="listings")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="listings"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")

    state = models.CharField(max_length=8, choices=LISTING.choices, default=LISTING.start)
    until_on = models.DateField("tot en met")
    placed_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag of aanbod"
        verbose_name_plural = "vraag en aanbod"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="listing_says_what"),
            models.CheckConstraint(
                condition=Q(asset="", claim="") | Q(is_offer=True), name="listing_asset_is_offered"
            ),
            models.CheckConstraint(
                condition=~Q(asset="mentor") | Q(initiative__isnull=False), name="mentor_is_an_initiative"
            ),
            models.CheckConstraint(
                condition=Q(place_kind="", square_metres=None, access="")
                | (~Q(place_kind="") & Q(is_offer=True, sort="space")),
                name="listing_place_is_offered_space",
            ),
        ]
        indexes = [
            models.Index(fields=["-placed_at", "-id"], name="listing_newest"),
            models.Index(fields=["municipality", "-placed_at", "-id"], name="listing_gemeente"),
            models.Index(fields=["district", "-placed_at", "-id"], name="listing_wijk"),
            models.Index(fields=["sort", "-placed_at", "-id"], name="listing_sort"),
            models.Index(
                fields=["size", "until_on", "id"],
                condition=Q(state__in=LISTED, hidden__isnull=True, size__isnull=False),
                name="listing_smallest_first",
            ),
            models.Index(fields=["state", "confirmed_at"], name="listing_confirmed"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def noun(self) -> str:
        """The key of its noun: *need* or *offer*."""
        return "offer" if self.is_offer else "need"
