"""The inbox as plain values for its template."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.intake.lifecycle import DECIDED, NEW, STOPPED
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.rules import may_take, may_take_search
from middenstip.domain.intake.selectors.turning import at_case
from middenstip.domain.intake.turns import ANSWER, CONFIRM_MINE, SEARCH, CaseAt, waits_for_desk
from middenstip.domain.intake.turns import turn as turn_of_case
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.term import working_days
from middenstip.kernel.turn import Turn
from middenstip.web.shared import dates
from middenstip.web.shared.turns import is_for

STILL = 14  # days without any change
DEFAULT = "van-mij"


def handles(actor: Actor) -> bool:
    """Whether the reader handles cases anywhere, and so can type in ideas on paper."""
    return any(role == HANDLER for role, _code in actor.grants)


def tabs(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """The bins with their counts."""
    words = {
        "van-mij": _("Van mij"),
        "nieuw": _("Van niemand"),
        "wacht": _("Wacht op de ander"),
        "geen-hokje": _("Past in geen hokje"),
        "alles": _("Alles wat loopt"),
        "klaar": _("Klaar"),
    }
    return [
        {"url": address(key), "label": word, "count": counts[key], "current": key == chosen}
        for key, word in words.items()
    ]


def address(name: str, after: str = "", words: str = "") -> str:
    """The URL of a bin or a search, after a row."""
    asked = {"zoek": words} if words else {"bak": name} if name != DEFAULT else {}
    query = urlencode(asked | ({"na": after} if after else {}))
    return reverse("desk:index") + (f"?{query}" if query else "")


def case_rows(cases: list[Case], actor: Actor, today: date) -> list[dict[str, Any]]:
    """Cases of `inbox.cases_in` for the component `case_row`."""
    return [_row(case, actor, today) for case in cases]


def _row(case: Case, actor: Actor, today: date) -> dict[str, Any]:
    at = at_case(case, case.connector_name)  # type: ignore[attr-defined]
    turn = turn_of_case(at)
    days = days_since(case.moved_at, today)
    is_still, moved = turn is not None and days >= STILL, dates.short_date(case.moved_at, today)
    who, note, is_mine = _ball(at, turn, actor)
    url = path_to("case", case.public_id)
    return {
        "url": url,
        "number": case.initiative.number,
        "title": case.initiative.title,
        "who_text": f"{at.initiator.name}, {case.initiative.area.name}",
        "ball_text": who,
        "ball_note": note,
        "is_mine": is_mine,
        "step_text": turn.ask if turn else _over(at),
        "take_url": _take_url(case, at, url, actor),
        "late_text": _late(case, today),
        "still_text": _("%(days)s dagen stil") % {"days": days} if is_still else "",
        "moved_text": ago(days).capitalize(),
        "moved_note": _("sinds %(day)s") % {"day": moved} if is_still else moved,
    }


def _late(case: Case, today: date) -> str:
    """Why a row stands red: its term is over, or nobody took it within one working day; "" when it is not."""
    if waits_for_desk(case) and is_past(case.due_on, today):
        return _("te laat sinds %(day)s") % {"day": dates.short_date(case.due_on, today)}  # type: ignore[arg-type]
    if case.state == NEW and working_days(timezone.localdate(case.opened_at), today) > 1:
        return _("al langer dan een werkdag van niemand")
    return ""


def _take_url(case: Case, at: CaseAt, url: str, actor: Actor) -> str:
    """The URL to take the case as handler, or as verbinder after the answer; "" when not allowed."""
    if at.is_over or not (at.state == NEW or at.is_left or at.is_lost):
        return ""
    may = may_take_search(actor, case) if at.is_lost else may_take(actor, case)
    return f"{url}{'zoek' if at.is_lost else 'neem'}/" if may else ""


def _ball(at: CaseAt, turn: Turn | None, actor: Actor) -> tuple[str, str, bool]:
    """The one who has the turn, in which role, and whether that is the reader."""
    if at.is_over or (turn and not turn.seats and not turn.person):
        return _("niemand"), "", False
    if turn is None:
        return _("het initiatief"), "", False
    if is_for(turn, actor):
        return _("jou"), "", True
    return turn.who.name, role_of(turn) or (_("behandelaar") if turn.who.role else ""), False


def role_of(turn: Turn) -> str:
    """The role of the one who has the turn, when the words do not include it."""
    roles = {CONFIRM_MINE.kind: _("initiatiefnemer"), SEARCH.kind: _("verbinder")}
    return roles.get(turn.act, "")


def _over(at: CaseAt) -> str:
    """The text when the desk is done."""
    if at.state == STOPPED:
        return _("Gestopt")
    return _("Afgerond") if at.is_over else _("Heeft antwoord en gaat verder")


def first_case(case: Case | None, today: date) -> dict[str, str] | None:
    """Begin hier."""
    if case is None:
        return None
    at = at_case(case, case.connector_name)  # type: ignore[attr-defined]
    turn = turn_of_case(at)
    days = days_since(case.moved_at, today)
    waits = ngettext("%(name)s wacht %(days)s dag op jou.", "%(name)s wacht %(days)s dagen op jou.", days)
    text = waits % {"name": at.initiator.name, "days": days} if days else _("Vandaag is hier iets gebeurd.")
    return {
        "url": path_to("case", case.public_id),
        "title": case.initiative.title,
        "text": _("De initiatiefnemer is weg.") if at.is_gone else text,
        "ask": turn.ask if turn else "",
        "action": label(at, turn) if turn else _("Ga naar de zaak"),
        "when": ago(days),
    }


def label(at: CaseAt, turn: Turn) -> str:
    """The label of the button. When the initiator was erased there is nobody to answer, only readers."""
    if turn.act == ANSWER.kind and not at.is_gone:
        return _("Geef %(name)s antwoord") % {"name": first_name(at.initiator.name)}
    return turn.label


def new_cases(cases: list[Case], actor: Actor, today: date) -> list[dict[str, Any]]:
    """Nog van niemand: initiator, place and date, who left the case, and the URL to take it."""
    return [_new(case, actor, today) for case in cases]


def _new(case: Case, actor: Actor, today: date) -> dict[str, Any]:
    url = path_to("case", case.public_id)
    is_search = case.state == DECIDED
    may = may_take_search(actor, case) if is_search else may_take(actor, case)
    gone = _("de verbinder is weg") if is_search else _("de behandelaar is weg")
    return {
        "url": url,
        "title": case.initiative.title,
        "who": f"{case.initiative.initiator.shown_name}, {case.initiative.area.name}",
        "when": ago(days_since(case.opened_at, today)),
        "late_text": _late(case, today),
        "on_paper": not case.initiative.initiator.email and not case.initiative.initiator.erased_at,
        "left": "" if case.state == NEW else gone,
        "take_url": f"{url}{'zoek' if is_search else 'neem'}/" if may else "",
    }


def first_name(name: str) -> str:
    return name.split(" ")[0] if name else ""


def days_since(at: datetime, today: date) -> int:
    return max(0, (today - timezone.localdate(at)).days)


def ago(days: int) -> str:
    """*vandaag*, *gisteren*, *18 dagen geleden*."""
    if days < 2:
        return _("gisteren") if days else _("vandaag")
    return _("%(days)s dagen geleden") % {"days": days}
