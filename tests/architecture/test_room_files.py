"""Each room has its own file in every folder that shows, tells or tests its things."""

from __future__ import annotations

from pathlib import Path

import pytest

from middenstip.demo import rooms as demo
from middenstip.domain.rooms import STAIRS
from middenstip.web import parts

ROOT = Path(__file__).parents[2]
# The folders where every room has a file or folder, and the other names in them.
PLACES = {
    "src/middenstip/web/parts/*.py": {"__init__"},
    "src/middenstip/demo/rooms/*.py": {"__init__", "step"},
    "src/middenstip/locale/en/*.po": {"frame"},
}


@pytest.mark.parametrize("place", PLACES)
def test_every_room_has_its_file_and_every_file_belongs_to_a_room(place: str) -> None:
    assert {path.stem for path in ROOT.glob(place)} - PLACES[place] == set(STAIRS)


def test_every_folder_of_the_domain_is_a_room() -> None:
    folders = {path.parent.name for path in ROOT.glob("src/middenstip/domain/*/__init__.py")}
    assert folders == set(STAIRS)


def test_the_collecting_code_uses_the_list_of_rooms() -> None:
    assert (tuple(parts.ROOMS), tuple(demo.ROOMS)) == (STAIRS, STAIRS)
