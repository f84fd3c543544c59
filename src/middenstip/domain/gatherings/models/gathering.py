"""A gathering, who comes, and the lines of its notes."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings.lifecycle import ATTENDING, BANDS, CAME, COMING, GATHERING, KINDS
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.labs.models import Lab
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import Half
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Row, Thing

SHORT, MIDDLE, LONG = 120, 500, 2000


class GatheringQuerySet(models.QuerySet["Gathering"]):
    """Gatherings, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Without hidden ones. A closed one is among them: its public columns tell only what they may."""
        return self.filter(hidden__isnull=True)


class Gathering(Hideable, Thing):
    """A gathering at an initiative, a goal, a lab or an area. `reviews` is the one that it looks back on.

    Of a closed one, the public columns hold a fixed title and the reason why it is closed. Its subject and
    place are in `inside_*`, which only those who come read: so no list, feed or API can give them away.
    `coming` and `walked_in` are numbers per half ("" for no half), computed at each write.
    For young people (`age_from` to `age_to`) anybody of that age says that they come without an account
    (`YoungCount`), apart from the halves.
    `sequence` counts the changes that calendars must learn about.
    """

    public_texts = ("title", "what", "place", "access")
    belonging = {"lines": ("text",), "hall_questions": ("text", "summary", "reply")}

    kind = models.CharField("soort", max_length=9, choices=list(KINDS.items()))
    title = models.CharField("titel", max_length=SHORT)
    what = models.TextField("waar gaat het over", max_length=LONG, blank=True)
    place = models.CharField("plek", max_length=200, blank=True)
    online = models.URLField("online", max_length=300, blank=True)
    access = models.TextField("toegankelijkheid", max_length=MIDDLE, blank=True)
    theme = models.CharField("thema", max_length=40, blank=True)
    is_closed = models.BooleanField("besloten", default=False)
    inside_title = models.CharField("onderwerp", max_length=SHORT, blank=True)
    inside_place = models.CharField("plek", max_length=200, blank=True)

    starts_at = models.DateTimeField("begin")
    ends_at = models.DateTimeField("einde")
    state = models.CharField(max_length=11, choices=GATHERING.choices, default=GATHERING.start)
    why_cancelled = models.CharField("waarom niet", max_length=MIDDLE, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="gatherings"
    )
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="gatherings")
    lab = models.ForeignKey(Lab, on_delete=models.PROTECT, null=True, blank=True, related_name="gatherings")
    reviews = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reviewed_by"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")

    places = models.PositiveIntegerField("plekken", null=True, blank=True)
    coming = models.JSONField(default=dict, editable=False)
    waiting_count = models.PositiveIntegerField(default=0, editable=False)
    walked_in = models.JSONField(default=dict, editable=False)
    age_from = models.PositiveSmallIntegerField("vanaf", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("tot en met", null=True, blank=True)

    announced_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    follow_up_on = models.DateField("vervolgdag", null=True, blank=True)
    follow_up_done = models.PositiveIntegerField(null=True, blank=True)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="gathering_has_title"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="gathering_ends_later"),
        ]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="gathering_by_day"),
            models.Index(fields=["municipality", "starts_at", "id"], name="gathering_gemeente"),
            models.Index(fields=["district", "starts_at", "id"], name="gathering_wijk"),
            models.Index(fields=["state", "starts_at"], name="gathering_to_remind"),
            models.Index(fields=["person", "starts_at"], name="gathering_of_host"),
            models.Index(fields=["follow_up_on"], condition=Q(state="held"), name="gathering_to_measure"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def coming_count(self) -> int:
        """How many people come."""
        return sum(self.coming.values())

    @property
    def is_full(self) -> bool:
        return self.is_full_with(0)

    def is_full_with(self, young: int) -> bool:
        """The same, when so many young people come too."""
        return self.places is not None and self.coming_count + young >= self.places

    @property
    def missing(self) -> list[Half]:
        """The halves of which nobody comes, or came."""
        return [half for half in Half if not self.coming.get(half, 0) + self.walked_in.get(half, 0)]


class Attendance(Thing):
    """A person who comes, or who waits for a place. Only the host and the person read it."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    half = models.CharField(max_length=11, blank=True)
    state = models.CharField(max_length=7, choices=list(ATTENDING.items()), default=COMING)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="comes_once"),
        ]
        indexes = [models.Index(fields=["gathering", "state", "at", "id"], name="attendance_oldest")]


class YoungCount(Row):
    """How many young people of one age band said that they come: all that is kept of them."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="young_counts")
    band = models.CharField(max_length=5, choices=[(band, band) for band in BANDS])
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "band"], name="young_band_once")]


class CalendarAddress(Row):
    """The secret address of a person's own calendar feed. A new one makes the old one worthless."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()


class NoteLine(Thing):
    """One line of the notes. `noun` and `code` say which action or agreement it became, "" while none."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="lines")
    text = models.CharField("regel", max_length=200)
    noun = models.CharField(max_length=9, blank=True)
    code = models.CharField(max_length=LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_line_has_text")]
        indexes = [models.Index(fields=["gathering", "at", "id"], name="note_line_oldest")]


class Came(Row):
    """What came of one line of the notes, as told in a terugkomsessie (`review`)."""

    review = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="answers")
    line = models.ForeignKey(NoteLine, on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=4, choices=list(CAME.items()))
    text = models.CharField("wat kwam ervan", max_length=MIDDLE, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "line"], name="came_once_a_review")]
