"""Where somebody is logged in: a new kind of device, one that is left, and all of them at once."""

from __future__ import annotations

from datetime import timedelta

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Device
from tests.cast import Cast, person


def comes_in(cast: Cast, key: str, word: str = "Firefox op Android", who: str = "marijke") -> bool:
    """Somebody logs in; whether this kind of device is new for them."""
    known = person(getattr(cast, who))
    return parties.note_device(person=known, session_key=key, word=word, at=cast.tick())


def keys() -> list[str]:
    return list(Device.objects.order_by("pk").values_list("session_key", flat=True))


def test_a_kind_of_device_is_new_once_for_each_person(cast: Cast) -> None:
    assert comes_in(cast, "een")
    assert not comes_in(cast, "twee")
    assert comes_in(cast, "drie", "Safari op iPhone")
    assert comes_in(cast, "vier", who="bas")


def test_logging_out_here_forgets_this_device_alone_and_twice_is_once(cast: Cast) -> None:
    comes_in(cast, "een")
    comes_in(cast, "twee")
    for _twice in range(2):
        parties.leave_device(session_key="een")
    assert keys() == ["twee"]


def test_logging_out_everywhere_ends_also_the_sessions_that_are_not_listed(cast: Cast) -> None:
    comes_in(cast, "een")
    comes_in(cast, "twee")
    comes_in(cast, "van Bas", who="bas")
    before = person(cast.marijke).get_session_auth_hash()
    assert parties.log_out_everywhere(person=person(cast.marijke)) == ["een", "twee"]
    assert person(cast.marijke).get_session_auth_hash() != before  # an unlisted session no longer fits
    assert keys() == ["van Bas"]
    assert parties.log_out_everywhere(person=person(cast.marijke)) == []


def test_a_session_that_is_over_is_forgotten(cast: Cast) -> None:
    comes_in(cast, "oud")
    cast.tick(days=30)
    comes_in(cast, "nieuw")
    assert parties.forget_old_devices(at=cast.at + timedelta(days=30)) == 0
    assert parties.forget_old_devices(at=cast.at + timedelta(days=31)) == 1
    assert keys() == ["nieuw"]
