"""Whose turn it is at the desk: every line of the table in `turns.py`, and the same as rows of *Mijn*."""

from __future__ import annotations

from datetime import date

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_page
from middenstip.domain.initiatives.turns import UNLED
from middenstip.domain.intake import services as intake
from middenstip.domain.intake import turns
from middenstip.domain.intake.lifecycle import is_late
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.selectors.turning import case_of
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.journeys import assess_initiative, leave, stop_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.turn import Turn
from tests.cast import Cast, person, seat_of, submitted, supported, taken

MOVES = {move.kind: move for move in (*turns.MOVES, UNLED)}
GONE = "De initiatiefnemer is weg. Sluit dit initiatief af."
ALONE = "De initiatiefnemer is weg. Open een tafel, of sluit dit initiatief af."
SEARCH = "Dit past in geen hokje. Zoek mensen en een plek die hierbij passen."


def rows_of(cast: Cast, today: date) -> set[tuple[str, int]]:
    """What the desk asks in *Mijn* of Marijke, Samira, Yara and Ilse: each ask with the seat that is asked
    (0: the initiator, in any seat)."""
    seats = [by.seat_id for by in (cast.marijke, cast.samira, cast.yara, cast.ilse)]
    initiator = 0 if person(cast.marijke).erased_at else cast.marijke.person_id
    first, *rest = turns.rows_for(initiator, seats, today)
    rows = first.union(*rest, all=True)
    return {(MOVES[kind].said(words), seat) for kind, _to, _title, _about, seat, _due, words in rows}


def turn_of(cast: Cast) -> Turn | None:
    """Whose turn it is in the one case; *Mijn* says the same."""
    initiative = initiative_page(Initiative.objects.get().public_id, None, cast.today)
    assert initiative
    case = case_of(initiative, cast.today)
    assert case
    turn = turns.turn(case)
    if turn is None:
        assert rows_of(cast, cast.today) == set()
        return None
    seats = [*turn.seats, 0] if turn.person else turn.seats
    assert rows_of(cast, cast.today) == {(turn.ask, seat) for seat in seats}
    return turn


def told(cast: Cast) -> tuple[str, str]:
    """Who has the turn, and what is asked."""
    turn = turn_of(cast)
    assert turn
    return turn.who.name, turn.ask


def no_role(cast: Cast, by: Actor, role: str) -> None:
    """An administrator ends this role of this seat."""
    for grant in Grant.objects.filter(seat=by.seat_id, role=role, until_on=None):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())


def searched(cast: Cast, case: Case) -> Case:
    """The idea fits in no box: Yara looks for a way."""
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    for by in (cast.marijke, cast.samira):
        intake.confirm_start(by=by, case=case, at=cast.tick())
    answer = {"outcome": "no_box", "answer": "Dit is nieuw.", "connector": seat_of(cast.yara)}
    return assess_initiative.decide(by=cast.samira, case=case, **answer, at=cast.tick())


def test_the_turn_goes_from_the_desk_to_both_sides_and_back_until_the_answer(cast: Cast) -> None:
    case = submitted(cast).case
    assert told(cast) == ("De balie", "Iemand van de balie neemt dit idee aan.")
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    both = "Praat met elkaar en bevestig allebei hoe jullie beginnen."
    assert told(cast) == (f"{cast.samira.name} en {cast.marijke.name}", both)
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    assert told(cast) == (cast.marijke.name, "Lees de startverklaring en bevestig haar.")
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    assert told(cast) == (cast.samira.name, "Geef antwoord op het idee.")
    intake.write_note(by=cast.samira, case=case, text="Ja.", next_step="Bel de school", at=cast.tick())
    assert told(cast) == (cast.samira.name, "Bel de school")
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert turn_of(cast) is None


def test_when_the_initiator_confirmed_first_only_the_handler_is_asked(cast: Cast) -> None:
    intake.confirm_start(by=cast.marijke, case=taken(cast), at=cast.tick())
    assert told(cast) == (cast.samira.name, "Bevestig hoe jullie beginnen.")


def test_a_case_whose_handler_lost_the_role_waits_for_a_colleague(cast: Cast) -> None:
    taken(cast)
    no_role(cast, cast.samira, HANDLER)
    assert told(cast) == ("De balie", "Een collega neemt deze zaak over.")


def test_what_fits_in_no_box_waits_for_the_verbinder_or_for_another_one(cast: Cast) -> None:
    searched(cast, submitted(cast).case)
    assert told(cast) == (cast.yara.name, SEARCH)
    no_role(cast, cast.yara, CONNECTOR)
    assert told(cast) == ("De balie", "Een andere verbinder zoekt verder naar de weg.")


def test_when_the_initiator_is_gone_the_desk_is_asked_to_end_it(cast: Cast) -> None:
    case = submitted(cast).case
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert told(cast) == ("De balie", GONE)
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    assert told(cast) == (cast.samira.name, GONE)
    stop_initiative.stop(
        by=cast.samira, initiative=Initiative.objects.get(), lesson="Niemand bleef.", at=cast.tick()
    )
    assert turn_of(cast) is None


def test_when_the_initiator_is_gone_after_a_yes_the_desk_looks_for_others_to_go_on(cast: Cast) -> None:
    supported(cast)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert told(cast) == ("De balie", ALONE)


def test_an_action_asks_its_owner_or_for_a_while_the_seat_that_carries_it(cast: Cast) -> None:
    supported(cast)
    case = Case.objects.get()
    action = intake.plan_action(by=cast.marijke, case=case, text="Bel de buren", at=cast.tick())

    def asks(today: date) -> tuple[str, str]:
        """Who is asked what; *Mijn* says the same."""
        found = Action.objects.select_related("case__initiative__initiator", "case__initiative__seat")
        turn = turns.action_turn(found.select_related("owner", "carrier").get(pk=action.pk), today)
        assert rows_of(cast, today) == ({(turn.ask, seat) for seat in turn.seats} if turn else set())
        return (turn.who.name, turn.ask) if turn else ("", "")

    assert asks(cast.today) == (cast.marijke.name, "Doe: Bel de buren")
    until = cast.day(3)
    intake.ask_carry(by=cast.marijke, action=action, to=seat_of(cast.ilse), until=until, at=cast.tick())
    intake.carry_action(by=cast.ilse, action=action, until=until, at=cast.tick())
    assert asks(cast.day(3)) == ("adviseur Groen, gemeente Deventer", "Bel de buren")
    assert asks(cast.day(4)) == (cast.marijke.name, "De tijd is om, neem het terug: Bel de buren")
    intake.close_action(by=cast.ilse, action=action, at=cast.tick())
    assert asks(cast.today) == ("", "")


def test_the_term_of_the_desk_runs_until_its_answer_or_until_the_search_is_over(cast: Cast) -> None:
    case = submitted(cast).case
    assert turns.waits_for_desk(case)
    now = searched(cast, case)
    assert turns.waits_for_desk(now)  # the way of the verbinder is still to come
    stop_initiative.stop(by=cast.marijke, initiative=now.initiative, lesson="Te duur.", at=cast.tick())
    ended = Case.objects.select_related("initiative").get(pk=case.pk)
    assert not turns.waits_for_desk(ended)


def test_the_term_of_the_desk_is_over_after_a_yes(cast: Cast) -> None:
    initiative = supported(cast)
    assert not turns.waits_for_desk(Case.objects.select_related("initiative").get(initiative=initiative))


def test_an_open_action_is_late_after_its_last_day(cast: Cast) -> None:
    told = {"text": "Bel de buren", "due_on": cast.day(3)}
    action = intake.plan_action(by=cast.marijke, case=taken(cast), **told, at=cast.tick())
    assert [is_late(action.state, action.due_on, cast.day(days)) for days in (3, 4)] == [False, True]
    done = intake.close_action(by=cast.marijke, action=action, at=cast.tick())
    assert not is_late(done.state, done.due_on, cast.day(4))
