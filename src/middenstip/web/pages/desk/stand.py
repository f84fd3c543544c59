"""How a case stands: the card with the ball, and the same in words for the initiator."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import LEARNING, STAGES
from middenstip.domain.intake import rules
from middenstip.domain.intake.lifecycle import CASE, DECIDED, IN_HAND, NEW, REFER, STARTED, STOPPED
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.page import is_left, is_lost, is_searched, is_unled
from middenstip.kernel.actor import Actor
from middenstip.web.pages.desk.inbox import STILL, ago, answer_words, days_since, first_name
from middenstip.web.shared import dates


def stand(case: Case, actor: Actor, today: date) -> dict[str, Any]:
    """With whom the ball lies, since when, what comes next, and the one thing the reader can do about it."""
    days = days_since(case.moved_at, today)
    who, role, is_mine = _holder(case, actor)
    return {
        "who": who,
        "role": role,
        "is_mine": is_mine,
        "step": _step(case),
        "moved": ago(days).capitalize(),
        "moved_on": dates.day_date(case.moved_at),
        "still": _("%(days)s dagen stil") % {"days": days} if days >= STILL and not is_over(case) else "",
        "state": _(CASE.words[case.state]),
        "do": _do(case, actor),
    }


def _holder(case: Case, actor: Actor) -> tuple[str, str, bool]:
    initiator = case.initiative.initiator.shown_name
    is_initiator = rules.is_initiator(actor, case)
    if case.state == NEW:
        return _("De balie"), _("nog van niemand"), False
    if is_over(case):
        return "", "", False
    if is_left(case):
        return _("Niemand"), _("de behandelaar is weg"), False
    if is_lost(case):
        return _("Niemand"), _("de verbinder is weg"), False
    if case.state == DECIDED:
        return case.broker_name, _("verbinder"), case.broker_id == actor.seat  # type: ignore[attr-defined]
    if waits_for_initiator(case):
        return initiator, _("initiatiefnemer"), is_initiator
    label = case.handler.label if case.handler else ""
    return case.handler_name, label, rules.is_handler(actor, case)  # type: ignore[attr-defined]


def is_over(case: Case) -> bool:
    """Whether the ball left the desk: answered or stopped, and no verbinder who looks for the way."""
    return case.state == STOPPED or (case.state == DECIDED and not is_searched(case))


def waits_for_initiator(case: Case) -> bool:
    """Whether only the initiator's yes to the start statement is missing."""
    is_half = bool(case.handler_confirmed_at) and not case.initiator_confirmed_at
    return case.state == IN_HAND and is_half and not is_unled(case)


def _step(case: Case) -> str:
    if case.state == NEW and not is_unled(case):
        return _("Iemand van de balie neemt dit idee aan.")
    if case.state == STOPPED:
        return _("Dit initiatief is gestopt.")
    if case.initiative.stage == LEARNING:
        return _("Dit project is afgerond.")
    if is_unled(case):
        return _("De initiatiefnemer is weg. Sluit dit initiatief af.")
    if is_left(case):
        return _("Een collega neemt deze zaak over.")
    if is_lost(case):
        return _("Een andere verbinder zoekt verder naar de weg.")
    if is_over(case):
        return _("De balie is klaar. Bij het initiatief staat wie nu aan zet is.")
    if case.state == DECIDED:
        return _("De weg zoeken: dit past in geen hokje.")
    if waits_for_initiator(case):
        return _("De startverklaring lezen en bevestigen.")
    return case.next_step or (
        _("Antwoord geven.") if case.state == STARTED else _("Het eerste gesprek voeren.")
    )


def _do(case: Case, actor: Actor) -> dict[str, str] | None:
    """The primary button of the card: a link to the right place on the page."""
    mine = rules.is_initiator(actor, case)
    handles = rules.is_handler(actor, case)
    own = case.initiator_confirmed_at if mine else case.handler_confirmed_at
    if case.state == IN_HAND and (mine or handles) and not own and not is_unled(case):
        return {"url": "#start", "label": _("Bevestig de start")}
    if case.state == STARTED and handles:
        initiator = case.initiative.initiator
        return {
            "url": "#uitslag",
            "label": answer_words(initiator.shown_name, initiator.erased_at is not None),
        }
    return None


def seen_by_initiator(case: Case, actor: Actor) -> dict[str, Any]:
    """The status in words, as the initiator reads it, and the few steps of a case."""
    is_gone = case.initiative.initiator.erased_at is not None  # then nobody reads it as *je*
    is_own = is_gone or rules.is_initiator(actor, case)
    name = first_name(case.initiative.initiator.shown_name)
    return {
        "title": _("Zo staat het") if is_own else _("Dit ziet %(name)s") % {"name": name},
        "text": _without(case) if is_gone else _words(case),
        "lines": _lines(case),
    }


def _without(case: Case) -> str:
    """For the desk, when the initiator is wiped."""
    if STAGES.allows(case.initiative.stage, "stop"):
        return _("De initiatiefnemer is weg. Alleen de balie kan dit initiatief nog stoppen.")
    return _("De initiatiefnemer is weg, en dit initiatief is afgesloten.")


def _words(case: Case) -> str:
    handler = case.handler_name or (case.handler.label if case.handler else "")  # type: ignore[attr-defined]
    who = {"who": handler}
    if case.state == STOPPED:
        return _("Je bent gestopt. Wat je leerde blijft bewaard.")
    if case.initiative.stage == LEARNING:
        return _("Je project is afgerond. Wat je leerde blijft bewaard.")
    if case.state == NEW:
        return _("Je idee is binnen. Je hoort het zodra iemand van de balie het aanneemt.")
    if is_left(case):
        return _("Je vaste persoon bij de balie is weg. Je hoort het zodra een collega je idee overneemt.")
    if is_lost(case):
        return _("Je idee past in geen hokje. Dat is geen nee: een andere verbinder zoekt verder met je.")
    if is_searched(case):
        broker = case.broker_name  # type: ignore[attr-defined]
        return _("Je idee past in geen hokje. Dat is geen nee: %(who)s zoekt met je de weg.") % {
            "who": broker
        }
    if case.outcome == REFER:
        return _("De balie gaf antwoord: een ander helpt je beter. %(who)s blijft je aanspreekpunt.") % who
    if case.state == DECIDED:
        return _("De balie gaf antwoord en helpt je. %(who)s blijft je aanspreekpunt.") % who
    if waits_for_initiator(case):
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
