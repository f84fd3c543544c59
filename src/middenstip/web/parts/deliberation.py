"""Ballots on the page of their table."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.deliberation.lifecycle import BALLOT, SUPPORT
from middenstip.domain.deliberation.selectors.ballots import ballots_of
from middenstip.domain.deliberation.selectors.covenants import beside
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.rooms import path_to
from middenstip.web.shared.part import OnGoal, Part, RoomParts

SHOWN = 5


def on_goal(page: OnGoal) -> Iterator[Part]:
    """The newest ballots, and the way to open one for who sits there. Two queries."""
    lines = [
        {
            "url": path_to("ballot", one.public_id),
            "question": one.question,
            "round": _("ronde %(round)s") % {"round": one.round},
            "state": _(BALLOT.words[one.state]),
        }
        for one in ballots_of(page.goal, SHOWN)
    ]
    asked = reverse("deliberation:statements", args=[page.goal.public_id])
    can_open = page.sits and bool(GOAL.acts(page.goal.state))
    open_url = reverse("deliberation:open", args=[page.goal.public_id]) if can_open else ""
    stands = beside(page.goal)
    inquiry, covenant = stands.inquiry, stands.covenant
    write = reverse("deliberation:write_covenant", args=[page.goal.public_id])
    values = {
        "covenant": covenant,
        "covenant_url": path_to("covenant", covenant.public_id) if covenant else "",
        "covenant_write": write if can_open and not covenant else "",
        "lines": lines,
        "open_url": open_url,
        "inquiry": inquiry,
        "mandate_url": reverse("deliberation:mandate", args=[page.goal.public_id]),
        "talk_url": reverse("deliberation:talk", args=[page.goal.public_id]),
        "support": stands.support,
        "support_words": _(SUPPORT.words[stands.support_state]) if stands.support else "",
        "support_url": reverse("deliberation:support_at_table", args=[page.goal.public_id]),
        "scenarios": stands.scenarios,
        "scenarios_url": reverse("deliberation:scenarios", args=[page.goal.public_id]),
        "asked_url": asked,
        "ask_url": f"{asked}openen/" if can_open and not inquiry else "",
    }
    if lines or open_url or inquiry or covenant or stands.support or stands.scenarios:
        yield Part("parts/deliberation/goal.html", page.MAIN, 10, values)


PARTS = RoomParts(on_goal=on_goal)
