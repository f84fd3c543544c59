"""The facts about the platform. Who changed what is in the audit log."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class SiteChanged(Fact):
    """An administrator changed the platform; `what` is one of front, rules, colours, home, themes."""

    kind = "site.changed"
    public = False
    audited = True

    what: str
