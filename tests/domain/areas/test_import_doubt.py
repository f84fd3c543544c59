"""Open data that can be read but cannot be true: the wrong year or column, or a border that cannot be."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.management.base import CommandError

from middenstip.domain.areas.management.sources.outlines import MOST_POINTS
from middenstip.domain.areas.models import Area
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import HEADERS, ROWS, geojson, kwb, square

SEXES = HEADERS + ';"Bevolking/Geslacht/Mannen (aantal)";"Bevolking/Geslacht/Vrouwen (aantal)"'
OF_2022 = HEADERS + ';"Bevolking/Personen met een migratieachtergrond/Westers totaal (aantal)"'
OF_2023 = HEADERS + ';"Bevolking/Bevolking naar herkomstland/Nederland (aantal)"'
GM = '"Zonnedal";"Zonnedal";"Gemeente";"GM0999";{};{};{}'
CODE = {"statcode": "GM0999", "jrstatcode": "2024GM0999"}
ONE = GM.format(1, 1, 1) + ";1\n"
YOUNG, OLD = kwb(GM.format(240, 1200, 300)), kwb(GM.format(300, 240, 1200))
BOW = [[6, 52], [6.01, 52.01], [6.01, 52], [6, 52.01], [6, 52]]


def bow() -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [BOW]}


def fine(points: int) -> dict[str, Any]:
    """A circle of so many points."""
    turns = (n / points * math.tau for n in range(points))
    ring = [[6 + math.cos(turn) / 50, 52 + math.sin(turn) / 50] for turn in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


@pytest.mark.parametrize(
    ("name", "table", "said"),
    [
        ("kwb_2024.csv", YOUNG, 'regel 2, kolom ".*0 tot 15.*": 1200 is meer dan 240 in'),
        ("kwb_2024.csv", OLD, 'kolom ".*65 jaar.*": 1200 is meer dan 300 in .*verwisseld'),
        (
            "kwb_2024.csv",
            "\n".join([SEXES, GM.format(1200, 240, 300) + ";600;300", ""]),
            'kolom ".*inwoners.*": 1200 is niet de som van 600 en 300',
        ),
        ("kwb_2024.csv", f"{OF_2022}\n{ONE}", "deze kolommen zijn van 2022 of eerder"),
        ("kwb_2021.csv", f"{OF_2023}\n{ONE}", "deze kolommen zijn van 2023 of later"),
        ("kwb_2024.csv", kwb()[:-4], "regel 7: het bestand stopt midden in deze regel"),
        ("kwb_2024.csv", kwb()[:-30], "regel 7: "),
        ("kwb_2024.csv", kwb().replace("Zonnedal", "Zonnedàl").encode("cp1252", "ignore"), "geen UTF-8"),
    ],
)
def test_a_table_that_cannot_be_true_is_refused(run: Run, db: None, name: str, table: Any, said: str) -> None:
    with pytest.raises(CommandError, match=said) as refused:
        run({name: table})
    assert refused.value.returncode == 2
    assert not Area.objects.exists()


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        (bow, r'gebied 1, "geometry": de grens kruist zichzelf bij lengte 6\.005\d+, breedte 52\.005'),
        (partial(square, 2.0, 52.0), 'gebied 1, "geometry": deze grens ligt niet in Nederland'),
        (partial(square, 0, 0), "ligt niet in Nederland"),
        (
            partial(fine, MOST_POINTS),
            f"deze grens heeft {MOST_POINTS + 1} punten, dat mogen er {MOST_POINTS} zijn",
        ),
        (partial(fine, 1_000_000), "deze grens heeft 1000001 punten"),
    ],
    ids=["crosses", "in the sea", "nowhere", "too fine", "a million points"],
)
def test_a_border_that_cannot_be_true_is_refused(
    run: Run, db: None, geometry: Callable[[], dict[str, Any]], said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        run({"kwb_2024.csv": kwb(*ROWS), "grenzen.json": geojson((CODE, geometry()))})
    assert not Area.objects.exists()


def test_a_border_that_is_fine_or_touches_itself_is_mended(run: Run, db: None) -> None:
    spike = [[6.005, 52.01], [6.005, 52.012], [6.005, 52.01]]
    ring = [[6, 52], [6.01, 52], [6.01, 52.01], *spike, [6, 52.01], [6, 52]]
    touching = {"type": "Polygon", "coordinates": [ring]}
    assert "1 grenzen" in run({"kwb_2024.csv": kwb(), "grenzen.json": geojson((CODE, touching))})


def test_a_buurt_far_from_its_gemeente_is_refused(run: Run, db: None) -> None:
    buurt = {"statcode": "BU09990101", "jrstatcode": "2024BU09990101"}
    away = geojson((CODE, square(6, 52, 0.1)), (buurt, square(3.2, 52.5)))
    with pytest.raises(CommandError, match="BU09990101: deze grens ligt niet in GM0999"):
        run({"kwb_2024.csv": kwb(), "grenzen.json": away})
    assert not Area.objects.exists()
