"""The goal, and its table: chairs, letters, versions, answers, and who is asked to it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.lifecycle import (
    ANSWERS,
    ASKED,
    CORRECTED,
    ENDINGS,
    GOAL,
    INVITATION,
    LINK,
    MOTION,
    PENDING,
    REQUEST,
    RESTATEMENT,
    SENT,
    UNLESS,
    YES,
)
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import ALL_HALVES, HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

WORD_LENGTH = 300
REACHES = [("buurt", "deze buurt"), ("wijk", "deze wijk"), ("gemeente", "de hele gemeente")]


class Goal(Hideable, Thing):
    """An opgave and its table (tafel), owned by none of the halves."""

    public_texts = ("title", "question")
    belonging = {
        "versions": ("text",),
        "letters": ("text",),
        "restatements": ("text", "correction"),
        "portfolios": ("text", "why"),
        "commitments": ("text",),
        "visits": ("note",),
    }

    title = models.CharField("naam van de opgave", max_length=100)
    question = models.TextField("waar gaat het over", max_length=1000)
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="goals"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    reach = models.CharField("voor wie", max_length=10, choices=REACHES, default="gemeente")
    raised_half = models.CharField(max_length=12, choices=HALF_CHOICES)
    raised_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=GOAL.choices, default=GOAL.start)
    halves_present = models.PositiveSmallIntegerField(default=0)
    halves_yes = models.PositiveSmallIntegerField(default=0)  # all bits: it is shared, or was at its end
    number = models.PositiveIntegerField("versie", default=0)
    opened_at = models.DateTimeField()
    revealed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaven"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="goal_has_title"),
            models.CheckConstraint(
                condition=~Q(state="shared") | Q(halves_yes=7), name="goal_shared_by_three_halves"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "-opened_at", "-id"], name="goal_gemeente")]

    @property
    def has_all_yes(self) -> bool:
        """Whether the goal is shared, or was when it ended. A new version or an empty table resets this."""
        return self.halves_yes == ALL_HALVES

    def __str__(self) -> str:
        return self.title


class Chair(Row):
    """A seat that sits at the table: one of the owners of the goal."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="chairs")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="chairs")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "seat"], condition=Q(left_at=None), name="one_chair")
        ]

    @property
    def counts(self) -> bool:
        """Whether its claim to speak for its half was confirmed. Until then it talks but does not decide."""
        return self.seat.confirmed_at is not None


class Letter(Row):
    """The goal as one seat wrote it alone (briefje). Closed until every seat has written one."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="letters")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("jouw doel", max_length=600)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "seat"], name="one_letter"),
            models.CheckConstraint(condition=~Q(text=""), name="letter_has_text"),
        ]


class Restatement(Row):
    """What a seat of another half says, in its own words, that a letter means (eigen woorden).

    Its writer confirms it, or says in `correction` what is meant instead.
    """

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="restatements")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="restatements")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("in eigen woorden", max_length=600)
    state = models.CharField(max_length=9, choices=RESTATEMENT.choices, default=RESTATEMENT.start)
    correction = models.TextField("wat je bedoelt", max_length=300, blank=True)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "seat"], name="restated_once"),
            models.CheckConstraint(condition=~Q(text=""), name="restatement_has_text"),
            models.CheckConstraint(
                condition=~Q(state=CORRECTED) | ~Q(correction=""), name="corrected_says_how"
            ),
        ]


class Version(Row):
    """One version of the goal. A version is never changed, only replaced by a next one."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField("het gezamenlijke doel", max_length=600)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "number"], name="version_numbered"),
            models.CheckConstraint(condition=~Q(text=""), name="version_has_text"),
        ]


class Answer(Row):
    """The answer of a seat to one version. No row means no answer, which is not a yes."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="answers")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=6, choices=list(ANSWERS.items()), default=YES)
    condition = models.CharField("wat heb je nodig", max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "seat"], name="one_answer"),
            models.CheckConstraint(
                condition=~Q(answer=UNLESS) | ~Q(condition=""), name="unless_has_condition"
            ),
        ]


class Request(Thing):
    """A seat that asked for a chair. A seat at the table lets it in, or says *niet nu*."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="requests")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")  # who sits down then
    word = models.CharField("waarom wil je aanschuiven", max_length=WORD_LENGTH, blank=True)
    state = models.CharField(max_length=10, choices=REQUEST.choices, default=REQUEST.start)
    reply = models.CharField("waarom niet nu", max_length=WORD_LENGTH, blank=True)
    at = models.DateTimeField()
    due_on = models.DateField()  # after this day the initiator and the verbinder are asked too
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "seat"], condition=Q(state=ASKED), name="asks_once")
        ]


class Invitation(Thing):
    """A seat that was invited to the table."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="invitations")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="invitations")
    by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=INVITATION.choices, default=INVITATION.start)
    word = models.CharField("een woord erbij", max_length=WORD_LENGTH, blank=True)
    at = models.DateTimeField()
    until = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "seat"], condition=Q(state=SENT), name="invited_once")
        ]


class Link(Thing):
    """An invitation for people without a seat: by mail to one `address`, or (no address) a link or QR code.

    The address is removed as soon as the invitation is used, declined, withdrawn or expired.
    """

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="links")
    by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=40, unique=True)
    address = models.EmailField("e-mailadres", blank=True)
    is_mail = models.BooleanField(default=False)
    mailed_at = models.DateTimeField(null=True, blank=True)
    most = models.PositiveSmallIntegerField("hoeveel mensen", default=1)
    used = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=LINK.choices, default=LINK.start)
    word = models.CharField("een woord erbij", max_length=WORD_LENGTH, blank=True)
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(used__lte=F("most")), name="link_has_a_maximum")]


class Use(Row):
    """A person who came to the table with a link; each person once."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="uses")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "person"], name="link_used_once")]


class Motion(Thing):
    """A request (verzoek) to stop the table or to send a chair away: every half that sits there says yes,
    or the facilitator decides, with a reason. It can be undone for some days."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="motions")
    act = models.CharField(max_length=10, choices=list(ENDINGS.items()))
    chair = models.ForeignKey(Chair, on_delete=models.CASCADE, null=True, blank=True, related_name="motions")
    by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField("waarom", max_length=WORD_LENGTH)
    state = models.CharField(max_length=10, choices=MOTION.choices, default=MOTION.start)
    goal_state = models.CharField(max_length=10, blank=True)  # of the table before it was stopped
    at = models.DateTimeField()
    until = models.DateTimeField()  # the last moment to say yes; when carried: to undo it
    carried_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="motion_has_reason"),
            models.UniqueConstraint(
                fields=["goal", "act"],
                condition=Q(state=PENDING, chair=None),
                name="one_motion_to_stop",
            ),
            models.UniqueConstraint(
                fields=["goal", "chair"], condition=Q(state=PENDING), name="one_motion_per_chair"
            ),
        ]


class Consent(Row):
    """The yes of a seat to a motion."""

    motion = models.ForeignKey(Motion, on_delete=models.CASCADE, related_name="consents")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["motion", "seat"], name="consents_once")]
