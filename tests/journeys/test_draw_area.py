"""Noor draws the square in front of the church."""

import json
import math
import time
from typing import Any

import pytest
from django.db import connection

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Seat
from middenstip.domain.reports.selectors.story import news_in
from middenstip.journeys import draw_area
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft
from tests.web.at_the_door import walk_in

SQUARE = {"type": "Polygon", "coordinates": [[[6.27, 52.27], [6.28, 52.27], [6.28, 52.28], [6.27, 52.27]]]}


def test_a_drawn_area_is_inside_its_wijk_and_gemeente_and_is_news_there(cast: Cast) -> None:
    lettele = Area.objects.get(code="WK015014")
    told = {"by": cast.noor, "parent": lettele, "name": "Het kerkplein", "outline": json.dumps(SQUARE)}
    plein = draw_area.draw(**told, at=cast.tick())
    assert (plein.kind, plein.code[:6], plein.name) == ("eigen", "EIGEN-", "Het kerkplein")
    assert (plein.parent, plein.district, plein.municipality) == (lettele, lettele, lettele.municipality)
    assert Outline.objects.get(area=plein).geometry["type"] == "Polygon"
    (line,) = news_in("wijk", ["WK015014"], limit=1)
    assert line.text == "Noor Haverkate (Stadslab De Stip) tekende een eigen gebied: Het kerkplein."


def test_drawing_by_others_and_invalid_borders_are_refused(cast: Cast) -> None:
    told = {"parent": Area.objects.get(code="WK015014"), "name": "Het kerkplein"}
    with pytest.raises(Forbidden, match="Alleen een beheerder"):
        draw_area.draw(by=cast.samira, outline=json.dumps(SQUARE), **told, at=cast.tick())
    with pytest.raises(Invalid, match="regel 1, kolom 2"):
        draw_area.draw(by=cast.noor, outline="{x", **told, at=cast.tick())
    assert not Area.objects.filter(kind="eigen").exists()


def star(points: int) -> str:
    """A border that crosses itself at every step: each point is joined to the one almost opposite."""
    turns = [2 * math.pi * place * (points // 2) / points for place in range(points)]
    ring = [[round(6.27 + 0.03 * math.cos(t), 6), round(52.25 + 0.03 * math.sin(t), 6)] for t in turns]
    return json.dumps({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})


def test_a_border_that_crosses_itself_is_refused_with_the_place_before_anything_waits(cast: Cast) -> None:
    """Of 131 points in 3 kB, mending held all other writers for more than a minute."""
    told = {"by": cast.noor, "parent": Area.objects.get(code="WK015014"), "name": "Het kerkplein"}
    assert len(star(131)) < 3100
    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    began = time.process_time()
    with (
        connection.execute_wrapper(note),
        pytest.raises(Invalid, match="kruist of raakt zichzelf bij lengte 6"),
    ):
        draw_area.draw(**told, outline=star(131), at=cast.tick())
    assert [sql for sql in asked if not sql.startswith("SELECT")] == []  # no transaction was begun
    assert time.process_time() - began < 1.0
    assert not Area.objects.filter(kind="eigen").exists()


def test_a_border_of_too_many_points_is_refused(cast: Cast) -> None:
    told = {"by": cast.noor, "parent": Area.objects.get(code="WK015014"), "name": "Het kerkplein"}
    line = [[6.27 + number / 1e5, 52.27] for number in range(3000)]
    outline = json.dumps({"type": "Polygon", "coordinates": [[*line, [6.28, 52.3], line[0]]]})
    with pytest.raises(Invalid, match="De grens heeft 3002 punten"):
        draw_area.draw(**told, outline=outline, at=cast.tick())


def test_an_area_in_which_nothing_happens_can_be_removed(cast: Cast) -> None:
    lettele = Area.objects.get(code="WK015014")
    told = {"by": cast.noor, "parent": lettele, "name": "Het kerkplein", "outline": json.dumps(SQUARE)}
    plein = draw_area.draw(**told, at=cast.tick())
    parties.follow_area(person=cast.gerrit.person_id, area=plein, at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen een beheerder"):
        draw_area.remove(by=cast.samira, area=plein, at=cast.tick())
    with pytest.raises(NotNow, match="zelf getekend"):
        draw_area.remove(by=cast.noor, area=lettele, at=cast.tick())
    here = draft(cast, area=plein)
    with pytest.raises(NotNow, match="staat nog iets: een initiatief"):
        draw_area.remove(by=cast.noor, area=plein, at=cast.tick())
    moved = {"area": lettele, "district": lettele}
    Initiative.objects.filter(pk=here.pk).update(**moved)
    Seat.objects.filter(area=plein).update(area=lettele)
    code = plein.code
    assert draw_area.remove(by=cast.noor, area=plein, at=cast.tick()) == lettele
    assert not Area.objects.filter(code=code).exists()
    assert not Outline.objects.filter(area__code=code).exists()
    assert not Follow.objects.filter(target=code).exists()


def test_corners_that_were_clicked_or_typed_are_a_border(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    url = "/gebied/WK015014/tekenen/"
    corners = "6,27 52,27\r\n52.27, 6.28\r\n\r\n6.28 52.28"
    assert noor.post(url, {"name": "Het kerkplein", "points": corners}).status_code == 302
    own = Area.objects.get(kind="eigen")
    assert Outline.objects.get(area=own).geometry["coordinates"][0][0] == [6.27, 52.27]
    for points, reason in (
        ("6,27 52,27\n6,28", "Regel 2 is geen punt"),
        ("6,27 52,27\n6,28 52,27", "minstens 3 hoeken"),
        ("", "Wijs de hoeken aan"),
    ):
        answer = noor.post(url, {"name": "Nog een plein", "points": points})
        assert (answer.status_code, reason in answer.content.decode()) == (422, True), points
    assert "Haal weg" in noor.get("/beheer/gebieden/").content.decode()
    assert noor.post(f"/gebied/{own.code}/tekenen/weg/").headers["Location"] == "/gebied/WK015014/"
    assert not Area.objects.filter(kind="eigen").exists()
