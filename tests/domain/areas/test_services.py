"""Areas that are drawn by hand, updated by a newer file, and not changed by an older one."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.areas.services import dissolve_outlines, draw_area
from middenstip.domain.areas.services.importing import AreaData, OutlineData, import_areas
from middenstip.domain.areas.services.shapes import from_geojson
from tests.cast import Cast
from tests.domain.areas.small import square


def test_two_drawn_areas_with_the_same_name_have_different_codes(cast: Cast) -> None:
    lettele, city = (Area.objects.get(code=code) for code in ("WK015014", "GM0150"))
    told = {"name": "Het plein", "geometry": square(6.26, 52.26), "by": cast.noor}
    codes = [draw_area(parent=parent, **told, at=cast.tick()).code for parent in (lettele, city, lettele)]
    assert codes == ["EIGEN-HET-PLEIN", "EIGEN-HET-PLEIN-2", "EIGEN-HET-PLEIN"]


def _zonnedal(year: int, name: str, inhabitants: int) -> list[AreaData]:
    return [AreaData("GM0999", "Zonnedal", year, 100), AreaData("WK099901", name, year, inhabitants)]


@pytest.mark.django_db
def test_a_newer_file_updates_an_area_and_an_older_one_does_not() -> None:
    import_areas(areas=_zonnedal(2023, "Kerkdorp", 90))
    for year, name, inhabitants in ((2024, "Kerkdorp-Zuid", 95), (2022, "Oud", 80)):
        import_areas(areas=_zonnedal(year, name, inhabitants))
        wijk = Area.objects.get(code="WK099901")
        assert (wijk.name, wijk.folded, wijk.year) == ("Kerkdorp-Zuid", "kerkdorp zuid", 2024)
        assert wijk.inhabitants == 95


@pytest.mark.django_db
def test_an_outline_of_an_unknown_area_or_an_older_year_is_skipped() -> None:
    import_areas(areas=_zonnedal(2024, "Kerkdorp", 90))
    import_areas(outlines=[OutlineData("WK099901", square(6.0, 52.0), 2024, "CBS")])
    older = OutlineData("WK099901", square(6.5, 52.5), 2020, "CBS")
    done = import_areas(outlines=[older, OutlineData("WK099977", square(6.0, 52.0), 2024, "CBS")])
    assert (done.outlines, done.unknown) == (0, {"WK099977"})
    assert Outline.objects.get().geometry == square(6.0, 52.0)


@pytest.mark.django_db
def test_an_outline_that_is_detailed_enough_is_kept() -> None:
    import_areas(areas=_zonnedal(2024, "Kerkdorp", 90))
    both = [OutlineData(code, square(6.0, 52.0), 2024, "CBS") for code in ("GM0999", "WK099901")]
    import_areas(outlines=both)
    assert dissolve_outlines("GM0999").outlines == 0
    assert Outline.objects.get(area__code="GM0999").geometry == square(6.0, 52.0)


@pytest.mark.django_db
def test_a_coarse_outline_gets_the_detail_of_its_parts_and_keeps_its_surface() -> None:
    """The parts cover the west half in detail; the rest comes from the coarse outline."""
    import_areas(areas=_zonnedal(2024, "Kerkdorp", 90))
    wave = [[6.0 + 0.0001 * (step % 2), 52.0 + step / 1000] for step in range(21)]
    ring = [*wave, [6.01, 52.02], [6.01, 52.0], wave[0]]
    fine = OutlineData("WK099901", {"type": "Polygon", "coordinates": [ring]}, 2024, "CBS")
    import_areas(outlines=[OutlineData("GM0999", square(6.0, 52.0, 0.02), 2023, "PDOK"), fine])
    assert dissolve_outlines("GM0999").outlines == 1
    whole = Outline.objects.get(area__code="GM0999")
    assert (whole.source, whole.year) == ("CBS", 2024)
    assert len(whole.geometry["coordinates"][0]) > 5
    surface = from_geojson(whole.geometry)
    assert surface.area == pytest.approx(0.02**2, rel=0.01)
    assert [round(edge, 3) for edge in surface.bounds] == [6.0, 52.0, 6.02, 52.02]
