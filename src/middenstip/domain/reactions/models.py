"""The database tables of reactions."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.learning.models import CaseStudy
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.questions.models import Question
from middenstip.domain.reactions.lifecycle import KINDS, REACTION
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

LENGTH = 1000


class Talk(Row):
    """All reactions about one thing (gesprek), with their numbers, so that no page counts rows.

    Without a goal, agreement, question or case study it is about the initiative itself. `initiative` is also
    filled for a goal or an agreement of an initiative: its initiator owes the answers. About a question or a
    case study nobody owes an answer.
    """

    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="talks"
    )
    goal = models.OneToOneField(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="talk")
    agreement = models.OneToOneField(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="talk"
    )
    question_asked = models.OneToOneField(
        Question, on_delete=models.PROTECT, null=True, blank=True, related_name="talk"
    )
    study = models.OneToOneField(
        CaseStudy, on_delete=models.PROTECT, null=True, blank=True, related_name="talk"
    )
    tip = models.PositiveIntegerField(default=0)
    experience = models.PositiveIntegerField(default=0)
    concern = models.PositiveIntegerField(default=0)
    question = models.PositiveIntegerField(default=0)
    familiar = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    waiting_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(goal=None, agreement=None),  # about the others it has no initiative
                name="one_talk_about_initiative",
            ),
            models.CheckConstraint(
                condition=Q(initiative__isnull=False, question_asked=None, study=None)
                | Q(goal__isnull=False, question_asked=None, study=None)
                | Q(initiative=None, goal=None, agreement=None, question_asked__isnull=False, study=None)
                | Q(initiative=None, goal=None, agreement=None, question_asked=None, study__isnull=False),
                name="talk_has_subject",
            ),
            models.CheckConstraint(condition=Q(goal=None) | Q(agreement=None), name="talk_has_one_subject"),
        ]

    @property
    def subject(self) -> str:
        """What it is about: goal, agreement, question, study or initiative."""
        named = {"goal": self.goal_id, "agreement": self.agreement_id}
        named |= {"question": self.question_asked_id, "study": self.study_id}
        return next((name for name, key in named.items() if key), "initiative")

    @property
    def thing(self) -> Any:
        """The thing that it is about."""
        return self.agreement or self.goal or self.question_asked or self.study or self.initiative

    @property
    def numbers(self) -> dict[str, int]:
        """The number of readable reactions of each kind."""
        return {kind: getattr(self, kind) for kind in KINDS}


class Reaction(Hideable, Thing):
    """One reaction, or a reply to one: then `parent` is set and it has no kind of its own.

    `is_owed`: a concern or a question of a person outside the side of the initiator. `waits`: it is owed an
    answer, can be read, and has none. `is_answer`: a reply by the side of the initiator.
    """

    public_texts = ("text",)
    talk = models.ForeignKey(Talk, on_delete=models.PROTECT, related_name="reactions")
    update = models.ForeignKey(Update, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    kind = models.CharField("soort", max_length=10, choices=list(KINDS.items()), blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField("reactie", max_length=LENGTH, blank=True)
    state = models.CharField(max_length=9, choices=REACTION.choices, default=REACTION.start)
    is_owed = models.BooleanField(default=False)
    waits = models.BooleanField(default=False)
    is_answer = models.BooleanField(default=False)
    reply_count = models.PositiveIntegerField(default=0)
    recognised_count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        constraints = [
            models.CheckConstraint(condition=~Q(text="") | Q(state="withdrawn"), name="reaction_has_text"),
            models.CheckConstraint(
                condition=(Q(parent=None) & ~Q(kind="")) | Q(parent__isnull=False, kind=""),
                name="reaction_has_kind_or_parent",
            ),
        ]
        indexes = [
            models.Index(
                fields=["talk", "-at", "-id"], condition=Q(parent__isnull=True), name="reaction_newest"
            ),
            models.Index(
                fields=["talk", "kind", "-at", "-id"],
                condition=Q(parent__isnull=True),
                name="reaction_kind",
            ),
            models.Index(fields=["talk", "at"], condition=Q(waits=True), name="reaction_waits"),
            models.Index(fields=["person", "at"], name="reaction_of_person"),
            models.Index(fields=["parent", "at"], name="reaction_replies"),
        ]

    @property
    def area(self) -> Area:
        """Where the thing lies that it is about: its moderators read it."""
        found: Area = self.talk.thing.area
        return found


class Recognition(Row):
    """A person recognises what a reaction says (herkenbaar): once per person."""

    reaction = models.ForeignKey(Reaction, on_delete=models.CASCADE, related_name="recognitions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reaction", "person"], name="recognised_once_per_person")
        ]
