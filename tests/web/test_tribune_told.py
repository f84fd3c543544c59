"""What the tribune tells: who is looked for, who is on the field, and of which area a figure is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from middenstip.domain.areas.models import Area, Figure, Outline
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.reports.selectors.active import Active
from middenstip.kernel.half import Half
from middenstip.web.parts import initiatives
from tests.cast import Cast, signed, submitted
from tests.web.at_the_door import shown, walk_in

VILLAGE, CITY = "WK015014", "GM0150"


def scene(code: str = VILLAGE) -> Any:
    """All that the rooms show on the page of this area."""
    return shown(walk_in(None).get(f"/gebied/{code}/"), "scene")


def lines(code: str = VILLAGE) -> list[Any]:
    """The lines of all groups of initiatives of this area."""
    return [line for group in scene(code)["groups"] for line in (*group["lines"], *group["more"])]


def idea(cast: Cast, title: str, stage: str = "idea", *halves: Half, **more: Any) -> Initiative:
    """A public idea that is this far, with these halves besides the residents."""
    made = submitted(cast, title)
    bits = made.halves
    for half in halves:
        bits |= half.bit
    if stage == "stopped":
        more["lesson"] = "Te nat."
    Initiative.objects.filter(pk=made.pk).update(stage=stage, halves=bits, **more)
    return made


def figure(code: str, key: str, value: str, source: str = "CBS") -> None:
    Figure(area=Area.objects.get(code=code), key=key, value=value, source=source, year=2025).save()


def draw(code: str, west: float) -> None:
    ring = [[west, 52.2], [6.4, 52.2], [6.4, 52.4], [west, 52.4], [west, 52.2]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    Outline(area=Area.objects.get(code=code), geometry=outline, source="CBS", year=2024).save()


def test_who_is_furthest_on_the_way_asks_first_and_asks_who_decides(cast: Cast) -> None:
    first = idea(cast, "Idee")
    idea(cast, "Doel", "goal")
    idea(cast, "Compleet", "goal", Half.GOVERNMENT, Half.BUSINESS)
    idea(cast, "Gestopt", "stopped")
    idea(cast, "Project", "project", Half.GOVERNMENT)
    idea(cast, "Afspraken", "agreements")
    official, owner = "Iemand van de overheid gezocht die mee wil", "Ondernemer gezocht die mee wil"
    found = scene()["needs"]
    assert [(one["text"], one["line"]) for one in found] == [
        (f"{owner} beslissen", "Project, Lettele"),
        (f"{official} beslissen", "Afspraken, Lettele"),
        (f"{official} beslissen", "Doel, Lettele"),
        (f"{official} denken", "Idee, Lettele"),
    ]
    assert found[-1]["url"] == f"/initiatief/{first.public_id}/"


def test_no_more_than_five_are_looked_for_the_newest_first(cast: Cast) -> None:
    for number in range(6):
        idea(cast, f"Idee {number}")
    assert [one["line"] for one in scene()["needs"]] == [f"Idee {n}, Lettele" for n in (5, 4, 3, 2, 1)]


def test_an_idea_of_elsewhere_is_on_no_other_tribune(cast: Cast) -> None:
    other = Area.objects.get(code="GM0957")
    there = {"area_id": other.pk, "municipality_id": other.pk, "district_id": None}
    idea(cast, "Elders", **there)
    idea(cast, "Hier")
    shown = {code: [one["title"] for one in lines(code)] for code in (VILLAGE, CITY, "GM0957")}
    assert shown == {VILLAGE: ["Hier"], CITY: ["Hier"], "GM0957": ["Elders"]}


def test_the_rings_in_the_list_bear_the_numbers_of_the_map(cast: Cast) -> None:
    for title in ("Een", "Twee"):
        idea(cast, title, has_place=True)
    idea(cast, "Nog geen plek")
    idea(cast, "Over", "stopped", has_place=True)
    numbers = {one["title"]: re.findall(r">(\d+)<", one["ring"]) for one in lines()}
    assert numbers == {"Twee": ["1"], "Een": ["2"], "Nog geen plek": [], "Over": []}


def test_the_areas_inside_are_counted_with_or_without_an_idea(cast: Cast) -> None:
    for code, west in ((CITY, 6.0), (VILLAGE, 6.2)):
        draw(code, west)
    village = {"url": f"/gebied/{VILLAGE}/", "name": "Lettele"}
    assert scene(CITY)["inside"] == [village | {"count": 0}]
    idea(cast, "Een")
    assert scene(CITY)["inside"] == [village | {"count": 1}]
    assert "inside" not in scene()


def test_on_the_field_stand_who_are_active_here_and_where_a_half_is_missing(cast: Cast) -> None:
    """Tarik of elsewhere and Gerrit, who did nothing yet, are not on the field of Lettele."""
    assert scene("GM0957")["field"] == {
        name: {"count": 0, "unit": "mensen", "text": ""} for name in ("residents", "government", "business")
    }
    signed(cast)
    idea(cast, "Twee", "goal", Half.GOVERNMENT)
    assert scene()["field"] == {
        "residents": {"count": 1, "unit": "mens", "text": ""},
        "government": {"count": 2, "unit": "mensen", "text": "Ook van gemeente Deventer."},
        "business": {
            "count": 1,
            "unit": "mens",
            "text": "Ook van Kwekerij De Esch. Gezocht bij 1 initiatief.",
        },
    }


def test_a_long_list_of_organisations_is_cut(cast: Cast) -> None:
    names = ["A", "B", "C", "D", "E", "F"]
    field = initiatives._field({half: Active(9, names) for half in Half}, {})
    assert field["business"]["text"] == "Ook van A, B, C, D en nog 2."


def test_a_figure_says_of_which_area_it_is_once_for_all_or_each_for_itself(cast: Cast) -> None:
    figure(CITY, "share_65_plus", "19.5")
    whole = {
        "name": "65 jaar of ouder",
        "note": "1 op de 5 inwoners",
        "value": "19,5%",
        "source": "CBS",
        "year": 2025,
    }
    found = scene()
    assert (found["larger"], found["figures"]) == ("over de hele gemeente", [whole])
    assert (scene(CITY)["larger"], scene(CITY)["figures"]) == ("", [whole])


def test_figures_of_several_areas_each_say_so_and_the_sources_are_named_once(cast: Cast) -> None:
    figure(CITY, "share_65_plus", "19.5", "CBS, Kerncijfers")
    figure(VILLAGE, "inhabitants", "1705", "CBS, Kerncijfers")
    figure(VILLAGE, "distance_gp", "2.1", "RIVM")
    found = scene()
    notes = {one["value"]: (one["note"], one["source"]) for one in found["figures"]}
    assert notes == {
        "1.705": ("", "CBS"),
        "19,5%": ("1 op de 5 inwoners, over de hele gemeente", "CBS"),
        "2,1 km": ("", "RIVM"),
    }
    assert (found["larger"], found["sources"]) == ("", "CBS, Kerncijfers en RIVM")


def test_a_buurt_says_what_is_known_of_its_wijk_alone(cast: Cast) -> None:
    village = Area.objects.get(code=VILLAGE)
    around = {"municipality": village.municipality, "district": village, "parent": village, "year": 2024}
    Area(code="BU01501401", kind="buurt", name="Het dorp", **around).store()
    figure(VILLAGE, "inhabitants", "1705")
    found = scene("BU01501401")
    assert (found["larger"], found["map_source"]) == ("over de hele wijk", "")


def test_the_colours_of_the_map_have_a_source_when_the_people_of_this_area_are_counted(cast: Cast) -> None:
    figure(VILLAGE, "share_65_plus", "30", "RIVM")
    figure(VILLAGE, "inhabitants", "1705", "CBS, Kerncijfers")
    figure(CITY, "share_65_plus", "19.5")
    assert [scene(code)["map_source"] for code in (VILLAGE, CITY)] == ["CBS, Kerncijfers, 2025", ""]


@pytest.mark.parametrize(("count", "shown"), [(40, 41), (41, 41)])
def test_where_it_is_crowded_a_scene_stays_for_a_minute(cast: Cast, count: int, shown: int) -> None:
    for number in range(count):
        submitted(cast, f"Idee {number}")
    assert scene()["count"] == count
    submitted(cast, "Nog een")
    assert scene()["count"] == shown
