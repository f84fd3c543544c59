"""An agreement ends, and then the project: gelukt, deels or mislukt are all outcomes."""

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journal.models import Entry
from middenstip.journeys import close_agreement, stop_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, signed, supported, taken


def initiative() -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district").get()


def test_whether_it_is_done_says_who_it_was_promised_to(cast: Cast) -> None:
    made = signed(cast)
    with pytest.raises(Forbidden, match="aan wie het beloofd is"):
        close_agreement.keep(by=cast.ilse, agreement=made, at=cast.tick())
    assert close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick()).state == "done"
    with pytest.raises(NotNow, match="gedaan"):
        close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick())


def test_not_met_asks_why_and_the_project_may_end_as_mislukt(cast: Cast) -> None:
    made = signed(cast)
    with pytest.raises(Invalid):
        close_agreement.miss(by=cast.ilse, agreement=made, why_not=" ", at=cast.tick())
    with pytest.raises(NotNow, match="loopt nog 1 afspraak"):
        close_agreement.finish(
            by=cast.marijke, initiative=initiative(), outcome="mislukt", lesson="", at=cast.tick()
        )
    close_agreement.miss(by=cast.ilse, agreement=made, why_not="De grond was te nat.", at=cast.tick())
    close_agreement.finish(
        by=cast.marijke,
        initiative=initiative(),
        outcome="mislukt",
        lesson="Meet eerst het water.",
        at=cast.tick(),
    )
    ended = initiative()
    assert (ended.stage, ended.outcome, ended.lesson) == ("learning", "mislukt", "Meet eerst het water.")


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
