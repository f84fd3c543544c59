"""Marijke stops: the lesson is kept, and nothing waits for an answer any more."""

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.intake.selectors.told import case_told
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journal.models import Entry
from middenstip.journeys import leave, stop_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, submitted, supported, taken
from tests.web.at_the_door import shown, walk_in


def initiative() -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district").get()


def test_stopping_needs_a_lesson_and_ends_the_case(cast: Cast) -> None:
    supported(cast)
    with pytest.raises(Invalid):
        stop_initiative.stop(by=cast.marijke, initiative=initiative(), lesson="", at=cast.tick())
    with pytest.raises(Forbidden):
        stop_initiative.stop(by=cast.samira, initiative=initiative(), lesson="Weg.", at=cast.tick())
    stop_initiative.stop(
        by=cast.marijke, initiative=initiative(), lesson="Er waren te weinig handen.", at=cast.tick()
    )
    assert initiative().stage == "stopped"
    assert initiative().case.state == "stopped"
    assert initiative().case.outcome == "support"


def test_an_initiative_stopped_by_the_desk_has_no_outcome(cast: Cast) -> None:
    """The report does not invent an outcome for what the desk closed after the initiator was erased."""
    for stopper, outcome, told in (
        (cast.marijke, "stopped", "gestopt door de initiatiefnemer"),
        (cast.samira, "", ""),
    ):
        case = taken(cast, f"Plan voor {stopper.name}")
        if stopper is cast.samira:
            leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
        one = Initiative.objects.select_related("area", "municipality", "district", "initiator")
        stop_initiative.stop(
            by=stopper, initiative=one.get(pk=case.initiative_id), lesson="Te nat.", at=cast.tick()
        )
        case.refresh_from_db()
        told_case = case_told(case.initiative)
        assert told_case
        assert (case.outcome, told_case.outcome, told_case.state) == (outcome, outcome, "stopped")
        report = shown(walk_in(None).get(f"/initiatief/{case.initiative.public_id}/verslag/"))
        assert report["said"] == (told or "gestopt")


def test_stopping_a_stopped_initiative_is_refused_by_its_state(cast: Cast) -> None:
    told = {"initiative": submitted(cast), "lesson": "Geen tijd."}
    stop_initiative.stop(by=cast.marijke, **told, at=cast.tick())
    with pytest.raises(NotNow, match="De stand van het initiatief is: gestopt"):
        stop_initiative.stop(by=cast.marijke, **told, at=cast.tick())


def test_a_stopped_initiative_leaves_no_rows_in_mijn(cast: Cast) -> None:
    """An action or an offer of help would stay listed while nothing can be done about it."""
    case = taken(cast)
    done, planned = (
        intake.plan_action(by=cast.samira, case=case, text=text, at=cast.tick())
        for text in ("Bel de buren", "Zoek grond")
    )
    intake.close_action(by=cast.marijke, action=done, at=cast.tick())
    samira = Seat.objects.get(pk=cast.samira.seat_id)
    intake.ask_carry(by=cast.marijke, action=planned, to=samira, until=cast.day(9), at=cast.tick())
    intake.carry_action(by=cast.samira, action=planned, until=cast.day(9), at=cast.tick())
    initiatives.offer_help(
        by=cast.gerrit,
        initiative=initiative(),
        brings="Een schep.",
        gets="",
        fears="",
        has_read=True,
        at=cast.tick(),
    )
    stop_initiative.stop(by=cast.marijke, initiative=initiative(), lesson="Geen tijd.", at=cast.tick())
    for one in (cast.marijke, cast.samira):
        waiting = waiting_for(person=one.person_id, seats=[one.seat_id], today=cast.today)
        assert [row for row in waiting if row.kind != "begun"] == []
    assert Action.objects.get(pk=planned.pk).state == "dropped"
    assert Entry.objects.filter(kind="action.closed", subject=planned.public_id).count() == 1
    with pytest.raises(NotNow, match="De stand van de zaak is: gestopt"):
        intake.close_action(by=cast.marijke, action=done, act="reopen", at=cast.tick())
