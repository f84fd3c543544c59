"""Another gemeente takes part, and the home area always does."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.site import services as site
from middenstip.journal.models import Entry
from middenstip.journeys import set_up_areas
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast


def test_an_administrator_lets_a_gemeente_take_part_and_no_longer(cast: Cast) -> None:
    roermond, lettele = Area.objects.get(code="GM0957"), Area.objects.get(code="WK015014")
    with pytest.raises(Forbidden, match="beheerder van het platform"):
        set_up_areas.choose(by=cast.samira, area=roermond, is_active=True, at=cast.tick())
    with pytest.raises(NotNow, match="hele gemeente"):
        set_up_areas.choose(by=cast.noor, area=lettele, is_active=True, at=cast.tick())
    for _twice in range(2):
        assert set_up_areas.choose(by=cast.noor, area=roermond, is_active=True, at=cast.tick()).is_active
    site.choose_home(by=cast.noor, area=roermond, at=cast.tick())
    with pytest.raises(NotNow, match="thuisgebied"):
        set_up_areas.choose(by=cast.noor, area=roermond, is_active=False, at=cast.tick())
    site.choose_home(by=cast.noor, area=None, at=cast.tick())
    with pytest.raises(Invalid, match="Kies een gemeente"):
        site.choose_home(by=cast.noor, area=lettele, at=cast.tick())
    set_up_areas.choose(by=cast.noor, area=roermond, is_active=False, at=cast.tick())
    kinds = Entry.objects.filter(kind__startswith="area.").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["area.opened", "area.closed"]


def test_one_theme_at_least_stays_and_all_of_them_is_no_choice(cast: Cast) -> None:
    known = ("zorg", "natuur-en-milieu")
    for none in ([], ["bestaat-niet"]):
        with pytest.raises(Invalid, match="minstens één thema"):
            site.choose_themes(by=cast.noor, themes=none, known=known, at=cast.tick())
    assert site.choose_themes(by=cast.noor, themes=["zorg"], known=known, at=cast.tick()).themes == ["zorg"]
    assert site.choose_themes(by=cast.noor, themes=known, known=known, at=cast.tick()).themes == []


def test_a_sentence_that_is_too_long_is_refused_with_its_maximum(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        site.change_rules(by=cast.noor, lead="Wees lief. " * 200, texts={}, at=cast.tick())
    assert list(refused.value.errors) == ["lead"]
