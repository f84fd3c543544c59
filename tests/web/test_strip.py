"""A class is nine steps with the mark of the country, and a sentence that compares."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area, Figure
from middenstip.domain.areas.selectors.figures import compared
from middenstip.web.shared.strip import strip_svg
from tests.cast import Cast
from tests.web.at_the_door import page, shown, walk_in

CITY = "/gebied/GM0150/"


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (1, "Onder het land."),
        (4, "Iets onder het land."),
        (5, "Zoals in de rest van het land."),
        (6, "Iets boven het land."),
        (9, "Boven het land."),
    ],
)
def test_the_sentence_compares_with_the_country(step: int, sentence: str) -> None:
    assert compared("livability_cohesion", step) == sentence


def test_the_own_step_is_full_and_the_mark_is_below_that_of_the_country() -> None:
    svg = strip_svg(3, 5, "<Deventer>")
    assert svg.count("ms-strook__vak") == 8
    assert '<rect x="44" y="4" width="20" height="12" rx="2.5" class="ms-strook__hier"/>' in svg
    assert "M98 19l-6 9h12z" in svg
    assert "&lt;Deventer&gt;: stap 3 van 9. Heel Nederland: stap 5." in svg


def test_no_page_says_class_five_of_nine(cast: Cast) -> None:
    for key, value in (("livability_class", 8), ("livability_safety", 4)):
        source = {"source": "Leefbaarometer, ministerie van BZK", "year": 2024}
        Figure(area=Area.objects.get(code="GM0150"), key=key, value=value, **source).save()
    text = page(walk_in(None), CITY)
    assert "lasse 8 van 9" not in text
    assert "Zeer goed. Iets boven het land." in text
    strips = shown(walk_in(None).get(CITY), "scene")["strips"]
    assert [(one["name"], one["text"], one["year"]) for one in strips] == [
        ("Hoe prettig is het wonen?", "Zeer goed. Iets boven het land.", 2024),
        ("Is het veilig op straat?", "Onder het land.", 2024),
    ]


def test_a_figure_of_the_gemeente_says_so_beside_the_strip(cast: Cast) -> None:
    city, village = (Area.objects.get(code=code) for code in ("GM0150", "WK015014"))
    Figure(area=city, key="livability_safety", value=6, source="Leefbaarometer", year=2024).save()
    Figure(area=village, key="inhabitants", value=900, source="CBS", year=2024).save()
    (strip,) = shown(walk_in(None).get("/gebied/WK015014/"), "scene")["strips"]
    assert strip["text"] == "Zoals in de rest van het land. Over de hele gemeente."
