"""The link to report a text, and for its writer the way to what was decided about it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.goals.face import TEXT
from middenstip.domain.initiatives.face import PLAN
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.kernel.face import Reportable
from middenstip.web.shared.part import OnGoal, OnInitiative, Part, RoomParts

LAST = 990
REPORT = "parts/moderation/report.html"


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """*Meld dit* below everything, or where the initiator reads why it is hidden."""
    one = page.initiative
    if one.is_hidden and page.actor and is_initiator(page.actor.person_id, one):
        yield Part("parts/moderation/hidden.html", page.MAIN, 5)
    elif one.submitted_at and not one.is_hidden:
        yield Part(REPORT, page.MAIN, LAST, _link(PLAN, one.public_id))


def on_goal(page: OnGoal) -> Iterator[Part]:
    """*Meld dit* below the table."""
    if not page.goal.is_hidden:
        yield Part(REPORT, page.MAIN, LAST, _link(TEXT, page.goal.public_id))


PARTS = RoomParts(on_initiative=on_initiative, on_goal=on_goal)


def _link(kind: Reportable, code: str) -> dict[str, str]:
    return {"url": reverse("moderation:report", args=[kind.key, code]), "what": _(kind.word)}
