"""Which money is counted, and when it comes."""

from __future__ import annotations

from dataclasses import dataclass

from .flow import ASKED, CERTAIN, FUND, IN, PROMISED, SUBSIDY, Flow


@dataclass(frozen=True)
class Scenario:
    """A way to look at the same flows.

    Income counts when its certainty is in ``counts``; every cost counts. Income of the kinds ``late`` comes
    ``by`` months later, and none of the kinds ``stops`` comes after the first month. ``overdue``: income
    whose month has passed without being booked still comes, in the first month; a cost always does.
    """

    name: str
    counts: tuple[str, ...] = (CERTAIN,)
    late: tuple[str, ...] = ()
    by: int = 0
    stops: tuple[str, ...] = ()
    overdue: bool = False

    def payments(self, flow: Flow, start: int) -> tuple[int, range]:
        """The payments of this flow that count: the months to come, and how many fall in ``start``
        because their month has passed (those come first). O(1)."""
        months = flow.open_months
        passed = min(len(months), max(0, -(-(start - months.start) // flow.every)))
        if flow.direction != IN:
            return passed, months[passed:]
        if flow.certainty not in self.counts:
            return 0, range(0)
        coming = months[passed:]
        if flow.kind in self.stops:
            coming = coming[: 1 if coming and coming[0] == start else 0]
        shift = self.by if flow.kind in self.late else 0
        coming = range(coming.start + shift, coming.stop + shift, coming.step)
        return passed if self.overdue else 0, coming

    def months(self, flow: Flow, start: int) -> list[int]:
        """The month of each payment that counts. O(payments)."""
        passed, coming = self.payments(flow, start)
        return [start] * passed + list(coming)


CERTAIN_ONLY = Scenario("zeker")
EXPECTED = Scenario("verwacht", (CERTAIN, PROMISED), overdue=True)
HOPEFUL = Scenario("hoopvol", (CERTAIN, PROMISED, ASKED), overdue=True)
LATER = Scenario("later", late=(SUBSIDY, FUND), by=3)
STOPS = Scenario("subsidie stopt", stops=(SUBSIDY,))
SCENARIOS = (CERTAIN_ONLY, EXPECTED, HOPEFUL, LATER, STOPS)
