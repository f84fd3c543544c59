"""How the support stands, as plain values for the templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.deliberation.lifecycle import ANYWHERE
from middenstip.domain.deliberation.method.support import PlaceStanding, Standing
from middenstip.domain.deliberation.models import Pile, Support
from middenstip.web.pages.deliberation.drawings import bar_svg


def half_lines(found: Standing) -> list[dict[str, Any]]:
    """Each half with its counts and a bar of everybody in it."""
    return [
        {
            "half": one.half,
            "members": one.members,
            "count": one.count,
            "unknown": one.unknown,
            "ways": [
                {"name": name, "count": count}
                for name, count in ((_("Online"), one.online), (_("Op papier"), one.paper))
                if count.people
            ],
            "is_more": one.count.people > one.members,
            "bar": bar_svg(
                [
                    ("ja", one.count.backs),
                    ("tenzij", one.count.condition),
                    ("nee", one.count.against),
                    ("open", one.unknown),
                ]
            ),
        }
        for one in found.halves
    ]


def place_rows(found: Standing) -> list[dict[str, Any]]:
    return [_row(one) for one in found.places]


def elsewhere_row(found: Standing) -> dict[str, Any] | None:
    """Who answered from elsewhere; None when nobody did."""
    one = found.elsewhere
    return None if one.count and not one.count.people else _row(one)


def _row(one: PlaceStanding) -> dict[str, Any]:
    """A place that has a name of its own, or a word of ours (`is_word`)."""
    is_word = one.code in ANYWHERE
    name = _(ANYWHERE[one.code]) if is_word else one.name
    return {"name": name, "is_word": is_word, "inhabitants": one.inhabitants, "count": one.count}


def pile_rows(support: Support, piles: Iterable[Pile]) -> list[dict[str, Any]]:
    """The piles without their numbers: who types one in as second, counts for themselves."""
    names = {one["code"]: one["name"] for one in support.places}
    return [
        {
            "number": one.number,
            "half": one.half,
            "place": names.get(one.place) or _(ANYWHERE[one.place]),
            "counts": bool(one.second_by_id),
        }
        for one in piles
    ]
