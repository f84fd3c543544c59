"""Marijke stops: what was learned stays, and nobody is left waiting."""

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors import report_of
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journal.models import Entry
from middenstip.journeys import leave, stop_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, submitted, supported, taken


def initiative() -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district").get()


def test_whoever_stops_leaves_a_lesson_and_the_desk_stops_too(cast: Cast) -> None:
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


def test_only_the_initiator_stops_by_the_choice_of_the_initiator(cast: Cast) -> None:
    """What the desk closes for who is gone has no outcome, and the report does not make one up."""
    for stopper, outcome, told in (
        (cast.marijke, "stopped", "gestopt door de initiatiefnemer"),
        (cast.samira, "", ""),
    ):
        case = taken(cast)
        if stopper is cast.samira:
            leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
        one = Initiative.objects.select_related("area", "municipality", "district", "initiator")
        stop_initiative.stop(
            by=stopper, initiative=one.get(pk=case.initiative_id), lesson="Te nat.", at=cast.tick()
        )
        case.refresh_from_db()
        report = report_of(case.initiative.public_id, cast.today)
        assert report
        assert report.case
        assert (case.outcome, report.case.outcome, report.case.state) == (outcome, told, "gestopt")


def test_what_stopped_already_is_not_a_matter_of_who_you_are(cast: Cast) -> None:
    told = {"initiative": submitted(cast), "lesson": "Geen tijd."}
    stop_initiative.stop(by=cast.marijke, **told, at=cast.tick())
    with pytest.raises(NotNow, match="De stand van het initiatief is: gestopt"):
        stop_initiative.stop(by=cast.marijke, **told, at=cast.tick())


def test_what_stopped_waits_for_nobody(cast: Cast) -> None:
    """No action and no offer to help stays on a list where nothing can be done about it."""
    case = taken(cast)
    done, planned = (
        intake.plan_action(by=cast.samira, case=case, text=text, at=cast.tick())
        for text in ("Bel de buren", "Zoek grond")
    )
    intake.close_action(by=cast.marijke, action=done, at=cast.tick())
    samira = Seat.objects.get(pk=cast.samira.seat)
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
        assert waiting_for(person=one.person, seats=[one.seat], today=cast.today) == []
    assert Action.objects.get(pk=planned.pk).state == "dropped"
    assert Entry.objects.filter(kind="action.closed", subject=planned.public_id).count() == 1
    with pytest.raises(NotNow, match="De stand van de zaak is: gestopt"):
        intake.close_action(by=cast.marijke, action=done, act="reopen", at=cast.tick())
