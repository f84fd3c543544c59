"""The page of a case as plain values for its template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.rules import is_initiator, may_stop
from middenstip.domain.intake import rules
from middenstip.domain.intake.lifecycle import CASE, DECIDED, NEW, NO_BOX, START_STATEMENT, STOPPED
from middenstip.domain.intake.models import Case, Note
from middenstip.domain.intake.selectors.turning import at_case
from middenstip.domain.intake.turns import CaseAt
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.reports.selectors.turns import turn_at_desk
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.desk.action_list import action_rows
from middenstip.web.pages.desk.making import Forms
from middenstip.web.pages.desk.stand import seen_by_initiator, stand
from middenstip.web.shared import dates
from middenstip.web.shared.forms import Form

Held = Mapping[str, Form]
POINTS = ("fixed", "negotiable", "open")


def present(case: Case, notes: list[Note] | None, actor: Actor, make: Forms, held: Held) -> dict[str, Any]:
    """The values of `desk/case.html`; `notes` is None for a reader who may not read them."""
    initiative = case.initiative
    at = at_case(case, case.connector_name)  # type: ignore[attr-defined]
    turn = turn_at_desk(at, initiative, clock.today())
    is_mine = is_initiator(actor.person_id, initiative)
    at_desk = any(role in (HANDLER, CONNECTOR) for role, _code in actor.grants)
    return {
        "title": initiative.title,
        "menu": "balie" if at_desk else "mijn",
        "at_desk": at_desk,
        "case": case,
        "initiative": initiative,
        "initiator": initiative.initiator.shown_name,
        "is_initiator": is_mine,
        "url": path_to("case", case.public_id),
        "initiative_url": path_to("initiative", initiative.public_id),
        "roles_url": reverse("roles:index", args=[initiative.municipality.code]),
        "crumbs": [
            {"url": reverse("desk:index"), "label": _("De balie")}
            if at_desk
            else {"url": reverse("mine:index"), "label": _("Mijn")}
        ],
        "is_gone": initiative.initiator.erased_at is not None,
        "is_over": not STAGES.acts(initiative.stage),
        "no_mail": not initiative.initiator.email and not initiative.initiator.erased_at,
        "opened": dates.long_date(case.opened_at),
        "turn": turn,
        "stand": stand(case, at, turn, actor, clock.today()),
        "seen": seen_by_initiator(case, at, turn, actor),
        "start": _start(case, at, actor, is_mine),
        "reins": {key: getattr(case, key).splitlines() for key in POINTS},
        "may_take": _is_nobodys(case, at) and bool(rules.may_take(actor, case)),
        "may_search": at.is_lost and bool(rules.may_take_search(actor, case)),
        "may_stop": bool(may_stop(actor, initiative)) and STAGES.allows(initiative.stage, "stop"),
        "actions": action_rows(case, actor, make, held),
        "notes": [_note(note) for note in notes or ()],
        "has_notes": notes is not None,
        "answer": _answer(case, at),
        **_forms(case, at, actor, make, held),
    }


def _is_nobodys(case: Case, at: CaseAt) -> bool:
    """Whether the case has no handler, or its handler left the seat or lost the role."""
    is_left = at.handler is None and CASE.allows(case.state, "hand_over")
    return case.state == NEW or is_left


def _start(case: Case, at: CaseAt, actor: Actor, is_mine: bool) -> dict[str, Any]:
    """The start statement, who confirmed it when, and whether the reader can now."""
    own = case.initiator_confirmed_at if is_mine else case.handler_confirmed_at
    can = CASE.allows(case.state, "confirm") and bool(rules.may_confirm(actor, case)) and not own
    sides = [(case.initiative.initiator.shown_name, _("initiatiefnemer"), case.initiator_confirmed_at)]
    if case.handler:
        name = case.handler_name or case.handler.label  # type: ignore[attr-defined]
        sides.append((name, _("behandelaar"), case.handler_confirmed_at))
    if case.state == STOPPED or at.is_unled:  # nobody can confirm it any more
        sides = [side for side in sides if side[2]]
    return {
        "lines": [_(sentence) for sentence in START_STATEMENT],
        "sides": [
            {"name": name, "role": role, "at": dates.moment(when) if when else ""}
            for name, role, when in sides
        ],
        "can_confirm": can,
        "on_paper": CASE.allows(case.state, "confirm")
        and not case.initiator_confirmed_at
        and bool(rules.may_confirm_on_paper(actor, case)),
        "is_new": case.state == NEW,
    }


def _note(note: Note) -> dict[str, str]:
    name = note.seat_name  # type: ignore[attr-defined]
    who = f"{name}, {note.seat.label}" if name else note.seat.label
    return {"text": note.text, "who": who, "at": dates.moment(note.at)}


def _answer(case: Case, at: CaseAt) -> dict[str, str] | None:
    if not case.answer or not case.decided_at:
        return None
    seat, is_search = case.initiative.connector, case.outcome == NO_BOX
    return {
        "text": case.answer,
        "outcome": _(case.get_outcome_display()),
        "at": dates.long_date(case.decided_at),
        "who": case.handler_name or (case.handler.label if case.handler else ""),  # type: ignore[attr-defined]
        "connector": (at.connector.name if at.connector else seat.label) if is_search and seat else "",
    }


def _forms(case: Case, at: CaseAt, actor: Actor, make: Forms, held: Held) -> dict[str, Any]:
    """The forms the reader may use, and the form with an error in any state."""
    handles, plans = bool(rules.may_handle(actor, case)), bool(rules.may_plan(actor, case))
    may = {
        "note": handles and CASE.allows(case.state, "note"),
        "plan": plans and CASE.allows(case.state, "plan"),
        "decide": handles and CASE.allows(case.state, "decide"),
        "hand_over": handles and CASE.allows(case.state, "hand_over"),
    }
    empty = {"note": make.note, "plan": make.plan, "decide": make.decide, "hand_over": make.hand_over}
    shown = {f"{name}_form": held.get(name) or (empty[name]() if may[name] else None) for name in may}
    too_early = handles and case.state not in (DECIDED, STOPPED) and not may["decide"] and not at.is_unled
    return {**shown, "too_early": too_early}
