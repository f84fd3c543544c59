"""An agreement ends, and then the project: gelukt, deels or mislukt are all outcomes."""

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.journeys import close_agreement
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, seat_of, signed
from tests.notices.ears import heard, post
from tests.web.at_the_door import walk_in


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


def test_when_the_project_is_over_nobody_has_to_do_what_was_still_open(cast: Cast) -> None:
    """Who carried a task of another hears so; the list of nobody keeps it."""
    made, case = signed(cast), Case.objects.select_related("initiative__seat").get()
    for text in ("Bel de buren", "Koop een schep"):
        action = intake.plan_action(by=cast.marijke, case=case, text=text, at=cast.tick())
    ask = {"by": cast.marijke, "action": action, "to": seat_of(cast.gerrit), "until": cast.day(9)}
    intake.ask_carry(**ask, at=cast.tick())
    intake.carry_action(by=cast.gerrit, action=action, until=cast.day(9), at=cast.tick())
    close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    marijke, url = walk_in(cast.marijke), f"/initiatief/{made.initiative.public_id}/afronden/"
    assert marijke.post(url, {"outcome": "gelukt", "lesson": "Plant in maart."}).status_code == 302
    post(cast)
    assert {one.state for one in Action.objects.all()} == {"dropped"}
    assert ["Koop een schep" in one for one in heard(cast.gerrit)[-2:]].count(True) == 1
    assert "Bel de buren" not in marijke.get("/mijn/").text
    assert "Niet van mij" not in walk_in(cast.gerrit).get("/mijn/").text  # the tasks that were carried
