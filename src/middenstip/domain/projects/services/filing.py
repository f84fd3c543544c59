"""Wishes and their answers, and filing the case to a seat."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import PROJECT
from middenstip.domain.projects.models import Filing, Project, Wish
from middenstip.domain.projects.models.filing import ANSWERS, WISH_ANSWERS
from middenstip.domain.projects.services.hold import coming, hold, hold_for, needed, tell
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
@once(lambda public_id: Wish.objects.get(public_id=public_id))
def make_wish(
    *, by: Actor, project: Project, text: str, key: str = "", public_id: str = "", at: datetime
) -> Wish:
    """A neighbour or official wishes something of the plan."""
    project = hold(project)
    if not (verdict := rules.may_wish(project)):
        raise NotNow(verdict.reason)
    told = needed(text=text)
    wish = Wish(project=project, seat_id=by.seat_id, person_id=by.person_id, text=told["text"], at=at)
    wish.public_id = public_id or wish.public_id
    wish.store()
    tell(facts.WishMade, project, by, at, wish=wish.public_id)
    return wish


@write
def answer_wish(*, by: Actor, wish: Wish, outcome: str, answer: str, at: datetime) -> Wish:
    """The team answers a wish: yes, in part or no, always with the reason."""
    project, _ = hold_for(by, wish.project)
    wish = Wish.objects.select_related("seat").get(pk=wish.pk)
    if wish.outcome:
        raise NotNow("Deze wens heeft al een antwoord.")
    if outcome not in dict(WISH_ANSWERS):
        raise Invalid({"outcome": "Kies een antwoord."})
    wish.outcome, wish.answer, wish.answered_at = outcome, needed(answer=answer)["answer"], at
    wish.store("outcome", "answer", "answered_at")
    about = {"wish": wish.public_id, "seat": wish.seat.public_id, "outcome": outcome}
    tell(facts.WishAnswered, project, by, at, **about)
    return wish


@write
def file_plan(
    *, by: Actor, project: Project, to: Seat, asked: str, due_on: date | None, at: datetime
) -> Filing:
    """File the newest version to a seat of the government or a fund, with a last day for the answer."""
    project, team = hold_for(by, project)
    residents = list(team.halves.values()).count(Half.RESIDENTS)
    verdict = rules.may_file(residents, project.wishes.filter(outcome="").count())
    if not verdict:
        raise NotNow(verdict.reason)
    project.state = PROJECT.after(project.state, "file")
    told = needed(asked=asked)
    if to.pk == by.seat_id:
        raise Invalid({"to": "Kies een andere zetel dan die van jou."})
    number = project.plans.latest("number").number
    filing = Filing(
        project=project,
        number=number,
        to=to,
        asked=told["asked"],
        due_on=coming("due_on", due_on, at),
        by_seat_id=by.seat_id,
        at=at,
    ).store()
    project.store("state")
    due = filing.due_on.isoformat()
    tell(facts.ProjectFiled, project, by, at, seat=to.public_id, number=number, due=due)
    return filing


@write
def receive_filing(*, by: Actor, filing: Filing, at: datetime) -> Filing:
    """The seat has it: the receipt."""
    project = hold(filing.project)
    filing = Filing.objects.get(pk=filing.pk)
    require(rules.may_receive(by, filing))
    if filing.received_at:
        raise NotNow("De ontvangst is al bevestigd.")
    filing.received_at = at
    filing.store("received_at")
    tell(facts.FilingReceived, project, by, at)
    return filing


@write
def answer_filing(*, by: Actor, filing: Filing, outcome: str, answer: str, at: datetime) -> Filing:
    """The seat answers: yes, yes on conditions, or no. Answering says that it was received."""
    project = hold(filing.project)
    filing = Filing.objects.get(pk=filing.pk)
    require(rules.may_receive(by, filing))
    if filing.outcome:
        raise NotNow("Hier is al antwoord op gegeven.")
    if outcome not in dict(ANSWERS):
        raise Invalid({"outcome": "Kies een antwoord."})
    project.state = PROJECT.after(project.state, "answer_no" if outcome == "nee" else "answer_yes")
    filing.outcome, filing.answer = outcome, typed.text(needed(answer=answer)["answer"])
    filing.answered_at, filing.received_at = at, filing.received_at or at
    filing.store("outcome", "answer", "answered_at", "received_at")
    project.store("state")
    in_time = timezone.localdate(at) <= filing.due_on
    tell(facts.FilingAnswered, project, by, at, outcome=outcome, in_time=in_time)
    return filing
