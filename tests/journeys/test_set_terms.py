"""An administrator sets in how many days an organisation answers, and what cannot be challenged."""

from datetime import date

import pytest

from middenstip.domain.intake.models import Bylaw
from middenstip.journal.models import Entry
from middenstip.journeys import set_terms
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, seat_of, taken
from tests.web.at_the_door import walk_in


def test_an_administrator_sets_the_terms_and_the_bylaw(cast: Cast) -> None:
    side, door = seat_of(cast.ilse).side, walk_in(cast.noor)
    assert side
    organisation = side.organisation
    with clock.frozen(cast.tick()):
        assert organisation.name in door.get("/beheer/termijnen/?q=deventer").text
        url = f"/beheer/termijnen/{organisation.public_id}/"
        page = door.get(url).text
        assert "Antwoord op een idee" in page
        days = {"case": 10, "no_box": 40, "referral": 5, "signal_route": 5, "signal": 20, "handover": 10}
        told = {**days, "challenge": 30, "excluded": "Handhaven"}
        assert door.post(url, told).status_code == 422  # a bylaw has a name
        assert door.post(url, {**told, "case": 0}).status_code == 422
        assert door.post(url, {**told, "name": "Participatieverordening 2026"}).status_code == 302
    assert Entry.objects.filter(kind="organisation.term_chosen").count() == 2
    assert Bylaw.objects.get().excluded == "Handhaven"
    case = taken(cast)
    assert case.due_on == date(2026, 11, 16)
    assert "Handhaven" in walk_in(cast.marijke).get(f"/uitdaging/zaak/{case.public_id}/").text
    bylaw = {"name": "", "source": "", "excluded": ""}
    set_terms.settle(by=cast.noor, organisation=organisation, days={}, bylaw=bylaw, at=cast.tick())
    with pytest.raises(Forbidden, match="leidinggevende of een beheerder"):
        set_terms.settle(
            by=cast.tarik, organisation=organisation, days={"case": 3}, bylaw=bylaw, at=cast.tick()
        )
