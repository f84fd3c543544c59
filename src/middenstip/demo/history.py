"""Plays the stories: every act goes through the journeys that people use, each on its own day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from middenstip.demo.cast import CAST, Member, invite
from middenstip.demo.crowd import CROWD
from middenstip.demo.stories import STORIES, Promise, Story, Table
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    close_agreement,
    follow,
    open_goal,
    sign_agreement,
    stop_initiative,
    submit_initiative,
)
from middenstip.kernel.actor import Actor

PEOPLE: tuple[Member, ...] = (*CAST, *CROWD)


def play(now: datetime) -> int:
    """Let the demo area live until `now`; returns how many initiatives there are. Run it on an empty area."""
    cast = invite(PEOPLE, now - timedelta(days=800))
    for story in STORIES:
        Teller(story, cast, now).tell()
    return len(STORIES)


class Teller:
    """Tells one story from its first day, an act a few days after the one before, never after today."""

    def __init__(self, story: Story, cast: dict[str, Actor], now: datetime) -> None:
        self.story, self.cast, self.now = story, cast, now
        self.begin = _by_day(now - timedelta(days=story.ago))
        self.steps = self._moments()
        self.initiator = cast[story.who]

    def tell(self) -> None:
        story, initiative = self.story, self._submit()
        for person in list(self.cast.values())[: story.followers]:
            follow.follow_initiative(person=person.person, initiative=initiative, at=self._at())
        if story.reach == "stopped":
            stop_initiative.stop(by=self.initiator, initiative=initiative, lesson=story.lesson, at=self._at())
            return
        if story.reach == "idea" and not story.table:
            return
        self._assess(initiative)
        self._help(initiative)
        goal = self._table(initiative, story.table) if story.table else None
        for promise in story.promises:
            assert goal
            self._promise(goal, promise)
        for text in story.news:
            at = _by_day(self.now - timedelta(days=1 + story.ago % 7, hours=2))
            initiatives.tell_news(by=self.initiator, initiative=initiative, text=text, at=at)
        if story.end:
            close_agreement.finish(
                by=self.initiator,
                initiative=_fresh(initiative),
                outcome=story.end,
                lesson=story.lesson,
                at=_by_day(self.now - timedelta(days=20 + story.ago % 9)),
            )

    def _submit(self) -> Initiative:
        story = self.story
        fixed, negotiable, open_ = story.reins
        initiative = submit_initiative.draft(
            initiator=Person.objects.get(pk=self.initiator.person),
            half=self.initiator.half,
            seat=Seat.objects.get(pk=self.initiator.seat),
            area=Area.objects.select_related("municipality", "district").get(code=story.area),
            texts={"title": story.title, "what": story.what, "why": story.why, "motto": story.motto},
            reins={"fixed": fixed, "negotiable": negotiable, "open": open_},
            themes=story.themes,
            is_hybrid=story.hybrid,
            has_place=story.place is not None,
            point=story.place,
            at=self.begin,
        )
        return submit_initiative.submit(by=self.initiator, initiative=initiative, at=self._at())

    def _assess(self, initiative: Initiative) -> None:
        story, handler = self.story, self.cast[self.story.handler]
        case = assess_initiative.take(by=handler, case=Case.objects.get(initiative=initiative), at=self._at())
        intake.write_note(
            by=handler,
            case=case,
            text="We spraken elkaar aan de keukentafel. Het plan is van de buurt, wij helpen.",
            next_step=story.next_step,
            at=self._at(),
        )
        for text, due, carrier in story.actions:
            self._action(case, text, due, carrier)
        if story.reach == "desk":
            return
        for by in (self.initiator, handler):
            intake.confirm_start(by=by, case=case, at=self._at())
        assess_initiative.decide(
            by=handler,
            case=case,
            outcome=story.outcome,
            answer=story.answer,
            broker=Seat.objects.get(pk=self.cast["yara"].seat) if story.outcome == "no_box" else None,
            at=self._at(),
        )

    def _action(self, case: Case, text: str, due: int, carrier: str) -> None:
        day = timezone.localdate(self.now) + timedelta(days=due)
        action = intake.plan_action(by=self.initiator, case=case, text=text, due_on=day, at=self._at())
        if carrier:
            at = self._at()
            until = max(day, timezone.localdate(at))
            to = Seat.objects.get(pk=self.cast[carrier].seat)
            intake.ask_carry(by=self.initiator, action=action, to=to, until=until, at=at)
            intake.carry_action(by=self.cast[carrier], action=action, until=until, at=at)

    def _help(self, initiative: Initiative) -> None:
        for who, brings, accepted in self.story.helpers:
            partner = initiatives.offer_help(
                by=self.cast[who],
                initiative=initiative,
                brings=brings,
                gets="",
                fears="",
                has_read=True,
                at=self._at(),
            )
            if accepted:
                initiatives.answer_help(by=self.initiator, partner=partner, accept=True, at=self._at())

    def _table(self, initiative: Initiative, table: Table) -> Goal:
        goal = open_goal.open_goal(
            by=self.initiator,
            initiative=_fresh(initiative),
            title=table.title,
            question=table.question,
            at=self._at(),
        )
        for who in table.seats[1:]:
            agree_goal.join(by=self.cast[who], goal=goal, at=self._at())
        for who, text in table.letters:
            goals.write_letter(by=self.cast[who], goal=goal, text=text, at=self._at())
        if len(table.letters) == len(table.seats):
            goals.reveal_letters(by=self.initiator, goal=goal, at=self._at())
        for number, text in enumerate(table.texts):
            agree_goal.propose(by=self.initiator, goal=goal, text=text, number=number, at=self._at())
        for who, said, condition in table.answers:
            agree_goal.answer(
                by=self.cast[who],
                goal=goal,
                number=len(table.texts),
                answer=said,
                condition=condition,
                at=self._at(),
            )
        return Goal.objects.select_related("initiative", "area", "municipality").get(pk=goal.pk)

    def _promise(self, goal: Goal, promise: Promise) -> None:
        due = timezone.localdate(self.now) + timedelta(days=promise.due)
        seats = [Seat.objects.get(pk=self.cast[who].seat) for who in (promise.who, promise.to, *promise.also)]
        agreement = sign_agreement.propose(
            by=self.initiator,
            goal=goal,
            promisor=seats[0],
            promisee=seats[1],
            what=promise.what,
            due_on=due,
            conditions=promise.conditions,
            also_sign=seats[2:],
            at=self._at(),
        )
        signers = promise.signed if promise.state == "proposed" else (promise.who, promise.to, *promise.also)
        for who in signers:
            agreement = sign_agreement.sign(by=self.cast[who], agreement=agreement, number=1, at=self._at())
        to, at = self.cast[promise.to], _by_day(self.now - timedelta(days=max(-promise.due, 2), hours=3))
        if promise.state == "done":
            close_agreement.keep(by=to, agreement=agreement, at=at)
        if promise.state == "not_met":
            close_agreement.miss(by=to, agreement=agreement, why_not=promise.why, at=at)

    def _moments(self) -> Iterator[datetime]:
        """Ever later moments between the first day and now: quick at first, then slower."""
        last = self.now - timedelta(minutes=30)
        left = last - self.begin
        while True:
            left *= self.story.pace
            yield min(_by_day(last - left), last)

    def _at(self) -> datetime:
        return next(self.steps)


def _by_day(moment: datetime) -> datetime:
    """The same day between nine and nine, in the same order: nobody signs at four in the morning."""
    local = timezone.localtime(moment)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(hours=9) + (local - midnight) / 2


def _fresh(initiative: Initiative) -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district", "seat").get(pk=initiative.pk)
