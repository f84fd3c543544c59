"""The initiator posts news that everyone can read."""

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.story import news_in
from middenstip.journal.models import Entry
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, draft, submitted


def test_news_is_posted_once_and_shown_on_the_tribune(cast: Cast) -> None:
    initiative = submitted(cast)
    for _ in range(2):
        initiatives.tell_news(
            by=cast.marijke, initiative=initiative, text="Er groeit al wat.", key="k", at=cast.at
        )
    assert initiative.updates.count() == 1
    assert (
        news_in("wijk", ["WK015014"], 1)[0].text
        == "Marijke Wolterink vertelde nieuws over Voedselbos Lettele."
    )


def test_news_and_a_connector_for_a_draft_are_refused(cast: Cast) -> None:
    secret = draft(cast, "Een geheim plan")
    with pytest.raises(Forbidden, match="nog een concept"):
        initiatives.tell_news(by=cast.marijke, initiative=secret, text="Bijna klaar.", at=cast.tick())
    yara = Seat.objects.get(pk=cast.yara.seat_id)
    for by in (cast.marijke, cast.samira):
        with pytest.raises(Forbidden, match="nog een concept"):
            initiatives.name_connector(by=by, initiative=secret, seat=yara, at=cast.tick())
    assert not Entry.objects.filter(thread=secret.public_id).exists()
