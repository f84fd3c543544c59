"""The map: places and links that can be trusted, whatever is on it."""

from __future__ import annotations

import json
import random
import re
from itertools import combinations
from math import hypot
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from django.utils import translation

from middenstip.kernel.half import Half
from middenstip.web.shared.area_map import MOST_POINTS, Drawn, Point, area_map, map_context
from middenstip.web.shared.area_map_shapes import Ground, plain
from middenstip.web.shared.drawing import ring
from middenstip.web.shared.svg import ring_svg

WEST, SOUTH = 6.0, 52.0


def outline(west: float, south: float, wide: float = 0.05, high: float = 0.05) -> str:
    ring = [[west, south], [west + wide, south], [west + wide, south + high], [west, south + high]]
    return json.dumps({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})


def drawn(role: str, code: str, name: str, inhabitants: int | None = 100, border: str | None = None) -> Drawn:
    return Drawn(role=role, code=code, name=name, inhabitants=inhabitants, outline=border)


# A gemeente of two wijken side by side; the left one is full, of the right one nothing is known.
AREAS = [
    drawn("land", "GM0001", "Maandorp", 20_100, outline(WEST, SOUTH, 0.1)),
    drawn("tint", "BU00010101", "Hart", 100_000, outline(WEST, SOUTH)),
    drawn("tint", "BU00010201", "Veld", None, outline(WEST + 0.05, SOUTH)),
    drawn("link", "WK000101", "Links", 20_000, outline(WEST, SOUTH)),
    drawn("link", "WK000102", "Rechts", None, outline(WEST + 0.05, SOUTH)),
]
URLS = {"WK000101": "/gebied/WK000101/", "WK000102": "/gebied/WK000102/"}


def point(number: int, area: str = "WK000101", lon: float | None = None, lat: float | None = None) -> Point:
    return Point(
        number=number, lon=lon, lat=lat, area=area, halves=1, label=f"Plan {number}", url=f"/plan/{number}/"
    )


def context(points: list[Point], areas: list[Drawn] = AREAS) -> dict[str, Any]:
    found = map_context(areas, points, urls=URLS, counts={"WK000101": 1})
    assert found is not None
    return found


def test_a_spot_on_the_map_to_point_at_is_a_place_in_degrees() -> None:
    html = area_map(AREAS, title="Wijs aan", urls={}, counts={}, pick=True)
    found = re.search(r'data-maat="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"', html)
    assert found
    west, north, east_scale, north_scale = (float(one) for one in found.groups())
    ground = Ground.of(AREAS)
    assert ground
    (x, y) = ground.on_paper(np.array([[6.03, 52.02]]))[0]
    assert (west + x / east_scale, north - y / north_scale) == pytest.approx((6.03, 52.02), abs=1e-5)
    assert re.findall(r'data-code="(\w+)"', html) == ["BU00010101", "BU00010201", "WK000101", "WK000102"]
    assert "<a " not in html


def test_a_map_of_links_carries_no_scale() -> None:
    assert "data-" not in area_map(AREAS, title="Kaart", urls=URLS, counts={})


def places(points: list[Point], areas: list[Drawn] = AREAS) -> list[tuple[float, float]]:
    pairs = (ring["at"].split() for ring in context(points, areas)["points"])
    return [(float(x), float(y)) for x, y in pairs]


def html(points: list[Point], areas: list[Drawn] = AREAS) -> str:
    return area_map(
        areas, points, title="Kaart van Maandorp", urls=URLS, counts={"WK000101": 1, "WK000102": 3}
    )


def test_areas_are_links_that_say_what_happens_there() -> None:
    svg = html([])

    assert 'href="/gebied/WK000101/" aria-label="Links: 1 initiatief"' in svg
    assert 'href="/gebied/WK000102/" aria-label="Rechts: 3 initiatieven"' in svg
    assert 'aria-label="Kaart van Maandorp"' in svg


def test_an_area_without_initiatives_says_so() -> None:
    assert [link["label"] for link in context([])["links"]] == [
        "Links: 1 initiatief",
        "Rechts: nog geen initiatieven",
    ]


def test_more_people_is_darker_and_unknown_is_not_dark() -> None:
    assert [tint["step"] for tint in context([])["tints"]] == ["trap-3", "trap-0"]


def test_the_drawing_is_640_wide_and_north_is_up() -> None:
    assert places([point(1, lon=WEST, lat=SOUTH + 0.05), point(2, lon=WEST + 0.1, lat=SOUTH)]) == [
        (0, 0),
        (640, 520.1),
    ]
    assert context([])["box"] == "-6 -6 652 532.1"


def test_a_tall_area_is_drawn_smaller_in_the_middle() -> None:
    tall = [drawn("land", "GM0001", "Maandorp", 1, outline(WEST, SOUTH, 0.01, 0.1))]
    (place,) = places([point(1, lon=WEST + 0.005, lat=SOUTH + 0.05)], tall)

    assert place == (320, 280)


def test_an_exact_place_stays_where_it_is() -> None:
    alone = places([point(1, lon=WEST + 0.02, lat=SOUTH + 0.02)])
    among_others = places([*[point(n) for n in range(2, 20)], point(1, lon=WEST + 0.02, lat=SOUTH + 0.02)])

    assert among_others[-1] == alone[0]


def test_without_an_exact_place_a_ring_stands_inside_its_area() -> None:
    spread = places([point(n, "WK000102") for n in range(20)])

    assert all(320 < x <= 640 for x, _ in spread)


@pytest.mark.parametrize(("spread", "exact", "together"), [(1, 1, 2), (10, 10, 10), (20, 40, 0)])
def test_no_ring_covers_another(spread: int, exact: int, together: int) -> None:
    random.seed(2)
    number = spread + exact + together
    points = [point(n, random.choice(["WK000101", "WK000102"])) for n in range(spread)]
    points += [
        point(n, lon=WEST + random.random() / 10, lat=SOUTH + random.random() / 20) for n in range(exact)
    ]
    points += [point(n, lon=WEST + 0.03, lat=SOUTH + 0.03) for n in range(together)]

    spots = places(points)

    assert len(spots) == number
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(spots, 2)) >= 31.9


def test_a_place_far_away_stays_on_the_paper() -> None:
    assert places([point(1, lon=0.0, lat=90.0), point(2, lon=6.2, lat=-90.0)]) == [(0, 0), (640, 520.1)]


def test_many_points_become_clusters_that_count_them_all() -> None:
    random.seed(1)
    many = [
        point(n, lon=WEST + random.random() / 10, lat=SOUTH + random.random() / 20) for n in range(9000)
    ] + [point(n) for n in range(1000)]

    found = context(many)

    assert found["points"] == []
    assert sum(int(one["count"].replace(".", "")) for one in found["clusters"]) == 10_000
    assert len(found["clusters"]) <= 100


@pytest.mark.parametrize("number", [MOST_POINTS, MOST_POINTS + 1])
def test_where_rings_would_stray_from_their_place_they_become_one_cluster(number: int) -> None:
    found = context([point(n, lon=WEST + 0.03, lat=SOUTH + 0.03) for n in range(number)])

    assert (found["points"], [one["count"] for one in found["clusters"]]) == ([], [str(number)])


def test_on_a_phone_rings_that_would_cover_each_other_are_counted_together() -> None:
    crowd = [point(n, lon=WEST + 0.03, lat=SOUTH + 0.03) for n in range(1, 8)]

    found = context([*crowd, point(8, lon=WEST + 0.09, lat=SOUTH + 0.03)])

    assert [one["number"] for one in found["points"]] == [str(n) for n in range(1, 9)]
    assert [one["url"] for one in found["phone"]["points"]] == ["/plan/8/"]
    assert [one["count"] for one in found["phone"]["clusters"]] == ["7"]
    assert 'class="ms-kaart__smal"' in html(crowd)


@pytest.mark.parametrize("number", [20, 60, 140])
def test_on_a_phone_nothing_covers_another_and_all_are_counted(number: int) -> None:
    random.seed(4)
    points = [
        point(n, lon=WEST + random.random() / 10, lat=SOUTH + random.random() / 20) for n in range(number)
    ]

    phone = context(points)["phone"]

    spots = [tuple(map(float, one["at"].split())) for one in (*phone["points"], *phone["clusters"])]
    assert len(phone["points"]) + sum(int(one["count"]) for one in phone["clusters"]) == number
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(spots, 2)) >= 57.9


def test_where_rings_stand_apart_a_phone_shows_the_same() -> None:
    apart = [point(1, lon=WEST + 0.02, lat=SOUTH + 0.03), point(2, lon=WEST + 0.08, lat=SOUTH + 0.03)]

    assert context(apart)["phone"] is None
    assert context([])["phone"] is None
    assert "ms-kaart__smal" not in html(apart)


def test_a_lonely_ring_beside_a_cluster_stays_a_link() -> None:
    crowd = [point(n, lon=WEST + 0.03, lat=SOUTH + 0.03) for n in range(200)]

    found = context([*crowd, point(201, lon=WEST + 0.09, lat=SOUTH + 0.03)])

    assert [one["url"] for one in found["points"]] == ["/plan/201/"]
    assert [one["count"] for one in found["clusters"]] == ["200"]


def test_a_ring_on_the_map_is_the_ring_of_the_list() -> None:
    """The same arcs in the same order; the one on the map is a little larger."""
    bits = Half.RESIDENTS.bit | Half.BUSINESS.bit
    one = point(1, lon=WEST + 0.03, lat=SOUTH + 0.03) | {"halves": bits}

    (drawn_point,) = context([one])["points"]

    assert [(arc["kind"], arc["path"]) for arc in drawn_point["arcs"]] == ring(bits, 10, 8)
    kinds = [arc["kind"] for arc in drawn_point["arcs"]]
    assert kinds == ["h-bewoners", "is-leeg", "h-ondernemers"]
    assert re.findall(r'class="ms-boog ([\w-]+)"', ring_svg(bits)) == kinds


def test_names_and_addresses_are_escaped() -> None:
    evil = '<script>alert("x")</script>'
    areas = [
        drawn("land", "GM0001", evil, 1, outline(WEST, SOUTH)),
        drawn("link", "WK000101", evil, 1, AREAS[0]["outline"]),
    ]
    svg = html([{**point(1), "label": evil, "url": '"/><script>'}], areas)

    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


def test_the_svg_is_whole_and_holds_no_style_script_or_double_id() -> None:
    svg = html([point(n) for n in range(30)])

    root = ElementTree.fromstring(svg)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert not re.search(r"<(script|style)|style=|\son\w+=", svg)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_language_puts_a_comma_in_a_coordinate(language: str) -> None:
    with translation.override(language):
        svg = html([point(n) for n in range(5)])

    assert not re.search(r'(?:d|x|y|viewBox|transform)="[^"]*,', svg)


def test_rings_are_no_tab_stops() -> None:
    svg = html([point(1), point(2)])

    assert svg.count('class="ms-punt"') == svg.count('tabindex="-1"') == 2


def test_a_name_that_does_not_fit_on_the_paper_is_left_out() -> None:
    long = [*AREAS[:3], {**AREAS[3], "name": "L" * 54}, AREAS[4]]

    assert [one["name"] for one in context([], long)["names"]] == ["Rechts"]


def test_one_area_is_a_map_without_a_name_in_it() -> None:
    border = outline(WEST, SOUTH)
    buurt = [drawn(role, "BU00010101", "Hart", 100, border) for role in ("land", "tint", "link")]

    found = context([point(1, "BU00010101")], buurt)

    assert (len(found["land"]), len(found["tints"]), len(found["links"]), found["names"]) == (1, 1, 1, [])
    assert "href" not in html([], buurt)


def test_names_leave_room_for_rings() -> None:
    names = context([point(1), point(2, "WK000102")])["names"]

    assert [one["name"] for one in names] == ["Links", "Rechts"]
    assert all(abs(float(one["y"]) - 260) > 12 for one in names)


def test_without_outlines_there_is_no_map() -> None:
    bare = [drawn("land", "GM0001", "Maandorp"), drawn("link", "WK000101", "Links")]

    assert area_map(bare, [point(1)], title="Kaart", urls={}, counts={}) == ""
    assert area_map([], [], title="Kaart", urls={}, counts={}) == ""
    assert Ground.of([]) is None


def test_an_area_without_outline_is_left_out_and_its_points_stay() -> None:
    areas = [*AREAS[:4], drawn("link", "WK000102", "Rechts")]

    found = context([point(1, "WK000102")], areas)

    assert [link["label"] for link in found["links"]] == ["Links: 1 initiatief"]
    assert len(found["points"]) == 1


def test_the_same_content_gives_the_same_map_and_other_content_another() -> None:
    assert html([point(1)]) == html([point(1)])
    assert html([point(1)]) != html([{**point(1), "halves": 7}])


@pytest.mark.parametrize(
    ("number", "text"), [(12.34, "12.3"), (12.0, "12"), (-0.01, "0"), (1234.5, "1234.5")]
)
def test_a_coordinate_is_short_text(number: float, text: str) -> None:
    assert plain(number) == text
