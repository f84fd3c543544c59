"""People, organisations, seats, and who sits where until when."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Area
from middenstip.kernel.half import HALF_CHOICES, Half
from middenstip.kernel.models import Row, Thing

TITLE_LENGTH = 100


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email=username)


class Person(AbstractBaseUser, Thing):
    """Somebody. As little as possible is kept: a shown name, and an e-mail address if there is one."""

    email = models.EmailField("e-mail", unique=True, null=True, blank=True)
    name = models.CharField("naam", max_length=80, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField("beheert het platform", default=False)
    joined_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = PersonManager()
    hat_rows: list[tuple[Any, ...]] | None = None  # filled by `selectors.person_with_hats`

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return self.name or (_("Iemand die wegging") if self.erased_at else _("Iemand zonder naam"))

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """The admin is all or nothing; who may do what on the field is in the rules of each room."""
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff

    def has_perms(self, perm_list: list[str], obj: object = None) -> bool:
        return self.is_active and self.is_staff


class Organisation(Thing):
    """A municipality, company, school, association: something that has seats."""

    name = models.CharField("naam", max_length=120)

    class Meta:
        verbose_name = "organisatie"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name")]

    def __str__(self) -> str:
        return self.name


class Side(Row):
    """The one half for which an organisation plays in an area, and why."""

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

    Without a side it is somebody's own seat: a resident, or an entrepreneur alone.
    """

    side = models.ForeignKey(Side, on_delete=models.PROTECT, null=True, blank=True, related_name="seats")
    title = models.CharField("functie", max_length=TITLE_LENGTH)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    half = models.CharField("helft", max_length=12, choices=HALF_CHOICES)

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
    """Somebody sits in a seat, from a day until a day, that day not included (open: still there)."""

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
    """A seat holds a role in an area (no area: everywhere), until a day, that day not included."""

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


class Follow(Row):
    """Somebody on the tribune wants to hear about an area or an initiative."""

    AREA, INITIATIVE = "area", "initiative"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=12, choices=[(AREA, "gebied"), (INITIATIVE, "initiatief")])
    target = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "target", "person"], name="follows_once")]
