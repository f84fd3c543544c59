"""The database tables of a dialogue: who is there, what was said, and the answers per round."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import (
    COLLECT,
    CONSENT_ROUND,
    DEEP,
    DIALOGUE,
    METHODS,
    REPLIES,
    RUNNING,
    STANCES,
    VIEWS,
)
from middenstip.domain.deliberation.models.ballots import CONDITION_LENGTH, QUESTION_LENGTH, TEXT_LENGTH
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.models import Row, Thing

VIEW_LENGTH = 300


class Dialogue(Thing):
    """A talk (gesprek) of a table in steps. The seat that leads it has no vote.

    `text` is the proposal as it stands, `asked_text` the text about which people answered last.
    """

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="dialogues")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    method = models.CharField("hoe praten we", max_length=6, choices=list(METHODS.items()), default=DEEP)
    question = models.CharField("de vraag", max_length=QUESTION_LENGTH)
    text = models.TextField("het voorstel", max_length=TEXT_LENGTH, blank=True)
    asked_text = models.TextField(max_length=TEXT_LENGTH, blank=True)
    state = models.CharField(
        max_length=8, choices=list({**CONSENT_ROUND.words, **DIALOGUE.words}.items()), default=COLLECT
    )
    round = models.PositiveSmallIntegerField("ronde", default=0)
    led_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="dialogue_asks_something"),
            models.UniqueConstraint(
                fields=["goal"], condition=Q(state__in=RUNNING), name="one_running_dialogue"
            ),
        ]
        indexes = [models.Index(fields=["goal", "-id"], name="dialogues_of_goal")]

    def __str__(self) -> str:
        return self.question


class Attendee(Row):
    """Somebody who takes part, known to the others by a number. Without a seat: on paper, typed in by who
    leads. When the dialogue ends the seats are taken off, so that nobody can be joined to what they said.

    `has_spoken` when they were asked for another sound (or had their turn), `is_safe` when they agreed with
    the rules for safety.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="attendees")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveSmallIntegerField("nummer")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    on_paper = models.BooleanField(default=False)
    has_spoken = models.BooleanField(default=False)
    is_safe = models.BooleanField(default=False)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="attendee_numbered"),
            models.UniqueConstraint(
                fields=["dialogue", "seat"], condition=Q(seat__isnull=False), name="attends_once"
            ),
        ]


class View(Thing):
    """One thing that was said: a view, another sound, a question, an opinion, or an arrow of step five."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="views")
    attendee = models.ForeignKey(Attendee, on_delete=models.CASCADE, related_name="views")
    kind = models.CharField(max_length=8, choices=list(VIEWS.items()))
    text = models.CharField("wat je wilt zeggen", max_length=VIEW_LENGTH)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="view_says_something")]


class Recognised(Row):
    """Whether somebody recognises another sound, or says what an arrow did to them, in their own words."""

    view = models.ForeignKey(View, on_delete=models.CASCADE, related_name="recognised")
    attendee = models.ForeignKey(Attendee, on_delete=models.CASCADE, related_name="recognised")
    is_yes = models.BooleanField()
    words = models.CharField("in je eigen woorden", max_length=VIEW_LENGTH, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["view", "attendee"], name="recognised_once")]


class Stance(Row):
    """What somebody answers to the proposal in one round, and what they need to go along.

    In a consent round `need` is the harm that they see.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="stances")
    attendee = models.ForeignKey(Attendee, on_delete=models.CASCADE, related_name="stances")
    round = models.PositiveSmallIntegerField()
    choice = models.CharField(max_length=8, choices=list(STANCES.items()))
    need = models.CharField("wat heb je nodig om mee te gaan", max_length=CONDITION_LENGTH, blank=True)
    needs_nothing = models.BooleanField(default=False)
    reply = models.CharField("antwoord", max_length=8, choices=list(REPLIES.items()), blank=True)
    reason = models.CharField("waarom", max_length=CONDITION_LENGTH, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attendee", "round"], name="one_stance_per_round"),
            models.CheckConstraint(condition=~Q(reply="decline") | ~Q(reason=""), name="need_declined_why"),
        ]
