"""The database tables of labs."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs.lifecycle import HOST, LAB, OPEN_VISITS, TASK, UNDONE, VISIT, WISHED
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES, Half, halves_missing
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.termed import Termed


class LabQuerySet(models.QuerySet["Lab"]):
    """Labs, with a filter for those that everyone may read."""

    def public(self) -> Self:
        return self.filter(hidden__isnull=True)


class Lab(Hideable, Thing):
    """A lab of three halves. `halves` is the bit set of halves with a host who passed the check.

    `missing_since` is the day since which a half is missing in an open lab; `is_unnamed` says that this took
    so long that it may not be called stadslab.
    """

    public_texts = ("name", "aim", "money")
    belonging = {"places": ("name", "address", "access"), "tasks": ("text", "came", "why")}

    name = models.CharField("naam", max_length=120)
    aim = models.TextField("waarvoor", max_length=2000)
    months = models.PositiveSmallIntegerField("maanden geld", default=0)
    money = models.CharField("waar het geld vandaan komt", max_length=200, blank=True)
    state = models.CharField(max_length=6, choices=LAB.choices, default=LAB.start)
    halves = models.PositiveSmallIntegerField(default=0, editable=False)
    missing_since = models.DateField(null=True, editable=False)
    is_unnamed = models.BooleanField(default=False, editable=False)
    why_closed = models.CharField("waarom dicht", max_length=500, blank=True)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)

    objects = LabQuerySet.as_manager()

    class Meta:
        verbose_name = "lab"
        verbose_name_plural = "labs"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="lab_has_name")]
        indexes = [models.Index(fields=["missing_since"], condition=Q(state="open"), name="lab_half_missing")]

    def __str__(self) -> str:
        return self.name

    @property
    def missing(self) -> tuple[Half, ...]:
        """The halves without a host who passed the check."""
        return halves_missing(self.halves)


class LabHost(Thing):
    """A seat that hosts a lab for its half, and the person in it who passed the check."""

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="hosts")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    half = models.CharField(max_length=11, choices=HALF_CHOICES)
    state = models.CharField(max_length=7, choices=HOST.choices, default=HOST.start)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lab", "seat"], name="hosts_once")]
        indexes = [models.Index(fields=["seat", "state"], name="lab_host_of_seat")]


class LabPlace(Thing):
    """Where a lab is, from a day until a day (exclusive). A pop-up stands beside the place of the lab.

    `hours` has seven texts, from Monday on: *9.00-17.00*, or "" for a day on which it is closed.
    """

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="places")
    name = models.CharField("plek", max_length=120)
    address = models.CharField("adres", max_length=200, blank=True)
    access = models.TextField("toegankelijkheid", max_length=500, blank=True)
    hours = models.JSONField(default=list)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    is_popup = models.BooleanField("pop-up", default=False)
    from_on = models.DateField("vanaf")
    until_on = models.DateField("tot", null=True, blank=True)

    class Meta:
        verbose_name = "plek"
        verbose_name_plural = "plekken"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="lab_place_has_name"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="lab_place_ends_later"
            ),
            models.UniqueConstraint(
                fields=["lab"], condition=Q(until_on=None, is_popup=False), name="lab_has_one_place"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_there(self, today: date) -> bool:
        """Whether the lab is at this place today."""
        return self.from_on <= today and (self.until_on is None or today < self.until_on)


class OtherDay(Row):
    """A day on which a place has other hours than usual; "" is closed. It wins from a public holiday."""

    place = models.ForeignKey(LabPlace, on_delete=models.CASCADE, related_name="other_days")
    on = models.DateField("dag")
    hours = models.CharField("uren", max_length=20, blank=True)
    why = models.CharField("waarom", max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "on"], name="other_day_once")]


class RoleCheck(Row):
    """The last time that a person did the check of hosts. `passed_at` is None until it went well."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField()
    passed_at = models.DateTimeField(null=True)


class LabIdea(Thing):
    """An idea on the wall of a lab, by anybody: no name, no address. `secret` is the link of who wrote it.

    Until a host let it pass (`shown_at`) only the hosts and that link show it.
    """

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="ideas")
    text = models.CharField("idee", max_length=500)
    half = models.CharField(max_length=11, choices=HALF_CHOICES, blank=True)
    secret = models.CharField(max_length=64, unique=True)
    initiative = models.ForeignKey(
        Initiative, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="lab_idea_has_text")]
        indexes = [models.Index(fields=["lab", "-id"], name="lab_idea_newest")]

    def __str__(self) -> str:
        return self.text


class HostDays(Row):
    """The weekdays on which a host is at a place, from Monday (0) on."""

    host = models.ForeignKey(LabHost, on_delete=models.CASCADE, related_name="days")
    place = models.ForeignKey(LabPlace, on_delete=models.CASCADE, related_name="present")
    days = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["host", "place"], name="host_days_once")]


class LabTask(Thing):
    """A task on the board of a lab. It hangs on the lab, and may hang on an idea of its wall, a gathering (a
    public id: that room is above this one) or an initiative.

    One person at a time does it. Nobody but the hosts and who is logged in reads who that is.
    """

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="tasks")
    text = models.CharField("taak", max_length=200)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    state = models.CharField(max_length=7, choices=TASK.choices, default=TASK.start)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    came = models.CharField("wat ervan kwam", max_length=500, blank=True)
    why = models.CharField("waarom niet", max_length=500, blank=True)
    idea = models.ForeignKey(LabIdea, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gathering = models.CharField(max_length=LENGTH, blank=True)
    made_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    told_late_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = "taak van een lab"
        verbose_name_plural = "taken van een lab"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="lab_task_has_text")]
        indexes = [
            models.Index(fields=["lab", "state", "-moved_at"], name="lab_task_board"),
            models.Index(fields=["person", "state"], name="lab_task_of_person"),
            models.Index(
                fields=["due_on"], condition=Q(told_late_on=None, state__in=UNDONE), name="lab_task_late"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class LabVisit(Termed, Thing):
    """Somebody wants to have a look at a place: on which day, and what the hosts answered.

    `person` proved their address. Without one a host typed it in for somebody with a `name`, who called or
    stood at the counter. Only the hosts and that person read a visit. `on` is the wished day, and once it is
    agreed the day of `comes_at`. `needs` goes a week after it.
    """

    place = models.ForeignKey(LabPlace, on_delete=models.CASCADE, related_name="visits")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField("naam", max_length=80, blank=True)
    on = models.DateField("dag")
    people = models.PositiveSmallIntegerField("hoeveel mensen", default=1)
    needs = models.CharField("wat je nodig hebt", max_length=500, blank=True)
    state = models.CharField(max_length=9, choices=VISIT.choices, default=VISIT.start)
    comes_at = models.DateTimeField("komt om", null=True, blank=True)
    answer = models.CharField("toelichting", max_length=500, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = "bezoek"
        verbose_name_plural = "bezoeken"
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=1), name="lab_visit_by_somebody"),
            models.UniqueConstraint(
                fields=["place", "person"], condition=Q(state__in=OPEN_VISITS), name="lab_visit_once"
            ),
        ]
        indexes = [
            models.Index(fields=["place", "on"], name="lab_visit_by_day"),
            models.Index(fields=["person"], name="lab_visit_of_person"),
            models.Index(fields=["bell_on"], condition=Q(state=WISHED), name="lab_visit_rings"),
            models.Index(fields=["on"], name="lab_visit_to_forget"),
        ]
