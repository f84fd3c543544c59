"""The shape of a policy: who hears of a fact, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from middenstip.notices.dossier import Dossier

Still = Callable[[Dossier], bool]


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Who hears of one kind of fact.

    `to` names audiences (see `audiences.py`); `page` is the page that the notice leads to. A follower
    hears it only when they want to (`is_follow`); everybody else always. Nobody hears of their own act,
    unless it is a confirmation that matters (`also_self`). `text` sets apart the words for one audience
    from those for another: the template is `kinds/<kind>[.<text>].txt`. It is told as long as
    `still` (see `still.py`) holds.
    """

    to: tuple[str, ...]
    page: str
    text: str = ""
    is_follow: bool = False
    also_self: bool = False
    still: Still | None = None


def own(*to: str, page: str, text: str = "", also_self: bool = False, still: Still | None = None) -> Policy:
    """For people whose own case this is: always sent."""
    return Policy(to=to, page=page, text=text, also_self=also_self, still=still)


def follow(page: str, *, area: bool = False, still: Still | None = None) -> Policy:
    """For followers of the initiative, and with `area` also those of its area."""
    to = ("followers", "area_followers") if area else ("followers",)
    return Policy(to=to, page=page, text="follow", is_follow=True, still=still)
