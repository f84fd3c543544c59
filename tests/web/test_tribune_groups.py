"""The initiatives of an area in three groups: where it happens, who is sought, and what is over."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STEPS, STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors import GROUPS, group_numbers, group_of
from middenstip.journeys import stop_initiative
from middenstip.kernel.clock import frozen
from middenstip.kernel.half import ALL_HALVES
from tests.cast import Cast, signed, submitted
from tests.web.at_the_door import shown, walk_in

VILLAGE = "/gebied/WK015014/"


def scene() -> Any:
    return shown(walk_in(None).get(VILLAGE), "scene")


def said() -> dict[str, list[tuple[str, str]]]:
    """Per group its lines: title and what it says."""
    return {one["name"]: [(x["title"], x["line"]) for x in one["lines"]] for one in scene()["groups"]}


def test_every_initiative_is_in_one_group_and_the_counts_add_up() -> None:
    counted = {(stage, bits): 1 for stage in (*STEPS, STOPPED) for bits in range(1, ALL_HALVES + 1)}
    assert sum(group_numbers(counted).values()) == sum(counted.values())
    assert {group_of(stage, bits) for stage, bits in counted} == set(GROUPS)


@pytest.mark.parametrize(
    ("stage", "halves", "group"),
    [
        ("idea", 1, "searching"),
        ("idea", ALL_HALVES, "happening"),
        ("goal", 3, "searching"),
        ("agreements", 1, "happening"),
        ("project", 1, "happening"),
        ("learning", ALL_HALVES, "over"),
        ("stopped", 1, "over"),
    ],
)
def test_the_group_follows_from_the_stage_and_the_halves(stage: str, halves: int, group: str) -> None:
    assert group_of(stage, halves) == group


def test_a_line_says_what_moved_who_is_sought_or_how_it_ended(cast: Cast) -> None:
    signed(cast)
    ended = submitted(cast, "Deelfietsen")
    stop_initiative.stop(by=cast.marijke, initiative=ended, lesson="Te weinig mensen.", at=cast.tick())
    submitted(cast, "Klusbus")
    with frozen(cast.at):
        page, found = scene(), said()
    assert found == {
        "happening": [("Voedselbos Lettele", "vandaag: een afspraak staat")],
        "searching": [("Klusbus", "zoekt iemand van de overheid")],
        "over": [("Deelfietsen", "gestopt: Te weinig mensen.")],
    }
    assert sum(one["count"] for one in page["groups"]) == page["count"] == 3


def test_what_moved_last_stands_on_top(cast: Cast) -> None:
    first, _second = submitted(cast, "Eerst"), submitted(cast, "Later")
    assert [title for title, _line in said()["searching"]] == ["Later", "Eerst"]
    initiatives.tell_news(by=cast.marijke, initiative=first, text="Nieuws.", at=cast.tick())
    assert [title for title, _line in said()["searching"]] == ["Eerst", "Later"]


def test_an_initiative_without_a_known_move_is_told_to_be_quiet(cast: Cast) -> None:
    idea = submitted(cast)
    Initiative.objects.create(
        title="Oud plan", what="Wat.", stage="project", initiator_id=idea.initiator_id, seat_id=idea.seat_id,
        origin_half="bewoners", halves=1, area_id=idea.area_id, municipality_id=idea.municipality_id,
        district_id=idea.district_id, drafted_at=cast.at, changed_at=cast.at, submitted_at=cast.at,
        number="LET-99",
    )  # fmt: skip
    assert said()["happening"] == [("Oud plan", "al even stil")]
