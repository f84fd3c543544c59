"""An agreement ends, and then the project: gelukt, deels or mislukt are all outcomes."""

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.journeys import close_agreement, sign_agreement
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, seat_of, signed
from tests.notices.ears import heard, post
from tests.web.at_the_door import walk_in


def initiative() -> Initiative:
    return Initiative.objects.select_related("area", "municipality", "district").get()


def test_only_the_receiving_side_says_that_it_is_done(cast: Cast) -> None:
    made = signed(cast)
    with pytest.raises(Forbidden, match="aan wie het beloofd is"):
        agreements.keep_agreement(by=cast.ilse, agreement=made, at=cast.tick())
    assert agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick()).state == "done"
    with pytest.raises(NotNow, match="gedaan"):
        agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())


def test_not_met_needs_a_reason_and_the_project_may_end_as_mislukt(cast: Cast) -> None:
    made = signed(cast)
    with pytest.raises(Invalid):
        agreements.miss_agreement(by=cast.ilse, agreement=made, why_not=" ", at=cast.tick())
    with pytest.raises(NotNow, match="loopt nog 1 afspraak"):
        close_agreement.finish(
            by=cast.marijke, initiative=initiative(), outcome="mislukt", lesson="", at=cast.tick()
        )
    agreements.miss_agreement(by=cast.ilse, agreement=made, why_not="De grond was te nat.", at=cast.tick())
    close_agreement.finish(
        by=cast.marijke,
        initiative=initiative(),
        outcome="mislukt",
        lesson="Meet eerst het water.",
        at=cast.tick(),
    )
    ended = initiative()
    assert (ended.stage, ended.outcome, ended.lesson) == ("learning", "mislukt", "Meet eerst het water.")


def test_open_actions_are_dropped_when_the_project_ends(cast: Cast) -> None:
    """A person who carried another's action gets a notice; nobody has it on their list any more."""
    made, case = signed(cast), Case.objects.select_related("initiative__seat").get()
    for text in ("Bel de buren", "Koop een schep"):
        action = intake.plan_action(by=cast.marijke, case=case, text=text, at=cast.tick())
    ask = {"by": cast.marijke, "action": action, "to": seat_of(cast.gerrit), "until": cast.day(9)}
    intake.ask_carry(**ask, at=cast.tick())
    intake.carry_action(by=cast.gerrit, action=action, until=cast.day(9), at=cast.tick())
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    marijke, url = walk_in(cast.marijke), f"/initiatief/{made.initiative.public_id}/afronden/"
    assert marijke.post(url, {"outcome": "gelukt", "lesson": "Plant in maart."}).status_code == 302
    post(cast)
    assert {one.state for one in Action.objects.all()} == {"dropped"}
    assert ["Koop een schep" in one for one in heard(cast.gerrit)[-2:]].count(True) == 1
    assert "Bel de buren" not in marijke.get("/mijn/").text
    assert "Niet van mij" not in walk_in(cast.gerrit).get("/mijn/").text  # the actions that were carried


def test_finishing_is_refused_with_the_number_of_running_agreements(cast: Cast) -> None:
    first = signed(cast)
    told = {"by": cast.marijke, "initiative": initiative(), "outcome": "gelukt", "lesson": "Begin klein."}
    with pytest.raises(NotNow, match="Er loopt nog 1 afspraak"):
        close_agreement.finish(**told, at=cast.tick())
    second = agreements.propose_agreement(
        by=cast.marijke,
        goal=first.goal,
        promisor=seat_of(cast.bas),
        promisee=seat_of(cast.marijke),
        what="De eerste tien bomen staan er.",
        due_on=cast.day(50),
        conditions="",
        at=cast.tick(),
    )
    for actor in (cast.marijke, cast.bas):
        sign_agreement.sign(by=actor, agreement=second, number=1, at=cast.tick())
    with pytest.raises(NotNow, match="Er lopen nog 2 afspraken"):
        close_agreement.finish(**told, at=cast.tick())
    for made in (first, second):
        agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    assert close_agreement.finish(**told, at=cast.tick()).stage == "learning"


def test_a_project_that_never_had_a_case_can_end(cast: Cast) -> None:
    made = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    Case.objects.all().delete()
    told = {"by": cast.marijke, "initiative": initiative(), "outcome": "gelukt", "lesson": "Begin klein."}
    assert close_agreement.finish(**told, at=cast.tick()).stage == "learning"
