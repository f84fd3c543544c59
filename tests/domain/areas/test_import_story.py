"""The story of an import: from two open data files to a gemeente that can be found."""

import pytest

from middenstip.domain.areas.models import Area, Figure, Outline
from middenstip.domain.areas.selectors import area_by_code, figures_for, ground_of
from middenstip.domain.areas.selectors.places import within
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import TWO_BUURTEN, kwb

FILES = {"kwb_2024.csv": kwb(), "buurten.json": TWO_BUURTEN}


def everything() -> list[list[tuple[object, ...]]]:
    areas = Area.objects.order_by("code").values_list(
        "public_id", "code", "name", "folded", "parent__code", "municipality__code", "district__code",
        "inhabitants", "lon", "lat", "is_active",
    )  # fmt: skip
    figures = Figure.objects.order_by("pk").values_list("pk", "area__code", "key", "value", "year")
    outlines = Outline.objects.order_by("area__code").values_list("area__code", "geometry", "source", "year")
    return [list(areas), list(figures), list(outlines)]


@pytest.mark.django_db
def test_a_table_and_outlines_become_a_gemeente(run: Run) -> None:
    said = run(FILES, dissolve=True)

    assert said == "Klaar: 4 gebieden, 4 grenzen, 12 cijfers.\n"
    buurt = area_by_code("bu099901a2")
    assert buurt is not None
    ground = ground_of(buurt.code)
    assert ground
    assert [area.name for area in (*ground.parents, ground.area)] == ["Zonnedal", "Kerkdorp", "Buitengebied"]
    inside = within(ground.parents[0]).order_by("code").values_list("code", flat=True)
    assert list(inside) == ["BU09990101", "BU099901A2", "GM0999", "WK099901"]
    assert (buurt.inhabitants, buurt.inhabitants_source, buurt.year) == (50, "CBS", 2024)
    assert buurt.outline is not None
    assert 6.01 < (buurt.lon or 0) < 6.02


@pytest.mark.django_db
def test_importing_twice_changes_nothing(run: Run) -> None:
    run(FILES, dissolve=True)
    once = everything()

    run(FILES, dissolve=True)

    assert everything() == once


@pytest.mark.django_db
def test_a_wijk_and_a_gemeente_get_the_union_of_the_areas_inside(run: Run) -> None:
    run(FILES, dissolve=True)

    wijk = area_by_code("WK099901")
    assert wijk is not None
    assert wijk.outline is not None
    west, east = (pick(x for x, _ in wijk.outline["coordinates"][0]) for pick in (min, max))
    assert (round(west, 4), round(east, 4)) == (6.0, 6.02)


@pytest.mark.django_db
def test_a_small_buurt_shows_the_share_of_its_wijk(run: Run) -> None:
    run(FILES)

    buurt = area_by_code("BU099901A2")
    assert buurt is not None
    lines = {line["key"]: line for line in figures_for(buurt)}

    assert (lines["inhabitants"]["value"], lines["inhabitants"]["is_fallback"]) == ("50", False)
    assert lines["share_65_plus"] == {
        "key": "share_65_plus",
        "word": "65 jaar of ouder",
        "value": "25,0%",
        "note": "1 op de 4 inwoners",
        "source": "CBS",
        "year": 2024,
        "level": "wijk",
        "is_fallback": True,
        "step": 0,
    }


@pytest.mark.django_db
def test_an_older_year_adds_figures_but_changes_no_area(run: Run) -> None:
    run(FILES)
    old = kwb(
        '"Zonnedal oud";"Zonnedal";"Gemeente";"GM0999";900;90;90',
        '"Wijk 02 Opgeheven";"Zonnedal";"Wijk";"WK099902";300;30;30',
    )

    said = run({"kwb_2017.csv": old})

    gemeente = Area.objects.get(code="GM0999")
    assert (gemeente.name, gemeente.inhabitants, gemeente.year) == ("Zonnedal", 1200, 2024)
    assert Figure.objects.get(area=gemeente, key="inhabitants", year=2017).value == 900
    assert "Overgeslagen, want onbekend of uit een ouder jaar: 1 (WK099902)." in said


@pytest.mark.django_db
def test_livability_scores_become_figures(run: Run, zonnedal: None) -> None:
    score = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU09990101",'
    score += '"naam":"Dorpshart","kscore":7,"kwon":5,"year":"2024"},"geometry":{"type":"Polygon",'
    score += '"coordinates":[[[6,52],[6.01,52],[6.01,52.01],[6,52]]]}}]}'

    run({"scores.json": score})

    buurt = Area.objects.get(code="BU09990101")
    lines = {line["key"]: (line["value"], line["note"], line["source"]) for line in figures_for(buurt)}
    source = "Leefbaarometer, ministerie van BZK"
    assert lines["livability_class"] == ("Goed", "klasse 7 van 9", source)
    assert lines["livability_housing"] == ("Klasse 5 van 9", "", source)


@pytest.mark.django_db
def test_the_compact_file_restores_the_same_areas(run: Run, zonnedal: None, tmp_path) -> None:
    compact = tmp_path / "zonnedal.json"
    run(only="GM0999", write_compact=compact)
    areas, figures, _ = everything()
    Figure.objects.all().delete()
    Outline.objects.all().delete()
    for code in ("BU", "WK", "GM"):
        Area.objects.filter(code__startswith=code).update(municipality=None, district=None, parent=None)
    Area.objects.all().delete()

    run(compact=compact, only="GM0999", active=True)

    again, again_figures, outlines = everything()
    assert [row[1:8] for row in again] == [row[1:8] for row in areas]
    assert [row[1:] for row in again_figures] == sorted(
        (row[1:] for row in figures), key=lambda r: (r[1], r[0])
    )
    assert [row[0] for row in outlines] == ["BU09990101", "BU099901A2", "GM0999", "WK099901"]
    assert compact.read_text().startswith('{"bron":["Bron: CBS, CC BY 4.0"]')
