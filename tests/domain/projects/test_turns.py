"""Whose turn it is in a project: the page, the rows of *Mijn* and the table in `turns.py` say the same."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.parties import services as parties
from middenstip.domain.projects import services, turns
from middenstip.domain.projects.models import Application, FundingScheme, Member, Order, Project
from middenstip.domain.projects.selectors import filing_of, order_of_turn, project_at, team_seats
from middenstip.domain.projects.services.award import Part
from middenstip.domain.projects.tasks import watch_projects
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.turn import Turn
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, person, seat_of
from tests.journeys.test_start_project import a_line, project_by
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import page, walk_in

PLAN = "Schrijf het plan verder. Is het klaar, dien het dan in of begin."


def rows_of(cast: Cast, by: Actor) -> dict[str, str]:
    """The rows of *Mijn* that are about projects: the ask, and the page behind it."""
    moves = {move.kind: move for move in turns.MOVES}
    first, *rest = turns.rows_for(by.person_id, [by.seat_id], cast.today)
    found = {}
    for kind, target, _title, _context, _seat, _due, words in first.union(*rest, all=True):
        found[moves[kind].said(words)] = moves[kind].path.format(target)
    return found


def turn_of(cast: Cast) -> Turn | None:
    """What the page of the project shows; it has the same seats as the rows of *Mijn*."""
    project = Project.objects.select_related("initiative").get()
    wish = project.wishes.filter(outcome="").order_by("pk").first()
    about = {"filing": filing_of(project), "wish": wish, "order": order_of_turn(project)}
    turn = turns.turn(project_at(project, team_seats(project, cast.today), **about))
    for by in (cast.marijke, cast.samira if turn is None or turn.act == "project_filing" else cast.ilse):
        asked = turn is not None and turn.lies_with(by.person_id, [by.seat_id])
        assert (turn is not None and turn.ask in rows_of(cast, by)) == asked
    return turn


def ask_of(cast: Cast) -> str:
    turn = turn_of(cast)
    return turn.ask if turn else ""


def test_the_turn_goes_from_hand_to_hand_until_the_upkeep(cast: Cast) -> None:
    project = project_by(cast)
    assert ask_of(cast) == PLAN
    wish = services.make_wish(by=cast.gerrit, project=project, text="Een bank.", at=cast.tick())
    services.make_wish(by=cast.gerrit, project=project, text="Nog een bank.", at=cast.tick())
    assert ask_of(cast) == "Geef antwoord op de wens: Een bank."
    for one in project.wishes.all():
        services.answer_wish(by=cast.bas, wish=one, outcome="ja", answer="Goed.", at=cast.tick())
    filed = {"to": seat_of(cast.samira), "asked": "Zeg ja.", "due_on": cast.day(30)}
    filing = services.file_plan(by=cast.marijke, project=project, **filed, at=cast.tick())
    assert ask_of(cast) == "Geef antwoord op het plan."
    services.answer_filing(by=cast.samira, filing=filing, outcome="ja", answer="Ja.", at=cast.tick())
    assert ask_of(cast) == "Er is een besluit. Begin met de uitvoering."
    services.move_project(by=cast.bas, project=project, act="start", at=cast.tick())
    assert ask_of(cast) == "Haal de mijlpalen. Is alles klaar, lever dan op."

    asked = {"line": a_line(cast, project), "contractor": seat_of(cast.ilse), "due_on": cast.day(60)}
    order = services.ask_order(by=cast.marijke, **asked, what="Keuken", price=100, at=cast.tick())
    assert ask_of(cast) == "Neem je deze opdracht aan? Keuken"
    order = services.move_order(by=cast.ilse, order=order, act="accept", at=cast.tick())
    assert ask_of(cast) == "Voer de opdracht uit: Keuken"
    order = services.move_order(by=cast.ilse, order=order, act="deliver", at=cast.tick())
    assert ask_of(cast) == "Is dit goed opgeleverd? Keuken"
    with pytest.raises(Forbidden, match="het team"):
        services.approve_order(by=cast.tarik, order=order, at=cast.tick())
    about = {"why": "Het lekt.", "repair_by": cast.day(14)}
    order = services.refuse_order(by=cast.marijke, order=order, **about, at=cast.tick())
    turn = turn_of(cast)
    assert turn
    assert (turn.ask, turn.due) == ("Herstel wat nog niet goed is: Keuken", cast.day(14))
    services.ask_extra(by=cast.ilse, order=order, what="Een raam", price=100, at=cast.tick())
    assert "Teken het meerwerk: Een raam" in rows_of(cast, cast.marijke)
    assert "Teken het meerwerk: Een raam" not in rows_of(cast, cast.ilse)
    order = services.move_order(by=cast.ilse, order=order, act="deliver", at=cast.tick())
    order = services.approve_order(by=cast.marijke, order=order, at=cast.tick())
    assert ask_of(cast) == "Goedgekeurd. Boek de betaling: Keuken"
    services.pay_order(by=cast.marijke, order=order, at=cast.tick())
    assert turns.order_turn(Order.objects.get()) is None
    services.move_project(by=cast.bas, project=project, act="deliver", at=cast.tick())
    assert ask_of(cast) == "Het werk is opgeleverd. Begin met het beheer."
    services.move_project(by=cast.bas, project=project, act="maintain", at=cast.tick())
    assert turn_of(cast) is None
    assert wish.pk


def test_what_hangs_under_a_project_stands_in_mijn_when_its_day_comes(cast: Cast) -> None:
    project = project_by(cast)
    mine = {"by": cast.marijke, "project": project}
    services.plan_milestone(**mine, track="sociaal", name="Rooster", due_on=cast.day(3), at=cast.tick())
    task = services.ask_task(**mine, what="Sleutel", day=cast.day(2), minutes=30, at=cast.tick())
    services.take_task(by=cast.gerrit, task=task, at=cast.tick())
    step = {"step": "Bel de school", "owner": seat_of(cast.bas), "due_on": cast.day(9)}
    services.answer_check(**mine, kind="place", is_there=False, **step, at=cast.tick())
    about = {"name": "Subsidie", "amount": 100, "covers_on": cast.day(99), "parts": [Part(100, cast.day(5))]}
    award = services.grant_award(by=cast.ilse, project=project, kind="subsidie", **about, at=cast.tick())
    services.move_project(**mine, act="start", at=cast.tick())
    assert list(rows_of(cast, cast.gerrit)) == ["Jij doet deze taak: Sleutel"]
    assert rows_of(cast, cast.bas) == {
        "Zet deze stap: Bel de school": f"/project/{project.public_id}/mensen/#blijft"
    }
    assert len(rows_of(cast, cast.marijke)) == 1
    cast.tick(days=6)
    assert {"Is deze mijlpaal gehaald? Rooster", "Vraag het deelbedrag aan: Subsidie"} < set(
        rows_of(cast, cast.marijke)
    )
    part = award.tranches.get()
    for act in ("meet", "ask"):
        part = services.move_tranche(by=cast.marijke, tranche=part, act=act, at=cast.tick())
    assert list(rows_of(cast, cast.ilse)) == ["Betaal het deelbedrag, of houd het in: Subsidie"]


def test_when_the_coordinator_leaves_the_initiator_has_the_turn(cast: Cast) -> None:
    project = project_by(cast)
    Member.objects.update(is_coordinator=False)
    Member.objects.filter(seat=cast.bas.seat_id).update(is_coordinator=True)
    assert (list(rows_of(cast, cast.bas)), rows_of(cast, cast.marijke)) == ([PLAN], {})
    with clock.frozen(cast.at):
        assert PLAN in page(walk_in(cast.tarik), f"/project/{project.public_id}/")
    parties.leave_seat(person=person(cast.bas), seat=seat_of(cast.bas), at=cast.tick())
    cast.tick(days=1)
    turn = turn_of(cast)
    assert turn
    assert (turn.who.name, turn.seats, turn.person) == (cast.marijke.name, (), cast.marijke.person_id)
    erased = Project.objects.select_related("initiative__initiator", "initiative__municipality").get()
    erased.initiative.initiator.erased_at = cast.at
    turn = turns.turn(project_at(erased, []))
    assert turn
    assert (turn.who.name, turn.person) == ("De balie", 0)


def test_a_team_is_reminded_of_the_last_day_of_a_scheme(cast: Cast) -> None:
    project = project_by(cast)
    scheme = {"name": "Groenfonds", "level": "fonds", "deadline": cast.day(100)}
    fund = services.keep_scheme(by=cast.ilse, **scheme, at=cast.tick())
    firms = services.keep_scheme(by=cast.ilse, name="Bedrijvenfonds", level="Rijk", halves=(), at=cast.tick())
    past = services.keep_scheme(by=cast.ilse, name="Oud", level="EU", deadline=cast.day(-1), at=cast.tick())
    ask = {"by": cast.marijke, "project": project, "amount": 500_00}
    with pytest.raises(NotNow, match="nog niet in jullie team"):
        services.apply_for(**ask, scheme=firms, at=cast.tick())
    with pytest.raises(NotNow, match="voorbij"):
        services.apply_for(**ask, scheme=past, at=cast.tick())
    wanted = services.apply_for(**ask, scheme=fund, at=cast.tick())
    rang: list[int] = []
    asked_at = cast.at
    for left in (57, 56, 55, 28, 27, 7, 6, 0):
        cast.at = asked_at + timedelta(days=100 - left)
        if services.ring_deadlines(at=cast.at):
            rang.append(left)
            assert services.ring_deadlines(at=cast.at) == 0
            if len(rang) == 1:
                post(cast)
                assert heard(cast.bas)[-1] == "Nog 8 weken: Groenfonds"
                assert "Vraag geld aan bij Groenfonds." in rows_of(cast, cast.marijke)
    assert rang == [56, 28, 7]
    FundingScheme.objects.filter(pk=fund.pk).update(deadline=cast.day(20))
    assert watch_projects(cast.tick()) == 1  # another last day begins again
    post(cast)
    assert "Zet bij het project of het gevraagd is" in told(cast.marijke).text
    with pytest.raises(Forbidden, match="het team"):
        services.move_application(by=cast.tarik, application=wanted, act="ask", at=cast.tick())
    with pytest.raises(NotNow, match="van plan"):
        services.move_application(by=cast.bas, application=wanted, act="grant", at=cast.tick())
    services.move_application(by=cast.bas, application=wanted, act="ask", at=cast.tick())
    assert services.ring_deadlines(at=cast.tick(days=14)) == 0
    services.move_application(by=cast.bas, application=wanted, act="grant", at=cast.tick())
    assert Application.objects.get().outcome == "toegekend"
    with pytest.raises(NotNow, match="al op jullie lijst"):
        services.apply_for(**ask, scheme=fund, at=cast.tick())
