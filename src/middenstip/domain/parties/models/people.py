"""People, organisations, seats, and memberships: which person is in which seat, and until when."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Area
from middenstip.domain.parties.lifecycle import TERMS
from middenstip.kernel.half import HALF_CHOICES, Half
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.typed import folded

TITLE_LENGTH = 100
FOLDED_LENGTH = 400  # one character can fold to several


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email=username)


class Person(AbstractBaseUser, Thing):
    """One person. Only a display name is stored, and an e-mail address if there is one."""

    email = models.EmailField("e-mail", unique=True, null=True, blank=True)
    name = models.CharField("naam", max_length=80, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField("beheert het platform", default=False)
    joined_at = models.DateTimeField(null=True)
    proven_at = models.DateTimeField(null=True)  # when a code from their mailbox was typed
    erased_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = PersonManager()
    hat_rows: list[tuple[Any, ...]] | None = None  # set by `selectors.person_with_hats`

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        constraints = [
            models.CheckConstraint(
                condition=Q(email=None) | Q(proven_at__isnull=False), name="address_is_proven"
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return self.name or (_("Iemand die wegging") if self.erased_at else _("Iemand zonder naam"))

    @property
    def mailbox(self) -> str:
        """Where their mail goes: the own address, or the one that others named them with; "" is nowhere.

        A query for somebody without an address, unless `pending_address` was read along.
        """
        if self.email or self.erased_at:
            return self.email or ""
        expected: PendingAddress | None = getattr(self, "pending_address", None)
        return expected.email if expected else ""

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Django's admin is all or nothing; what a person may do on the site is in the rules of each room."""
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff

    def has_perms(self, perm_list: list[str], obj: object = None) -> bool:
        return self.is_active and self.is_staff


class Profile(Row):
    """What a person chose to show on a page of their own. Without a row there is no such page."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    portrait = models.BooleanField("je foto", default=False)
    seats = models.BooleanField("voor wie je praat", default=False)
    initiatives = models.BooleanField("je initiatieven", default=False)
    promises = models.BooleanField("je beloften", default=False)


class Organisation(Thing):
    """A municipality, company, school or association: anything that has seats."""

    name = models.CharField("naam", max_length=120)
    folded = models.CharField(
        max_length=FOLDED_LENGTH, db_index=True, editable=False
    )  # the name in folded form, to recognise it

    class Meta:
        verbose_name = "organisatie"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = folded(self.name)[:FOLDED_LENGTH]
        super().save(*args, **kwargs)


class Side(Row):
    """The one half that an organisation chose in an area, and why."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="sides")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    half = models.CharField("helft", max_length=12, choices=HALF_CHOICES)
    reason = models.CharField("waarom deze helft", max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "area"], name="one_half_per_area"),
            models.CheckConstraint(condition=~Q(reason=""), name="side_has_reason"),
        ]


class Seat(Thing):
    """A function that acts and promises for one half in an area (zetel).

    Without a side it is a person's own seat: of a resident, or of an entrepreneur without an organisation.
    """

    side = models.ForeignKey(Side, on_delete=models.PROTECT, null=True, blank=True, related_name="seats")
    title = models.CharField("functie", max_length=TITLE_LENGTH)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    half = models.CharField("helft", max_length=12, choices=HALF_CHOICES)
    confirmed_at = models.DateTimeField(null=True, blank=True)  # None: does not count for its half yet
    confirmed_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "zetel"
        constraints = [
            models.CheckConstraint(condition=Q(half__in=[h.value for h in Half]), name="seat_has_half"),
            models.CheckConstraint(condition=~Q(title=""), name="seat_has_title"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The seat in words: *hoofd Groen, gemeente Deventer* or *bewoner van Lettele*."""
        return f"{self.title}, {self.side.organisation.name}" if self.side else self.title


class Membership(Row):
    """A person in a seat, from a day until a day (exclusive; None: still there)."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "person"], condition=Q(until_on=None), name="sits_once_in_a_seat"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="membership_ends_later"
            ),
        ]


class Grant(Row):
    """A role of a seat in an area (None: everywhere), until a day (exclusive)."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField("rol", max_length=20)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "role", "area"], condition=Q(until_on=None), name="role_granted_once_here"
            ),
            models.UniqueConstraint(
                fields=["seat", "role"],
                condition=Q(until_on=None, area=None),
                name="role_granted_once_everywhere",
            ),
        ]


class Application(Thing):
    """Somebody asks that their organisation takes part (aanvraag). Until it is accepted there is no seat.

    `seat` is what came of it, `answer` the reason of a refusal.
    """

    ASKED, ACCEPTED, REFUSED = "asked", "accepted", "refused"
    WORDS = {ASKED: "wacht op antwoord", ACCEPTED: "doet mee", REFUSED: "afgewezen"}

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="applications")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    organisation = models.CharField("organisatie", max_length=120)
    folded = models.CharField(max_length=FOLDED_LENGTH, editable=False)
    title = models.CharField("functie", max_length=TITLE_LENGTH)
    half = models.CharField("helft", max_length=12, choices=HALF_CHOICES)
    reason = models.CharField("waarom deze helft", max_length=300)
    state = models.CharField(max_length=8, choices=list(WORDS.items()), default=ASKED)
    answer = models.CharField("reden", max_length=300, blank=True)
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "aanvraag"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "area", "folded"], condition=Q(state="asked"), name="applies_once"
            ),
            models.CheckConstraint(condition=~Q(state="refused") | ~Q(answer=""), name="refusal_has_reason"),
        ]


class TermRule(Row):
    """The number of working days in which an organisation answers one kind of thing, when it chose that."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="terms")
    kind = models.CharField("waarvoor", max_length=12, choices=list(TERMS.items()))
    days = models.PositiveSmallIntegerField("werkdagen")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "kind"], name="one_term_per_kind")]


class PendingClaim(Thing):
    """What was told with an address that nobody proved yet: it belongs to no person.

    `visitor` is the token in the session of the one who told it, "" when a handler typed it in: then the
    person who proves the address is asked first. Without words (`told`) somebody only wants to join. `key` is
    that of the form, so that one form is one claim.
    """

    visitor = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    email = models.EmailField(db_index=True)
    name = models.CharField(max_length=80)
    told = models.JSONField(default=dict)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visitor", "key"], name="one_claim_a_form")]


class PendingAddress(Row):
    """An address that others gave for a person they named: the person's own once its code is typed."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="pending_address")
    email = models.EmailField(unique=True)
    until = models.DateTimeField(db_index=True)


class LoginCode(Row):
    """A code that was mailed, as a keyed hash. `login` is the attempt to log in that it belongs to."""

    login = models.CharField(max_length=64, db_index=True)
    digest = models.CharField(max_length=64)
    until = models.DateTimeField(db_index=True)


class Follow(Row):
    """A person who gets mail about an area or an initiative.

    `mail` is what they chose for this one; "" is what they chose for all.
    """

    AREA, INITIATIVE = "area", "initiative"
    DAILY, AT_ONCE, NEVER = "daily", "at_once", "never"
    MAILS = {DAILY: "in de mail van de dag", AT_ONCE: "meteen", NEVER: "geen mail"}

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=12, choices=[(AREA, "gebied"), (INITIATIVE, "initiatief")])
    target = models.CharField(max_length=20)
    at = models.DateTimeField()
    mail = models.CharField("mail", max_length=7, choices=list(MAILS.items()), blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "target", "person"], name="follows_once")]


class Device(Row):
    """Where a person is logged in: a word such as *Firefox op Android*, and the day. No network address."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="devices")
    session_key = models.CharField(max_length=40, unique=True)
    word = models.CharField(max_length=60)
    since_on = models.DateField(db_index=True)
