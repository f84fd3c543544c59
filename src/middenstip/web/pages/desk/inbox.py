"""The inbox as plain values for its template."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.intake.lifecycle import DECIDED, IN_HAND, NEW, NO_BOX, STOPPED
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.rules import may_take, may_take_from, may_take_search
from middenstip.domain.intake.selectors.inbox import (
    AWAY,
    NOBODY,
    OVER,
    WITH_BROKER,
    WITH_HANDLER,
    WITH_INITIATOR,
)
from middenstip.domain.intake.selectors.page import is_unled
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.web.shared import dates

STILL = 14  # days without anything happening
DEFAULT = "van-mij"


def handles(actor: Actor) -> bool:
    """Whether the reader handles cases somewhere, and so types in what comes on paper."""
    return any(role == HANDLER for role, _code in actor.grants)


def tabs(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """The bins with their counts."""
    words = {
        "van-mij": _("Van mij"),
        "nieuw": _("Van niemand"),
        "wacht": _("Wacht op de ander"),
        "geen-hokje": _("Past in geen hokje"),
        "alles": _("Alles"),
    }
    return [
        {"url": address(key), "label": word, "count": counts[key], "current": key == chosen}
        for key, word in words.items()
    ]


def address(name: str, after: str = "") -> str:
    """The address of a bin, after a row."""
    parts = [f"bak={name}"] * (name != DEFAULT) + [f"na={after}"] * bool(after)
    return "/balie/" + ("?" + "&".join(parts) if parts else "")


def case_rows(rows: list[dict[str, Any]], actor: Actor, today: date) -> list[dict[str, Any]]:
    """Rows of `inbox.cases_in` for the component `case_row`."""
    return [_row(row, actor, today) for row in rows]


def _row(row: dict[str, Any], actor: Actor, today: date) -> dict[str, Any]:
    days = days_since(row["moved_at"], today)
    is_still, moved = row["ball"] not in (AWAY, OVER) and days >= STILL, _day(row["moved_at"], days)
    who, note, is_mine = _ball(row, actor)
    name = row["initiative__initiator__name"] or _("Iemand die wegging")
    url = f"/balie/zaak/{row['public_id']}/"
    return {
        "url": url,
        "title": row["initiative__title"],
        "who_text": f"{name}, {row['initiative__area__name']}",
        "ball_text": who,
        "ball_note": note,
        "is_mine": is_mine,
        "step_text": _step(row),
        "take_url": _take_url(row, url, actor) if row["ball"] == NOBODY else "",
        "still_text": _("%(days)s dagen stil") % {"days": days} if is_still else "",
        "moved_text": ago(days).capitalize(),
        "moved_note": _("sinds %(day)s") % {"day": moved} if is_still else moved,
    }


def _take_url(row: dict[str, Any], url: str, actor: Actor) -> str:
    """Where the reader takes it: as handler, or as verbinder what was decided; "" when that is not theirs."""
    codes = [row[f"initiative__{area}__code"] for area in ("area", "district", "municipality")]
    role, act = (CONNECTOR, "zoek/") if row["state"] == DECIDED else (HANDLER, "neem/")
    may = may_take_from(actor, row["initiative__initiator_id"], [code for code in codes if code], role)
    return url + act if may else ""


def _ball(row: dict[str, Any], actor: Actor) -> tuple[str, str, bool]:
    """With whom it lies, in which role, and whether that is the reader."""
    if row["ball"] in (NOBODY, OVER):
        return _("niemand"), "", False
    if row["ball"] == WITH_INITIATOR:
        return row["initiative__initiator__name"], _("initiatiefnemer"), False
    if row["ball"] == WITH_HANDLER:
        if row["handler_id"] == actor.seat:
            return _("jou"), "", True
        return row["handler_name"], _("behandelaar"), False
    if row["ball"] == WITH_BROKER:
        if row["broker_id"] == actor.seat:
            return _("jou"), "", True
        return row["broker_name"], _("verbinder"), False
    return _("het initiatief"), "", False


def _step(row: dict[str, Any]) -> str:
    if row["state"] == STOPPED:
        return _("Gestopt")
    if row["ball"] == OVER:
        return _("Afgerond")
    if row["initiative__initiator__erased_at"] and row["state"] in (NEW, IN_HAND):
        return _("De initiatiefnemer is weg: sluit het af")
    if row["ball"] == NOBODY:
        return _("Wie zoekt de weg?") if row["state"] == DECIDED else _("Wie neemt deze zaak?")
    if row["ball"] == WITH_INITIATOR:
        return _("Bevestigt de startverklaring")
    if row["ball"] == WITH_BROKER:
        return _("Zoekt de weg: dit past in geen hokje")
    if row["ball"] == WITH_HANDLER:
        first = _("Voer het eerste gesprek") if row["state"] == IN_HAND else _("Geef antwoord")
        return row["next_step"] or first
    return _("Heeft antwoord en gaat verder")


def first_case(case: Case | None, today: date) -> dict[str, str] | None:
    """Begin hier."""
    if case is None:
        return None
    name, is_gone = case.initiative.initiator.shown_name, case.initiative.initiator.erased_at is not None
    days = days_since(case.moved_at, today)
    ask = case.next_step
    if is_unled(case):
        action, ask = _("Ga naar de zaak"), _("Sluit dit initiatief af.")
    elif case.outcome == NO_BOX:
        action, ask = _("Zoek de weg"), _("Dit past in geen hokje. Jij zoekt de weg.")
    elif case.state == IN_HAND:
        action, ask = _("Ga naar de zaak"), ask or _("Voer het eerste gesprek.")
    else:
        action, ask = answer_words(name, is_gone), ask or _("Geef antwoord.")
    waits = ngettext("%(name)s wacht %(days)s dag op jou.", "%(name)s wacht %(days)s dagen op jou.", days)
    text = waits % {"name": name, "days": days} if days else _("Vandaag is hier iets gebeurd.")
    return {
        "url": f"/balie/zaak/{case.public_id}/",
        "title": case.initiative.title,
        "text": _("De initiatiefnemer is weg.") if is_gone else text,
        "ask": ask,
        "action": action,
        "when": ago(days),
    }


def answer_words(name: str, is_gone: bool) -> str:
    """The button that leads to the answer; whoever is gone gets none, but everybody reads it."""
    return _("Geef antwoord") if is_gone else _("Geef %(name)s antwoord") % {"name": first_name(name)}


def new_cases(cases: list[Case], actor: Actor, today: date) -> list[dict[str, Any]]:
    """Nog van niemand: who told it, where and when, who left it, and where the reader takes it."""
    return [_new(case, actor, today) for case in cases]


def _new(case: Case, actor: Actor, today: date) -> dict[str, Any]:
    url = f"/balie/zaak/{case.public_id}/"
    is_search = case.state == DECIDED
    may = may_take_search(actor, case) if is_search else may_take(actor, case)
    gone = _("de verbinder is weg") if is_search else _("de behandelaar is weg")
    return {
        "url": url,
        "title": case.initiative.title,
        "who": f"{case.initiative.initiator.shown_name}, {case.initiative.area.name}",
        "when": ago(days_since(case.opened_at, today)),
        "on_paper": not case.initiative.initiator.email and not case.initiative.initiator.erased_at,
        "left": "" if case.state == NEW else gone,
        "take_url": f"{url}{'zoek' if is_search else 'neem'}/" if may else "",
    }


def _day(at: datetime, days: int) -> str:
    """The day, with its year when that is not plain."""
    return dates.long_date(at) if days > 300 else dates.short_date(at)


def first_name(name: str) -> str:
    return name.split(" ")[0] if name else ""


def days_since(at: datetime, today: date) -> int:
    return max(0, (today - timezone.localdate(at)).days)


def ago(days: int) -> str:
    """*vandaag*, *gisteren*, *18 dagen geleden*."""
    if days < 2:
        return _("gisteren") if days else _("vandaag")
    return _("%(days)s dagen geleden") % {"days": days}
