"""Noor draws the square in front of the church."""

import json

import pytest

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.reports.selectors.story import news_in
from middenstip.journeys import draw_area
from middenstip.kernel.verdict import Forbidden, Invalid
from tests.cast import Cast

SQUARE = {"type": "Polygon", "coordinates": [[[6.27, 52.27], [6.28, 52.27], [6.28, 52.28], [6.27, 52.27]]]}


def test_an_own_area_lies_in_its_wijk_and_gemeente_and_is_news_there(cast: Cast) -> None:
    lettele = Area.objects.get(code="WK015014")
    told = {"by": cast.noor, "parent": lettele, "name": "Het kerkplein", "outline": json.dumps(SQUARE)}
    plein = draw_area.draw(**told, at=cast.tick())
    assert (plein.kind, plein.code[:6], plein.name) == ("eigen", "EIGEN-", "Het kerkplein")
    assert (plein.parent, plein.district, plein.municipality) == (lettele, lettele, lettele.municipality)
    assert Outline.objects.get(area=plein).geometry["type"] == "Polygon"
    (line,) = news_in("wijk", ["WK015014"], limit=1)
    assert line.text == "Noor Haverkate (Stadslab De Stip) tekende een eigen gebied."


def test_only_an_administrator_draws_and_what_is_no_border_changes_nothing(cast: Cast) -> None:
    told = {"parent": Area.objects.get(code="WK015014"), "name": "Het kerkplein"}
    with pytest.raises(Forbidden, match="Alleen een beheerder"):
        draw_area.draw(by=cast.samira, outline=json.dumps(SQUARE), **told, at=cast.tick())
    with pytest.raises(Invalid, match="regel 1, kolom 2"):
        draw_area.draw(by=cast.noor, outline="{x", **told, at=cast.tick())
    assert not Area.objects.filter(kind="eigen").exists()
