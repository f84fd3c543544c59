"""The actions of a case: owner, carrier, and what the reader can do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.intake import rules
from middenstip.domain.intake.lifecycle import ACTION, CASE, is_late
from middenstip.domain.intake.models import Action, Case
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.desk.inbox import first_name
from middenstip.web.pages.desk.making import Forms
from middenstip.web.shared import dates
from middenstip.web.shared.forms import Form

KINDS = {"open": "bezig", "done": "gedaan", "dropped": ""}


def action_rows(case: Case, actor: Actor, make: Forms, held: Mapping[str, Form]) -> list[dict[str, Any]]:
    """Open actions first, then by date."""
    found = sorted(case.actions.all(), key=lambda a: (a.state != "open", a.due_on is None, a.due_on, a.pk))
    today = clock.today()
    return [_row(action, actor, make, held, today) for action in found]


def _row(action: Action, actor: Actor, make: Forms, held: Mapping[str, Form], today: date) -> dict[str, Any]:
    is_open = action.state == "open"
    late = is_late(action.state, action.due_on, today)
    return {
        "id": action.public_id,
        "text": action.text,
        "owner": action.owner_name or action.owner.title,  # type: ignore[attr-defined]
        "owner_seat": action.owner.label,
        "due": dates.short_date(action.due_on) if action.due_on else "",
        "label": _("Te laat") if late else _(ACTION.words[action.state]).capitalize(),
        "kind": "telaat" if late else KINDS[action.state],
        "monkey": _monkey(action, today) if is_open else "",
        "asked": _asked(action, today) if is_open else "",
        **_can(action, actor, make, held, today),
    }


def _can(action: Action, actor: Actor, make: Forms, held: Mapping[str, Form], today: date) -> dict[str, Any]:
    """The buttons and forms for the reader; a form with an error is always shown again."""
    runs = CASE.allows(action.case.state, "plan")
    is_open = runs and action.state == "open"
    closes, owns = bool(rules.may_close_action(actor, action)), rules.is_owner(actor, action)
    is_asked = rules.is_asked(actor, action, today)
    is_free = is_open and action.carrier_id is None
    carries = is_free and not owns and (is_asked or bool(rules.may_plan(actor, action.case)))
    asks = is_free and owns
    carry, ask = held.get(f"carry_{action.public_id}"), held.get(f"ask_{action.public_id}")
    return {
        "can_do": is_open and closes,
        "can_reopen": runs and action.state == "done" and closes,
        "can_give_back": is_open
        and action.carrier_id is not None
        and bool(rules.may_give_back(actor, action)),
        "is_asked": is_asked,
        "carry": carry or (make.carry(action) if carries else None),
        "ask": ask or (make.ask(action) if asks else None),
        "carry_anchor": f"fouten-neem-{action.public_id}",
        "ask_anchor": f"fouten-vraag-{action.public_id}",
        "carry_open": carry is not None or is_asked,
        "ask_open": ask is not None,
    }


def _monkey(action: Action, today: date) -> str:
    """The carrier of the action (aap), and until when."""
    if action.carrier is None or action.carried_until is None:
        return ""
    owner, carrier = _names(action, "owner"), _names(action, "carrier")
    told = {"owner": owner, "carrier": carrier, "day": dates.day_date(action.carried_until)}
    if clock.is_past(action.carried_until, today):
        return _("De aap is van %(owner)s. %(carrier)s droeg hem tot en met %(day)s. Hij mag terug.") % told
    return _("De aap blijft van %(owner)s. %(carrier)s draagt hem tot en met %(day)s.") % told


def _asked(action: Action, today: date) -> str:
    if not action.asked_until or not rules.has_question(action, today):
        return ""
    told = {"who": _names(action, "asked"), "day": dates.day_date(action.asked_until)}
    return _("%(who)s is gevraagd om dit te doen, tot en met %(day)s.") % told


def _names(action: Action, which: str) -> str:
    return first_name(getattr(action, f"{which}_name")) or getattr(action, which).label
