"""What a person shows on a page of their own: exactly what they chose, and nothing without a choice."""

from __future__ import annotations

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Profile
from middenstip.domain.parties.services.profiles import SHOWABLE
from tests.cast import Cast, person


def shown(profile: Profile) -> list[str]:
    return [name for name in SHOWABLE if getattr(profile, name)]


def test_a_person_shows_exactly_what_they_chose(cast: Cast) -> None:
    assert not Profile.objects.exists()
    for _twice in range(2):
        parties.choose_profile(by=cast.marijke, shows=["seats", "promises"])
    assert shown(Profile.objects.get(person=person(cast.marijke))) == ["seats", "promises"]
    parties.choose_profile(by=cast.marijke, shows=["portrait", "everything"])
    assert shown(Profile.objects.get(person=person(cast.marijke))) == ["portrait"]


def test_without_a_choice_there_is_no_page_and_another_keeps_theirs(cast: Cast) -> None:
    for by in (cast.marijke, cast.bas):
        parties.choose_profile(by=by, shows=["initiatives"])
    for _twice in range(2):
        parties.choose_profile(by=cast.marijke, shows=[])
    assert Profile.objects.get().person == person(cast.bas)


def test_a_page_goes_with_the_person_who_is_erased(cast: Cast) -> None:
    parties.choose_profile(by=cast.marijke, shows=["seats"])
    parties.erase_person(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert not Profile.objects.exists()
