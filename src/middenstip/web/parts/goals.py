"""Goals on other pages: the goal of an initiative, the answer of each half, and all its versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.goals import rules
from middenstip.domain.goals.lifecycle import ACTIVE, GOAL, NO, STOPPED, UNLESS
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors.board import portfolios_at, visits_at
from middenstip.domain.goals.selectors.newest import NewestTable, Seated, newest_table
from middenstip.domain.goals.selectors.whole import ToldGoal, goals_told
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.kernel.half import ALL_HALVES, Half, bits_of
from middenstip.web.shared import dates
from middenstip.web.shared.board import as_portfolio, as_visit
from middenstip.web.shared.part import OnGoal, OnInitiative, OnReport, Part, RoomParts

MOST_NAMES = 2
LAST_VISITS = 3


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The goal of its newest table, and a link to open a table for readers who may."""
    table = newest_table(page.initiative, page.today)
    if table:
        yield Part("parts/goals/initiative.html", page.MAIN, 10, {"goal": _goal(table)})
    stage, actor = page.initiative.stage, page.actor
    if actor and STAGES.allows(stage, "open_goal") and rules.may_open(actor, page.initiative):
        url = reverse("initiatives:table", args=[page.initiative.public_id])
        yield Part("components/act.html", page.ACTS, 10, {"url": url, "label": _("Open een tafel")})


def on_goal(page: OnGoal) -> Iterator[Part]:
    """Who is portefeuillehouder, what they said in public, and their last visits. Two queries."""
    goal = page.goal
    portfolios = [one for one in portfolios_at(goal) if one.state in ACTIVE or one.answer]
    visits = visits_at(goal, LAST_VISITS)
    if portfolios or (page.sits and goal.state not in GOAL.ends):
        values = {
            "portfolios": [as_portfolio(one, page.today) for one in portfolios],
            "visits": [as_visit(one) for one in visits],
            "url": reverse("goals:board", args=[goal.public_id]),
        }
        yield Part("parts/goals/board.html", page.MAIN, 3, values)


def on_report(page: OnReport) -> Iterator[Part]:
    """Every goal with its versions and the answers to them."""
    goals = goals_told(page.initiative)
    if goals:
        said = (one.half for goal in goals for version in goal.versions for one in version.answers)
        values = {"goals": [_told(goal) for goal in goals]}
        yield Part("parts/goals/report.html", page.SECTIONS, 20, values, halves=bits_of(said))


PARTS = RoomParts(on_initiative=on_initiative, on_goal=on_goal, on_report=on_report)


def _told(goal: ToldGoal) -> dict[str, Any]:
    was_shared = goal.state == STOPPED and goal.halves_yes == ALL_HALVES
    state = _("gedeeld doel, daarna gestopt") if was_shared else _(GOAL.words[goal.state])
    told = {"title": goal.title, "question": goal.question, "versions": goal.versions, "state": state}
    return told | {"is_over": goal.state in GOAL.ends}


def _goal(table: NewestTable) -> dict[str, Any]:
    """The values of the goal for the template."""
    goal, version = table.goal, table.version
    url = reverse("goals:detail", args=[goal.public_id])
    return {
        "url": url,
        "title": goal.title,
        "text": version.text if version else "",
        "number": goal.number,
        "proposed": dates.long_date(version.at) if version else "",
        "no_text": _no_text(goal),
        "is_shared": goal.has_all_yes and goal.state != STOPPED,
        "verdict": _verdict(goal),
        "bits": goal.halves_yes if goal.number else goal.halves_present,
        "cards": [
            _card(half, [seat for seat in table.seats if seat.half == half], goal, url) for half in Half
        ],
    }


def _is_over(goal: Goal) -> bool:
    return goal.state in GOAL.ends


def _no_text(goal: Goal) -> str:
    """The progress of the talk, when there is no goal yet."""
    if _is_over(goal):
        return _("Er is geen doel opgeschreven")
    return _("Er is nog geen doel opgeschreven: %(state)s") % {"state": _(GOAL.words[goal.state])}


def _verdict(goal: Goal) -> str:
    """One sentence that says whether the goal is shared."""
    if goal.state == STOPPED:
        if goal.has_all_yes:
            return _("Alle drie de helften zeiden ja. Daarna stopte het.")
        return _("De tafel stopte voordat alle drie de helften ja zeiden.")
    if goal.has_all_yes:
        return _("Alle drie de helften zeiden ja. Dit doel geldt.")
    return _("Het doel geldt pas als alle drie de helften ja zeggen.")


def _card(half: Half, seats: Sequence[Seated], goal: Goal, url: str) -> dict[str, Any]:
    if not seats:
        return {"half": half.value} | _no_seats(half, goal, url)
    card: dict[str, Any] = {"half": half.value, "text": _names(seats)}
    against = next((seat for seat in seats if seat.answer in (UNLESS, NO)), None)
    if against:
        said = f"{card['text']}: {against.condition}" if against.condition else card["text"]
        return card | {"state": against.answer, "text": said}
    answered = [seat.answered_at for seat in seats if seat.answered_at]
    if goal.number and len(answered) == len(seats):
        day = dates.short_date(max(answered))
        return card | {"state": "ja", "state_text": _("Ja, %(day)s") % {"day": day}}
    if _is_over(goal):
        waits = _("Geen antwoord") if goal.number else _("Zat aan tafel")
    else:
        waits = _("Nog geen antwoord") if goal.number else _("Zit aan tafel")
    return card | {"state": "open", "state_text": waits}


def _no_seats(half: Half, goal: Goal, url: str) -> dict[str, Any]:
    """The text for a half without a seat at the table."""
    if goal.has_all_yes:
        return {"state": "ja", "text": _("Wie hier ja zei, zit niet meer aan tafel.")}
    if _is_over(goal):
        return {"state": "missing", "text": "", "state_text": _("Niemand aan tafel.")}
    asks = {
        Half.RESIDENTS: _("Ken je iemand die hier woont?"),
        Half.GOVERNMENT: _("Ken je iemand bij de overheid?"),
        Half.BUSINESS: _("Ken je iemand met een bedrijf?"),
    }
    return {"state": "missing", "text": asks[half], "url": url + "#wie", "action": _("Ga naar de tafel")}


def _names(seats: Sequence[Seated]) -> str:
    """The first names, and the number of others: a half can have many seats."""
    shown = list(dict.fromkeys(seat.name for seat in seats))
    more = len(shown) - MOST_NAMES
    if more > 0:
        rest = ngettext("%(count)s ander", "%(count)s anderen", more) % {"count": more}
        return _("%(names)s en %(rest)s") % {"names": ", ".join(shown[:MOST_NAMES]), "rest": rest}
    return _(" en ").join(shown)
