"""The state of a case: the card with the ball, and the same in words for the initiator."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import LEARNING, STAGES
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake.lifecycle import CASE, DECIDED, IN_HAND, NEW, REFER, STARTED, STOPPED
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.turns import CONFIRM_MINE, CaseAt, waits_for_desk
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.turn import Turn
from middenstip.web.pages.desk.inbox import STILL, ago, days_since, first_name, label, role_of
from middenstip.web.shared import dates
from middenstip.web.shared.turns import is_for


def stand(case: Case, at: CaseAt, turn: Turn | None, actor: Actor, today: date) -> dict[str, Any]:
    """Who has the turn, since when, the next step, and the one thing the reader can do."""
    days = days_since(case.moved_at, today)
    who, role = _holder(at, turn)
    is_mine = is_for(turn, actor)
    return {
        "who": who,
        "role": role,
        "is_mine": is_mine,
        "step": turn.ask if turn else _over(at),
        "moved": ago(days).capitalize(),
        "moved_on": dates.day_date(case.moved_at),
        "still": _("%(days)s dagen stil") % {"days": days} if days >= STILL and turn else "",
        "due": dates.long_date(case.due_on) if case.due_on and waits_for_desk(case) else "",
        "is_late": is_past(case.due_on, today),
        "state": _(CASE.words[case.state]),
        "do": {"url": turn.path, "label": label(at, turn)} if turn and is_mine else None,
    }


def _holder(at: CaseAt, turn: Turn | None) -> tuple[str, str]:
    """The one who has the turn, and in which role."""
    if turn is None:
        return "", ""
    if at.is_left and not turn.seats:
        return _("Niemand"), _("de behandelaar is weg")
    if at.is_lost:
        return _("Niemand"), _("de verbinder is weg")
    if at.state == NEW:
        return turn.who.name, _("nog van niemand")
    return turn.who.name, role_of(turn) or turn.who.role


def _over(at: CaseAt) -> str:
    """The text when the desk is done."""
    if at.state == STOPPED:
        return _("Dit initiatief is gestopt.")
    if at.stage == LEARNING:
        return _("Dit project is afgerond.")
    return _("De balie is klaar. Bij het initiatief staat wie nu aan zet is.")


def seen_by_initiator(case: Case, at: CaseAt, turn: Turn | None, actor: Actor) -> dict[str, Any]:
    """The state in words for the initiator, and the steps of a case."""
    is_gone = case.initiative.initiator.erased_at is not None  # then no reader is *je*
    is_own = is_gone or is_initiator(actor.person_id, case.initiative)
    name = first_name(case.initiative.initiator.shown_name)
    return {
        "title": _("Zo staat het") if is_own else _("Dit ziet %(name)s") % {"name": name},
        "text": _without(case) if is_gone else _words(case, at, turn),
        "lines": _lines(case),
    }


def _without(case: Case) -> str:
    """The text for the desk when the initiator was erased."""
    if STAGES.allows(case.initiative.stage, "stop"):
        return _("De initiatiefnemer is weg. Alleen de balie kan dit initiatief nog stoppen.")
    return _("De initiatiefnemer is weg, en dit initiatief is afgesloten.")


def _words(case: Case, at: CaseAt, turn: Turn | None) -> str:
    handler = case.handler_name or (case.handler.label if case.handler else "")  # type: ignore[attr-defined]
    who = {"who": handler}
    if case.state == STOPPED:
        return _("Je bent gestopt. Wat je leerde blijft bewaard.")
    if case.initiative.stage == LEARNING:
        return _("Je project is afgerond. Wat je leerde blijft bewaard.")
    if case.state == NEW:
        return _("Je idee is binnen. Je hoort het zodra iemand van de balie het aanneemt.")
    if at.is_left:
        return _("Je vaste persoon bij de balie is weg. Je hoort het zodra een collega je idee overneemt.")
    if at.is_lost:
        return _("Je idee past in geen hokje. Dat is geen nee: een andere verbinder zoekt verder met je.")
    if at.is_searched:
        said = _("Je idee past in geen hokje. Dat is geen nee: %(who)s zoekt met je de weg.")
        return said % {"who": at.connector.name if at.connector else ""}
    if case.outcome == REFER:
        return _("De balie gaf antwoord: een ander helpt je beter. %(who)s blijft je aanspreekpunt.") % who
    if case.state == DECIDED:
        return _("De balie gaf antwoord en helpt je. %(who)s blijft je aanspreekpunt.") % who
    if turn and turn.act == CONFIRM_MINE.kind:
        return _("%(who)s bevestigde de start. Lees de startverklaring en bevestig jij ook.") % who
    if case.state == STARTED:
        return _("Jullie zijn begonnen. %(who)s geeft je antwoord.") % who
    return _("%(who)s is je vaste persoon bij de balie en bespreekt je idee met jou.") % who


def _lines(case: Case) -> list[dict[str, str]]:
    words = [_("Binnen"), _("Gesprek"), _("Antwoord"), _("Verder")]
    at = {NEW: 0, IN_HAND: 1, STARTED: 2, DECIDED: 3}.get(case.state)
    if at is None:
        return []
    return [
        {"title": word, "state": "gedaan" if place < at else "nu" if place == at else ""}
        for place, word in enumerate(words)
    ]
