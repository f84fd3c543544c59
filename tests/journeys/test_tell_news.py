"""The initiator tells how it goes, to everybody."""

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.story import news_in
from middenstip.journal.models import Entry
from middenstip.journeys import tell_news
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, draft, submitted


def test_news_is_told_once_and_stands_on_the_tribune(cast: Cast) -> None:
    initiative = submitted(cast)
    for _ in range(2):
        tell_news.tell(by=cast.marijke, initiative=initiative, text="Er groeit al wat.", key="k", at=cast.at)
    assert initiative.updates.count() == 1
    assert (
        news_in("wijk", ["WK015014"], 1)[0].text
        == "Marijke Wolterink vertelde nieuws over Voedselbos Lettele."
    )


def test_a_draft_has_no_news_and_no_connector_so_nobody_reads_its_name(cast: Cast) -> None:
    secret = draft(cast, "Een geheim plan")
    with pytest.raises(Forbidden, match="nog een concept"):
        tell_news.tell(by=cast.marijke, initiative=secret, text="Bijna klaar.", at=cast.tick())
    yara = Seat.objects.get(pk=cast.yara.seat)
    for by in (cast.marijke, cast.samira):
        with pytest.raises(Forbidden, match="nog een concept"):
            initiatives.name_connector(by=by, initiative=secret, seat=yara, at=cast.tick())
    assert not Entry.objects.filter(thread=secret.public_id).exists()
