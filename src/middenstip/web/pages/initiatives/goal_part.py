"""The goal on an initiative's page: its words, and what each half says about it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.goals.lifecycle import GOAL, NO, STOPPED, UNLESS
from middenstip.domain.reports.selectors.standing import Row
from middenstip.kernel.half import Half
from middenstip.web.shared import dates

MOST_NAMES = 2
ALL = 7  # the bits of the three halves


def goal_part(table: list[Row]) -> dict[str, Any] | None:
    """The goal for the template; None without a table. `table` as `Standing.table`."""
    if not table:
        return None
    goal = table[0]
    url = f"/opgave/{goal['public_id']}/"
    chairs = [row for row in table if row["half"]]
    return {
        "url": url,
        "title": goal["title"],
        "text": goal["text"] or "",
        "number": goal["version"],
        "proposed": dates.long_date(goal["proposed_at"]) if goal["proposed_at"] else "",
        "no_text": _no_text(goal),
        "is_shared": goal["yes"] == ALL and goal["state"] != STOPPED,
        "verdict": _verdict(goal),
        "bits": goal["yes"] if goal["version"] else goal["present"],
        "cards": [_card(half, [row for row in chairs if row["half"] == half], goal, url) for half in Half],
    }


def _is_over(goal: Row) -> bool:
    return goal["state"] in GOAL.ends


def _no_text(goal: Row) -> str:
    """Instead of a goal, how far the talk is."""
    if _is_over(goal):
        return _("Er is geen doel opgeschreven")
    return _("Er is nog geen doel opgeschreven: %(state)s") % {"state": _(GOAL.words[goal["state"]])}


def _verdict(goal: Row) -> str:
    """Whether it counts: one sentence."""
    if goal["state"] == STOPPED:
        if goal["yes"] == ALL:
            return _("Alle drie de helften zeiden ja. Daarna stopte het.")
        return _("De tafel stopte voordat alle drie de helften ja zeiden.")
    if goal["yes"] == ALL:
        return _("Alle drie de helften zeiden ja. Dit doel geldt.")
    return _("Het doel geldt pas als alle drie de helften ja zeggen.")


def _card(half: Half, chairs: list[Row], goal: Row, url: str) -> dict[str, Any]:
    card: dict[str, Any] = {"half": half.value, "text": _names(chairs)}
    if not chairs and goal["yes"] == ALL:
        return card | {"state": "ja", "text": _("Wie hier ja zei, zit niet meer aan tafel.")}
    if not chairs and _is_over(goal):
        return card | {"state": "missing", "state_text": _("Niemand aan tafel.")}
    if not chairs:
        asks = {
            Half.RESIDENTS: _("Ken je iemand die hier woont?"),
            Half.GOVERNMENT: _("Ken je iemand bij de overheid?"),
            Half.BUSINESS: _("Ken je iemand met een bedrijf?"),
        }
        invite = {"url": url + "#wie", "action": _("Ga naar de tafel")}
        return card | {"state": "missing", "text": asks[half]} | invite
    against = next((row for row in chairs if row["answer"] in (UNLESS, NO)), None)
    if against:
        said = f"{card['text']}: {against['condition']}" if against["condition"] else card["text"]
        return card | {"state": against["answer"], "text": said}
    if goal["version"] and all(row["answer"] for row in chairs):
        last = max(row["answered_at"] for row in chairs)
        return card | {"state": "ja", "state_text": _("Ja, %(day)s") % {"day": dates.short_date(last)}}
    if _is_over(goal):
        waits = _("Geen antwoord") if goal["version"] else _("Zat aan tafel")
    else:
        waits = _("Nog geen antwoord") if goal["version"] else _("Zit aan tafel")
    return card | {"state": "open", "state_text": waits}


def _names(chairs: list[Row]) -> str:
    """The first names, and how many more: a half can have many seats."""
    names = [row["organisation"] or row["name"] or row["title_of"] for row in chairs]
    shown = list(dict.fromkeys(names))
    more = len(shown) - MOST_NAMES
    if more > 0:
        rest = ngettext("%(count)s ander", "%(count)s anderen", more) % {"count": more}
        return _("%(names)s en %(rest)s") % {"names": ", ".join(shown[:MOST_NAMES]), "rest": rest}
    return _(" en ").join(shown)
