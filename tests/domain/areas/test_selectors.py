"""Finding areas and reading figures."""

from decimal import Decimal

import pytest

from middenstip.domain.areas.models import Area, Figure
from middenstip.domain.areas.selectors import (
    MapArea,
    active_municipalities,
    area_by_code,
    children,
    figures_for,
    find_places,
    ground_of,
)
from middenstip.domain.areas.selectors.figures import written
from middenstip.domain.areas.selectors.places import within
from tests.queries import at_most

pytestmark = pytest.mark.usefixtures("zonnedal")


def _map(code: str) -> list[MapArea]:
    ground = ground_of(code)
    assert ground
    return ground.drawn


def test_every_selector_has_a_fixed_number_of_queries() -> None:
    gemeente = Area.objects.get(code="GM0999")
    for ask in (children, figures_for):
        with at_most(1):
            ask(gemeente)
    with at_most(1):
        ground_of("gm0999")
    with at_most(1):
        assert [place.municipality.name for place in find_places("dorp") if place.municipality] == [
            "Zonnedal"
        ]
    with at_most(1):
        assert [area.name for area in active_municipalities()] == ["Zonnedal"]


@pytest.mark.parametrize("code", ["GM1234", "", "onzin", "GM09\x0099", "x" * 5000])
def test_an_unknown_code_gives_none(code: str) -> None:
    assert area_by_code(code) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("zonnedal", ["Zonnedal"]),
        ("BUI", ["Buitengebied"]),
        ("wk099901", ["Kerkdorp"]),
        ("dal", []),
        ("", []),
        ("%", []),
        ("\x00", []),
        ("dorps'hárt", []),
    ],
)
def test_places_are_found_by_the_start_of_a_word(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(text)] == names


def test_places_are_found_without_accents_and_apostrophes() -> None:
    Area.objects.create(code="GM0796", kind="gemeente", name="'s-Hertogenbosch", year=2024)
    Area.objects.create(code="GM0070", kind="gemeente", name="Súdwest-Fryslân", year=2024)

    assert [place.code for place in find_places("hertogen")] == ["GM0796"]
    assert [place.code for place in find_places("s-Hertog")] == ["GM0796"]
    assert [place.code for place in find_places("sudwest fry")] == ["GM0070"]


def test_a_merged_buurt_is_not_on_the_map_but_still_inside_its_wijk() -> None:
    wijk = Area.objects.get(code="WK099901")
    Area.objects.filter(code="BU099901A2").update(year=2023)

    assert [area.code for area in children(wijk)] == ["BU09990101"]
    assert "BU099901A2" not in [part["code"] for part in _map("WK099901")]
    assert "BU099901A2" in within(wijk).values_list("code", flat=True)


def test_the_news_of_a_wijk_includes_that_of_a_merged_wijk() -> None:
    wijk = Area.objects.get(code="WK099901")
    around = {"municipality": wijk.municipality, "parent": wijk.municipality, "district": wijk}
    Area(code="WK099902", kind="wijk", name="Oud", year=2020, **around).store()

    codes = {code: ground_of(code) for code in ("GM0999", "WK099901", "BU09990101")}

    assert {code: ground.codes for code, ground in codes.items() if ground} == {
        "GM0999": ["GM0999"],
        "WK099901": ["WK099901", "WK099902"],
        "BU09990101": ["BU09990101"],
    }


def test_the_map_of_a_gemeente_has_a_background_buurten_and_wijken() -> None:
    parts = _map("GM0999")

    assert [(part["role"], part["code"]) for part in parts] == [
        ("land", "GM0999"),
        ("tint", "BU09990101"),
        ("tint", "BU099901A2"),
        ("link", "WK099901"),
    ]
    assert all(part["outline"] for part in parts)


def test_the_map_of_a_buurt_has_only_the_buurt() -> None:
    parts = _map("BU09990101")

    assert [(part["role"], part["code"]) for part in parts] == [
        (role, "BU09990101") for role in ("land", "tint", "link")
    ]


def test_an_unknown_figure_is_not_shown_as_zero() -> None:
    gemeente = Area.objects.get(code="GM0999")
    Figure.objects.create(area=gemeente, key="distance_gp", value=None, source="CBS", year=2024)

    line = figures_for(gemeente)[-1]

    assert (line["key"], line["value"]) == ("distance_gp", "niet bekend")


def test_the_newest_known_figure_is_shown() -> None:
    gemeente = Area.objects.get(code="GM0999")
    for year, value in [(2025, None), (2023, 1100)]:
        Figure.objects.create(area=gemeente, key="inhabitants", value=value, source="CBS", year=year)

    line = figures_for(gemeente)[0]

    assert (line["value"], line["year"]) == ("1.200", 2024)


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        ("103405", "count", ("103.405", "")),
        ("19.5000", "share", ("19,5%", "1 op de 5 inwoners")),
        ("0.2", "share", ("0,2%", "")),
        ("40.25", "percentage", ("40,3%", "")),
        ("312", "thousand euro", ("€ 312.000", "")),
        ("0.95", "km", ("1,0 km", "")),
        ("9", "livability", ("Uitstekend", "klasse 9 van 9")),
        ("12", "livability", ("Klasse 12 van 9", "")),
    ],
)
def test_figures_are_written_in_dutch(value: str, style: str, text: tuple[str, str]) -> None:
    assert written(Decimal(value), style) == text
