"""The versions of a table: its own, the newest thirty."""

from __future__ import annotations

from middenstip.domain.goals.models import Version
from middenstip.domain.goals.selectors import versions_of
from tests.cast import Cast, proposed


def test_a_table_shows_only_its_newest_thirty_versions(cast: Cast) -> None:
    proposed(cast)
    goal = proposed(cast)
    for number in range(2, 33):
        text, at = f"Tekst {number}", cast.tick()
        Version(goal=goal, number=number, text=text, by_id=cast.ilse.seat_id, at=at).store()
    goal.number = 32
    assert [one.number for one in versions_of(goal)] == list(range(32, 2, -1))
