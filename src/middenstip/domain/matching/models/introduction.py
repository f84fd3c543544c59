"""Two people who meet because of a need, an offer or an initiative."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.lifecycle import INTRODUCTION
from middenstip.domain.matching.models.listing import Listing
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.models import Row, Thing


class Introduction(Thing):
    """The asker wants to meet the owner of a need, an offer or an initiative (kennismaking).

    Both said yes once it is `met`: then they can write. Their addresses are never shown. `initiative` is what
    it is about when there is no listing; `helps` is the initiative of the asker that it is meant for.
    `agreement` is the public id of the agreement that was drafted for the deal. `hours`, `goods` and `euros`
    are what the two estimate that it was worth.
    """

    listing = models.ForeignKey(
        Listing, on_delete=models.PROTECT, null=True, blank=True, related_name="introductions"
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    helps = models.ForeignKey(Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asker_seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    owner_seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.CharField("bericht", max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=INTRODUCTION.choices, default=INTRODUCTION.start)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    deal = models.TextField("wat spreken jullie af", max_length=1000, blank=True)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreement = models.CharField(max_length=32, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    thanks = models.CharField("bedankje", max_length=200, blank=True)
    hours = models.PositiveIntegerField("uren", null=True, blank=True)
    goods = models.PositiveIntegerField("spullen in euro’s", null=True, blank=True)
    euros = models.PositiveIntegerField("geld in euro’s", null=True, blank=True)

    class Meta:
        verbose_name = "kennismaking"
        verbose_name_plural = "kennismakingen"
        constraints = [
            models.CheckConstraint(condition=~Q(asker=F("owner")), name="introduction_of_two"),
            models.CheckConstraint(
                condition=Q(listing__isnull=False, initiative=None)
                | Q(listing=None, initiative__isnull=False),
                name="introduction_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["listing", "asker"],
                condition=Q(state__in=["asked", "met", "agreed"]),
                name="introduction_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["initiative", "asker"],
                condition=Q(state__in=["asked", "met", "agreed"], listing=None),
                name="introduction_to_initiative_once",
            ),
            models.UniqueConstraint(
                fields=["listing"], condition=Q(state__in=["agreed", "done"]), name="listing_agreed_once"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "state"], name="introduction_owner"),
            models.Index(fields=["asker", "asked_at"], name="introduction_asker"),
            models.Index(fields=["state", "done_at"], name="introduction_done"),
        ]

    @property
    def title(self) -> str:
        """What it is about, in the words of its owner."""
        about = self.listing or self.initiative
        return about.title if about else ""


class ContactMessage(Row):
    """A message in an introduction; only the two read it."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="messages")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("bericht", max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="contact_message_has_text")]
        indexes = [models.Index(fields=["introduction", "at"], name="contact_message_order")]
