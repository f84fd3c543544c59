"""An agreement ends, and then the project: gelukt, deels or mislukt are all outcomes."""

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import close_agreement
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, signed


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
