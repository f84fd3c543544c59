"""A table opens; its seats write letters and versions, and answer; the bestuur commits and comes by."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.cast import CITY, Member, invite
from middenstip.demo.rooms.step import Step
from middenstip.demo.stories import Table
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.goals import services
from middenstip.domain.goals.models import Goal, Letter
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import agree_goal, hand_over_seat, open_goal
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half


def talk(teller: Teller) -> None:
    table, by = teller.story.table, teller.initiator
    if table is None:
        return
    goal = open_goal.open_goal(
        by=by,
        initiative=teller.fresh(),
        title=table.title,
        question=table.question,
        at=teller.at(),
    )
    for who in table.seats[1:]:
        seated = teller.cast[who]
        request = services.ask_chair(by=seated, goal=goal, at=teller.at())
        agree_goal.let_in(by=by, request=request, at=teller.at())
    for who, text in table.letters:
        services.write_letter(by=teller.cast[who], goal=goal, text=text, at=teller.at())
    if len(table.letters) == len(table.seats):
        services.reveal_letters(by=by, goal=goal, at=teller.at())
    for number, text in enumerate(table.texts):
        agree_goal.propose(by=by, goal=goal, text=text, number=number, at=teller.at())
    for who, said, condition in table.answers:
        agree_goal.answer(
            by=teller.cast[who],
            goal=goal,
            number=len(table.texts),
            answer=said,
            condition=condition,
            at=teller.at(),
        )
    _who_waits(teller, table, goal)
    teller.goal = Goal.objects.select_related("initiative", "area", "municipality").get(pk=goal.pk)


def _who_waits(teller: Teller, table: Table, goal: Goal) -> None:
    """A chair that was asked for, an open QR invitation, and a new seat for the ondernemers."""
    if table.claims:
        shop = teller.cast[table.claims]  # a shop of their own: nobody confirmed it yet
        request = services.ask_chair(by=shop, goal=goal, word="Ik lever de stekken.", at=teller.at())
        agree_goal.let_in(by=teller.initiator, request=request, at=teller.at())
    for who, word in table.asked:
        services.ask_chair(by=teller.cast[who], goal=goal, word=word, at=teller.at())
    if table.link:
        services.make_link(by=teller.initiator, goal=goal, most=table.link, at=teller.now)


OWN_WORDS = (  # who says it, whose letter, in which words, and what the writer meant ("": this)
    ("joost", "femke", "Jij wilt dat mensen hier graag blijven winkelen.", ""),
    ("sanne", "femke", "Jij wilt meer klanten.", "Klanten, en ook een straat waar het prettig is."),
    ("femke", "lotte", "Jij wilt dat de regen in de grond zakt, niet in het riool.", ""),
    ("ayla", "sanne", "Jij wilt een plek in de schaduw waar buren elkaar zien.", ""),
)


def listen(teller: Teller) -> None:
    """At the table of the cool squares the halves say in their own words what the others wrote."""
    if teller.story.title != "Koele pleinen" or teller.goal is None:
        return
    for who, writer, text, meant in OWN_WORDS:
        by, other = teller.cast[who], teller.cast[writer]
        letter = Letter.objects.select_related("goal").get(goal=teller.goal, seat=other.seat_id)
        said = services.restate_letter(by=by, letter=letter, text=text, at=teller.at())
        if meant:
            services.correct_restatement(by=other, restatement=said, words=meant, at=teller.at())
        elif who != "ayla":  # that one still waits
            services.confirm_restatement(by=other, restatement=said, at=teller.at())


STANDS_FOR = "Ik sta voor koele pleinen, en doe daarvoor vijftig bomen in de begroting van volgend jaar."


def govern(teller: Teller) -> None:
    """The bestuur: one of them committed, came by and left; another was asked and did not answer yet."""
    goal, title = teller.goal, teller.story.title
    if goal is None or title not in ("Koele pleinen", "Veilig oversteken bij school"):
        return
    lately = by_day(teller.now - timedelta(days=6))
    asker = next(chair.seat for chair in chairs_at(goal) if chair.seat.half == Half.GOVERNMENT)
    by = next(one for one in teller.cast.values() if one.seat_id == asker.pk)
    if title != "Koele pleinen":
        seat = _seat(_joins("wietse", "Wietse Averesch", asker, lately))
        services.name_portfolio(by=by, goal=goal, seat=seat, at=lately)
        return
    hetty = _joins("hetty", "Hetty Bruins", asker, teller.at())
    one = services.name_portfolio(by=by, goal=goal, seat=_seat(hetty), at=teller.at())
    one = services.accept_portfolio(by=hetty, portfolio=one, at=teller.at())
    one = services.commit(by=hetty, portfolio=one, answer="ja", text=STANDS_FOR, at=teller.at())
    at = teller.at()
    told: dict[str, Any] = {
        "on": timezone.localdate(at),
        "words": "Ze liep de ronde mee en bleef voor de soep.",
        "at": at,
    }
    visit = services.log_visit(by=teller.initiator, portfolio=one, **told)
    services.confirm_visit(by=hetty, visit=visit, at=teller.at())
    _joins("ronald", "Ronald Mensink", asker, lately)
    leaver = Person.objects.get(pk=hetty.person_id)
    hand_over_seat.stand_up(person=leaver, seat=_seat(hetty), at=lately)


def _joins(key: str, name: str, beside: Seat, at: datetime) -> Actor:
    """Somebody in the bestuur of the same organisation, in one seat with who else is called so."""
    assert beside.side
    organisation, reason = beside.side.organisation.name, beside.side.reason
    title = "wethouder leefomgeving" if organisation.startswith("gemeente") else "lid van het bestuur"
    return invite([Member(key, name, Half.GOVERNMENT, CITY, title, organisation, reason)], at)[key]


def _seat(actor: Actor) -> Seat:
    return Seat.objects.select_related("area", "side").get(pk=actor.seat_id)


STEPS = (Step(60, talk), Step(61, listen), Step(74, govern))
