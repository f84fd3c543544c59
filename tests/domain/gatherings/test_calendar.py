"""The secret address of a person's own calendar."""

from __future__ import annotations

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import CalendarAddress
from middenstip.domain.gatherings.selectors import calendar_of, person_of_calendar
from middenstip.kernel.actor import Unseated
from tests.cast import Cast


def test_a_new_address_makes_the_one_before_worthless(cast: Cast) -> None:
    old = services.renew_calendar(by=cast.marijke, at=cast.tick()).secret
    assert person_of_calendar(old) == cast.marijke.person_id
    new = services.renew_calendar(by=cast.marijke, at=cast.tick())
    assert (person_of_calendar(old), person_of_calendar(new.secret)) == (None, cast.marijke.person_id)
    kept = calendar_of(cast.marijke.person_id)
    assert kept == CalendarAddress.objects.get() == new
    assert kept.made_at == cast.at
    assert len(new.secret) >= 43  # 32 bytes: nobody guesses it


def test_an_address_that_is_dropped_leads_nowhere_and_that_of_another_stays(cast: Cast) -> None:
    gerrit = Unseated(cast.gerrit.person_id, cast.gerrit.person_public_id)
    hers = services.renew_calendar(by=cast.marijke, at=cast.tick()).secret
    his = services.renew_calendar(by=gerrit, at=cast.tick()).secret
    assert hers != his
    for _twice in range(2):
        services.drop_calendar(by=cast.marijke)
        assert (person_of_calendar(hers), person_of_calendar(his)) == (None, gerrit.person_id)
    assert calendar_of(cast.marijke.person_id) is None
