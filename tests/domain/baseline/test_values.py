"""Three halves choose where an area goes, people say what must happen, and a repeat tells how far it is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.lifecycle import MOST_VALUES
from middenstip.domain.baseline.method import answers_shown, reached
from middenstip.domain.baseline.models import AreaValue, Scan, ScanLine, ValueAnswer
from middenstip.domain.baseline.selectors import answers_about, value_by_id
from middenstip.domain.parties.models import Seat
from middenstip.journeys import publish_text
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast
from tests.domain.baseline.playing import discussed, fixed, started
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, send, walk_in

NEAR = {"word": "Een huisarts dichtbij", "trade_off": "Wel een kleinere praktijk, geen langere wachttijd."}


def proposed(cast: Cast, scan: Scan, figure: str = "distance_gp", **more: Any) -> AreaValue:
    told: dict[str, Any] = {"texts": NEAR, "target": Decimal(2), "by_year": 2030}
    return publish_text.area_value(
        by=cast.marijke, scan=scan, figure=figure, **{**told, **more}, at=cast.tick()
    )


def test_a_value_counts_with_the_yes_of_three_halves(cast: Cast) -> None:
    with pytest.raises(NotNow, match="cijfers kiezen"):
        proposed(cast, started(cast))
    scan = discussed(cast)
    with pytest.raises(Forbidden, match="wie de scan begon"):
        baseline.propose_value(
            by=cast.tarik, scan=scan, figure="x", texts={}, target=None, by_year=None, at=cast.tick()
        )
    with pytest.raises(Invalid) as wrong:
        proposed(cast, scan, "onbekend", texts={}, target=Decimal("NaN"), by_year=2026)
    assert set(wrong.value.errors) == {"figure", "word", "target", "by_year"}
    value = proposed(cast, scan, key="een")
    assert proposed(cast, scan, key="een") == value  # twice is once
    with pytest.raises(NotNow, match="staat al een gebiedswaarde"):
        proposed(cast, scan)
    for who in (cast.marijke, cast.ilse):
        value = baseline.agree_value(by=who, value=value, at=cast.tick())
    assert value.chosen_at is None
    with pytest.raises(Forbidden, match="Jouw helft zei al ja"):
        baseline.agree_value(by=cast.gerrit, value=value, at=cast.tick())
    with pytest.raises(Forbidden, match="andere pet"):
        baseline.agree_value(by=replace(cast.bas, person_id=cast.ilse.person_id), value=value, at=cast.tick())
    bas = Seat.objects.filter(pk=cast.bas.seat_id)
    bas.update(confirmed_at=None)
    with pytest.raises(Forbidden, match="bevestigde"):
        baseline.agree_value(by=cast.bas, value=value, at=cast.tick())
    home = bas.get().area
    bas.update(confirmed_at=cast.at, area=Area.objects.get(code="GM0957"))
    with pytest.raises(Forbidden, match="in dit gebied"):
        baseline.agree_value(by=cast.bas, value=value, at=cast.tick())
    bas.update(area=home)
    value = baseline.agree_value(by=cast.bas, value=value, at=cast.tick())
    assert value.chosen_at == cast.at
    post(cast)
    assert heard(cast.marijke)[-1] == "Een gebiedswaarde is gekozen: Hoe gaat het met Lettele?"
    baseline.hide_value(code=value.public_id, words=HIDDEN, by=cast.noor, at=cast.tick())
    with pytest.raises(NotNow, match="verborgen"):
        baseline.answer_value(by=cast.gerrit, value=value, need="need")
    baseline.show_value(code=value.public_id, by=cast.noor, at=cast.tick())
    line = ScanLine.objects.get(scan=scan, key="livability_class")
    ScanLine.objects.bulk_create(
        ScanLine(scan=scan, word="x", style="number", value=1, year=2024, source="x", key=f"x{n}")
        for n in range(MOST_VALUES)
    )
    for n in range(MOST_VALUES - 1):
        proposed(cast, scan, f"x{n}")
    with pytest.raises(NotNow, match="Meer is niet te volgen"):
        proposed(cast, scan, line.key)


def test_small_answers_are_not_shown_nor_found_by_subtraction(cast: Cast) -> None:
    value = proposed(cast, discussed(cast))
    baseline.answer_value(by=cast.gerrit, value=value, need="fine")
    baseline.answer_value(by=cast.gerrit, value=value, need="need")  # replaces the former
    with pytest.raises(Invalid):
        baseline.answer_value(by=cast.bas, value=value, need="misschien")
    assert answers_shown([one[1:] for one in answers_about([value])]) == (
        {"need": None},
        {"bewoners": None},
        1,
    )
    with pytest.raises(Forbidden):
        baseline.count_answers(by=cast.tarik, value=value, need="need", half="bewoners", number=1)
    with pytest.raises(Invalid) as wrong:
        baseline.count_answers(by=cast.marijke, value=value, need="x", half="x", number=-1)
    assert set(wrong.value.errors) == {"need", "half", "number"}
    for need, half, number in (
        ("need", "bewoners", 9),
        ("need", "bewoners", 30),
        ("fine", "ondernemers", 12),
        ("unsure", "overheid", 3),
    ):
        baseline.count_answers(by=cast.marijke, value=value, need=need, half=half, number=number)
    assert ValueAnswer.objects.count() == 4  # typed again: it replaces the former
    needs, halves, total = answers_shown([one[1:] for one in answers_about([value])])
    assert (needs, total) == ({"need": 31, "fine": None, "unsure": None}, 46)
    assert halves == {"bewoners": 31, "ondernemers": None, "overheid": None}
    assert reached(None, Decimal(1), Decimal(2)) is None


def test_the_page_tells_how_far_a_repeat_finds_it(cast: Cast) -> None:
    scan = fixed(cast)
    there, marijke, bas = f"/scan/{scan.public_id}/", walk_in(cast.marijke), walk_in(cast.bas)
    form = {"waarde-word": NEAR["word"], "waarde-figure": "distance_gp", "waarde-target": "2,4"}
    assert send(marijke, there + "waarde/", **form) == 422
    assert send(marijke, there + "waarde/", **form, **{"waarde-by_year": "2020"}) == 422
    assert send(marijke, there + "waarde/", **form, **{"waarde-by_year": "2030"}) == 302
    value = AreaValue.objects.get()
    its = f"/waarde/{value.public_id}/"
    for visitor in (marijke, walk_in(cast.ilse), bas):
        assert "Ja, namens mijn helft" in page(visitor, there)
        assert send(visitor, its + "ja/") == 302
    assert send(bas, its + "antwoord/") == 422
    assert send(bas, its + "antwoord/", need="need") == 302
    shown = page(walk_in(None), there)
    assert "Er zijn nog geen tien antwoorden" in shown
    assert "van 3,4 km naar <b>2,4 km</b> in 2030" in shown
    assert send(marijke, its + "papier/", need="need", half="bewoners", number="") == 422
    assert send(marijke, its + "papier/", need="fine", half="bewoners", number="40") == 302
    shown = page(walk_in(None), there)
    assert "41 mensen gaven antwoord" in shown
    assert shown.count("te weinig om te tonen") == 4
    again = baseline.repeat_scan(by=cast.marijke, scan=scan, at=cast.tick())
    ScanLine.objects.filter(scan=again, key="distance_gp").update(value=Decimal("2.9"), year=2025)
    there = f"/scan/{again.public_id}/"
    assert "2,9 km (50% van de weg)" in page(marijke, there).replace("\n", "").replace("              ", "")
    with pytest.raises(NotNow, match="eerste scan"):
        proposed(cast, discussed(cast, baseline.begin_walk(by=cast.marijke, scan=again, at=cast.tick())))
    assert value_by_id("onzin") is None
