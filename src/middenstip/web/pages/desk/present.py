"""The page of a case as plain values for its template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.rules import may_stop
from middenstip.domain.intake import rules
from middenstip.domain.intake.lifecycle import CASE, DECIDED, NEW, START_STATEMENT, STOPPED
from middenstip.domain.intake.models import Case, Note
from middenstip.domain.intake.selectors.page import is_lost, is_unled
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.desk.action_list import action_rows
from middenstip.web.pages.desk.stand import seen_by_initiator, stand
from middenstip.web.shared import dates
from middenstip.web.shared.forms import Form

if TYPE_CHECKING:
    from middenstip.web.pages.desk.page import Forms

Held = Mapping[str, Form]
POINTS = ("fixed", "negotiable", "open")


def present(case: Case, notes: list[Note] | None, actor: Actor, make: Forms, held: Held) -> dict[str, Any]:
    """Everything `desk/case.html` shows; `notes` is None for whoever may not read them."""
    initiative = case.initiative
    is_initiator = rules.is_initiator(actor, case)
    at_desk = any(role in (HANDLER, CONNECTOR) for role, _code in actor.grants)
    return {
        "title": initiative.title,
        "menu": "balie" if at_desk else "mijn",
        "at_desk": at_desk,
        "case": case,
        "initiative": initiative,
        "initiator": initiative.initiator.shown_name,
        "is_initiator": is_initiator,
        "url": f"/balie/zaak/{case.public_id}/",
        "initiative_url": f"/initiatief/{initiative.public_id}/",
        "roles_url": f"/gebied/{initiative.municipality.code}/rollen/",
        "crumbs": [
            {"url": "/balie/", "label": _("De balie")} if at_desk else {"url": "/mijn/", "label": _("Mijn")}
        ],
        "is_gone": initiative.initiator.erased_at is not None,
        "is_over": not STAGES.acts(initiative.stage),
        "no_mail": not initiative.initiator.email and not initiative.initiator.erased_at,
        "opened": dates.long_date(case.opened_at),
        "stand": stand(case, actor, clock.today()),
        "seen": seen_by_initiator(case, actor),
        "start": _start(case, actor, is_initiator),
        "reins": {key: getattr(case, key).splitlines() for key in POINTS},
        "may_take": _is_nobodys(case) and bool(rules.may_take(actor, case)),
        "may_search": is_lost(case) and bool(rules.may_take_search(actor, case)),
        "may_stop": bool(may_stop(actor, initiative)) and STAGES.allows(initiative.stage, "stop"),
        "actions": action_rows(case, actor, make, held),
        "notes": [_note(note) for note in notes or ()],
        "has_notes": notes is not None,
        "answer": _answer(case),
        **_forms(case, actor, make, held),
    }


def _is_nobodys(case: Case) -> bool:
    """Whether nobody took the case yet, or its handler got up or lost the role."""
    is_left = not case.handler_name and CASE.allows(case.state, "hand_over")  # type: ignore[attr-defined]
    return case.state == NEW or is_left


def _start(case: Case, actor: Actor, is_initiator: bool) -> dict[str, Any]:
    """The start statement, who confirmed it when, and whether the reader can now."""
    own = case.initiator_confirmed_at if is_initiator else case.handler_confirmed_at
    can = CASE.allows(case.state, "confirm") and bool(rules.may_confirm(actor, case)) and not own
    sides = [(case.initiative.initiator.shown_name, _("initiatiefnemer"), case.initiator_confirmed_at)]
    if case.handler:
        name = case.handler_name or case.handler.label  # type: ignore[attr-defined]
        sides.append((name, _("behandelaar"), case.handler_confirmed_at))
    if case.state == STOPPED or is_unled(case):  # nobody will confirm it any more
        sides = [side for side in sides if side[2]]
    return {
        "lines": [_(sentence) for sentence in START_STATEMENT],
        "sides": [
            {"name": name, "role": role, "at": dates.moment(at) if at else ""} for name, role, at in sides
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


def _answer(case: Case) -> dict[str, str] | None:
    if not case.answer or not case.decided_at:
        return None
    return {
        "text": case.answer,
        "outcome": _(case.get_outcome_display()),
        "at": dates.long_date(case.decided_at),
        "who": case.handler_name or (case.handler.label if case.handler else ""),  # type: ignore[attr-defined]
        "broker": (case.broker_name or case.broker.label) if case.broker else "",  # type: ignore[attr-defined]
    }


def _forms(case: Case, actor: Actor, make: Forms, held: Held) -> dict[str, Any]:
    """The forms the reader may use, and the one that was refused whatever its state is now."""
    handles, plans = bool(rules.may_handle(actor, case)), bool(rules.may_plan(actor, case))
    may = {
        "note": handles and CASE.allows(case.state, "note"),
        "plan": plans and CASE.allows(case.state, "plan"),
        "decide": handles and CASE.allows(case.state, "decide"),
        "hand_over": handles and CASE.allows(case.state, "hand_over"),
    }
    empty = {"note": make.note, "plan": make.plan, "decide": make.decide, "hand_over": make.hand_over}
    shown = {f"{name}_form": held.get(name) or (empty[name]() if may[name] else None) for name in may}
    too_early = handles and case.state not in (DECIDED, STOPPED) and not may["decide"] and not is_unled(case)
    return {**shown, "too_early": too_early}
