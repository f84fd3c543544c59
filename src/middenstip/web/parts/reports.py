"""The story on other pages: the facts of an initiative, and the latest news of an area."""

from __future__ import annotations

from collections.abc import Iterator

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.reports.selectors import story_of
from middenstip.domain.reports.selectors.feed import feed_in
from middenstip.web.shared.feed import in_periods
from middenstip.web.shared.fold import fold
from middenstip.web.shared.lines import as_lines
from middenstip.web.shared.part import OnArea, OnInitiative, Part, RoomParts

MOST = 15  # lines on the page of an initiative
LATEST = 7  # lines on the page of an area


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The facts, newest first; a long story is folded."""
    lines = as_lines(story_of(page.initiative.public_id, MOST), page.today, here="initiative")
    if lines:
        story, earlier = fold(lines)
        is_over = not STAGES.acts(page.initiative.stage)
        told = {"story": story, "earlier": earlier, "is_over": is_over}
        yield Part("parts/reports/initiative.html", page.MAIN, 80, told)


def on_area(page: OnArea) -> Iterator[Part]:
    """The latest news."""
    periods = in_periods(feed_in(page.place.kind, page.place.codes, LATEST), page.today)
    yield Part("parts/reports/area.html", page.TWO, 10, {"periods": periods})


PARTS = RoomParts(on_initiative=on_initiative, on_area=on_area)
