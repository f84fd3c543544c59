"""A code that was mailed: it works a quarter of an hour, for one login, and once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import LoginCode, PendingAddress, PendingClaim
from middenstip.kernel.verdict import NotNow
from tests.cast import Cast


def works(cast: Cast, code: str = "ABC-123", login: str = "een", minutes: int = 0) -> bool:
    return parties.is_code(login=login, code=code, at=cast.at + timedelta(minutes=minutes))


def mailed(cast: Cast, code: str = "ABC-123", login: str = "een") -> None:
    parties.keep_code(login=login, code=code, at=cast.tick())


def test_a_code_works_for_a_quarter_of_an_hour_however_it_is_typed(cast: Cast) -> None:
    mailed(cast)
    assert works(cast, "abc 123", minutes=14)
    assert not works(cast, minutes=15)
    assert not works(cast, "ABC-124")
    assert not works(cast, login="twee")
    assert "ABC" not in LoginCode.objects.get().digest


def test_an_earlier_code_keeps_working_until_one_of_them_opens_the_door(cast: Cast) -> None:
    mailed(cast)
    mailed(cast, "DEF-456")
    mailed(cast, login="twee")
    assert works(cast)
    parties.use_codes(login="een")
    assert [works(cast), works(cast, "DEF-456"), works(cast, login="twee")] == [False, False, True]
    with pytest.raises(NotNow, match="Deze code is al gebruikt of werkt niet meer"):
        parties.use_codes(login="een")


def test_after_too_many_wrong_ones_no_code_works(cast: Cast) -> None:
    mailed(cast)
    for _twice in range(2):
        parties.drop_codes(login="een")
    assert not works(cast)


def test_what_waited_too_long_is_forgotten(cast: Cast) -> None:
    mailed(cast)
    parties.expect_person(email="mirthe@deventer.example", name="Mirthe", at=cast.at)
    told = {"visitor": "browser", "key": "een", "email": "fenna@voorbeeld.example", "name": "Fenna"}
    parties.claim_address(**told, told={}, at=cast.at)
    assert parties.forget_pending(at=cast.at + timedelta(hours=23)) == 0
    assert (LoginCode.objects.count(), PendingClaim.objects.count()) == (0, 1)
    assert parties.forget_pending(at=cast.at + timedelta(days=1)) == 1
    assert parties.forget_pending(at=cast.at + timedelta(days=90)) == 1
    assert not PendingAddress.objects.exists()
