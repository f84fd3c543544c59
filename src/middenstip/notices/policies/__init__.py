"""Kind of fact to who hears of it; or, explicitly, nobody."""

from middenstip.notices.policies import goals, initiatives, intake, parties, projects
from middenstip.notices.policies.policy import Policy

_ALL = (parties, initiatives, intake, goals, projects)

POLICIES: dict[str, tuple[Policy, ...]] = {
    kind: found for room in _ALL for kind, found in room.POLICIES.items()
}
SILENT: frozenset[str] = frozenset().union(*(room.SILENT for room in _ALL))

__all__ = ["POLICIES", "SILENT", "Policy"]
