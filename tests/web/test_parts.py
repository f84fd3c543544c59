"""What rooms show on each other's pages."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string
from django.test import Client

from middenstip.web import parts
from middenstip.web.shared.part import Part, by_place
from tests.cast import Cast, signed
from tests.web.at_the_door import walk_in

TEMPLATES = Path(parts.__path__[0]).parent / "templates"


def test_parts_stand_in_their_order() -> None:
    last, first = Part("b.html", "main", 20), Part("a.html", "main", 10)
    beside = Part("c.html", "aside", 5)
    assert by_place([last, beside, first]) == {"aside": [beside], "main": [first, last]}


def _order(client: Client, url: str, name: str = "rooms") -> dict[str, list[str]]:
    placed = client.get(url).context[name]
    return {place: [part.template for part in some] for place, some in placed.items()}


def test_a_page_of_an_initiative_is_a_sum_of_parts(cast: Cast) -> None:
    initiative = signed(cast).initiative
    url = f"/initiatief/{initiative.public_id}/"
    assert _order(walk_in(cast.marijke), url) == {
        "people": ["components/person.html"] * 2,
        "main": [
            "parts/goals/initiative.html",
            "parts/intake/initiative.html",
            "initiatives/_why.html",
            "parts/intake/answer.html",
            "initiatives/_reins.html",
            "parts/agreements/initiative.html",
            "initiatives/_help.html",
            "components/files.html",
            "parts/reactions/initiative.html",
            "parts/reports/initiative.html",
            "parts/gatherings/initiative.html",
            "parts/baseline/initiative.html",
            "parts/signals/initiative.html",
            "parts/moderation/report.html",
        ],
        "acts": ["components/act.html", "parts/projects/begin.html", *["components/act.html"] * 6],
    }
    assert _order(walk_in(None), url + "verslag/") == {
        "facts": ["parts/intake/report.html"],
        "sections": ["parts/goals/report.html", "parts/agreements/report.html"],
        "foot": ["parts/agreements/report_foot.html"],
    }


def test_a_page_of_an_area_is_a_sum_of_parts(cast: Cast) -> None:
    signed(cast)
    assert _order(walk_in(None), "/gebied/WK015014/", "scene") == {
        "head": ["parts/initiatives/area_head.html"],
        "list": ["parts/initiatives/area_list.html"],
        "two": ["parts/reports/area.html", "parts/initiatives/area_needs.html"],
        "wide": [
            "parts/gatherings/area_lot.html",
            "components/stands.html",
            "parts/initiatives/area_field.html",
        ],
        "ground": ["areas/_figures.html", "parts/baseline/area.html"],
    }


def test_every_template_of_a_part_is_announced_by_its_room() -> None:
    """A file that no room names any more would never be printed."""
    written = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.glob("parts/*/*.html")}
    source = "".join(path.read_text() for path in Path(parts.__path__[0]).glob("*.py"))
    assert {name for name in written if f'"{name}"' not in source} == set()


def test_what_the_page_of_an_area_keeps_printed_is_the_same_for_every_reader(cast: Cast) -> None:
    """A part that reads who looks must say so (`reads_page`), or a visitor would see what a member sees."""
    signed(cast)
    for reader in (cast.marijke, None):
        told = walk_in(reader).get("/gebied/GM0150/").context
        context = {name: told[name] for name in told.keys()}  # noqa: SIM118 - a list of contexts
        kept = [one for some in context["scene"].values() for one in some if not one.reads_page]
        assert len(kept) >= 6
        for part in kept:
            anew = render_to_string(part.template, {**context, **part.values})
            assert anew == part.html, part.template
