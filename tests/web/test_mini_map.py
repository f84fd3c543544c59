"""The page of an initiative shows where its plan lies."""

from __future__ import annotations

from django.core.cache import cache

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives.models import Initiative
from tests.cast import Cast, submitted
from tests.web.at_the_door import page, walk_in


def drawn(code: str, west: float) -> None:
    ring = [[west, 52.2], [6.4, 52.2], [6.4, 52.4], [west, 52.4], [west, 52.2]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    Outline(area=Area.objects.get(code=code), geometry=outline, source="CBS", year=2024).save()


def test_a_pin_is_shown_in_its_own_wijk_and_none_without_a_place(cast: Cast) -> None:
    cache.clear()
    for code, west in (("GM0150", 6.0), ("WK015014", 6.2)):
        drawn(code, west)
    idea, homeless = submitted(cast), submitted(cast, "Zonder plek")
    Initiative.objects.filter(pk=idea.pk).update(has_place=True, lon=6.3, lat=52.3)
    text = page(walk_in(None), f"/initiatief/{idea.public_id}/")
    assert 'class="ms-mini__pin"' in text
    assert "De plek op de kaart: Lettele." in text
    assert "ms-mini__wijk is-hier" in text
    assert "ms-mini" not in page(walk_in(None), f"/initiatief/{homeless.public_id}/")


def test_without_outlines_the_place_is_told_in_words(cast: Cast) -> None:
    cache.clear()
    idea = submitted(cast)
    Initiative.objects.filter(pk=idea.pk).update(has_place=True, lon=6.3, lat=52.3)
    assert "ms-mini" not in page(walk_in(None), f"/initiatief/{idea.public_id}/")
