"""Who may do what at the desk."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import rules as initiative_rules
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no


def may_see_desk(actor: Actor) -> Verdict:
    """The inbox is for handlers and verbinders."""
    if any(role in (HANDLER, CONNECTOR) for role, _ in actor.grants):
        return YES
    return no("De balie is voor behandelaars en verbinders. Je eigen zaak vind je bij Mijn.")


def may_see(actor: Actor, case: Case) -> Verdict:
    """A case is read by its initiator, by the desk of its area, and by whoever has a task in it."""
    if may_read_notes(actor, case):
        return YES
    if any(actor.seat in (one.owner_id, one.carrier_id, one.asked_id) for one in case.actions.all()):
        return YES
    return no("Dit lezen de initiatiefnemer, de balie, en wie nu een actie heeft of ervoor gevraagd is.")


def may_read_notes(actor: Actor, case: Case) -> Verdict:
    """What was said stays between the initiator and the desk; a task alone does not open it."""
    codes = area_codes(case.initiative)
    at_desk = actor.has_role(HANDLER, *codes) or actor.has_role(CONNECTOR, *codes)
    if is_initiator(actor, case) or at_desk or is_handler(actor, case):
        return YES  # the handler too, whatever place the initiator chooses later
    return no("Wat er besproken is, lezen alleen de initiatiefnemer en de balie.")


def may_take(actor: Actor, case: Case) -> Verdict:
    """Handlers of the area take cases; never their own idea, for then nobody would say *ja* to them."""
    return may_take_from(actor, case.initiative.initiator_id, area_codes(case.initiative))


def may_take_search(actor: Actor, case: Case) -> Verdict:
    """Verbinders of the area go on looking for the way; not for their own idea."""
    return may_take_from(actor, case.initiative.initiator_id, area_codes(case.initiative), CONNECTOR)


def may_take_from(actor: Actor, initiator: int, codes: Collection[str], role: str = HANDLER) -> Verdict:
    """Whether a row of a list may be taken in this role: whose idea it is (a key), and the codes of its
    area and those above."""
    if actor.person == initiator:
        return no("Dit is je eigen idee. Laat een collega het aannemen.")
    if actor.has_role(role, *codes):
        return YES
    return no(_TAKES[role])


_TAKES = {
    HANDLER: "Alleen een behandelaar van dit gebied neemt een zaak aan.",
    CONNECTOR: "Alleen een verbinder van dit gebied zoekt verder naar de weg.",
}


def may_type_in(actor: Actor, area: Area) -> Verdict:
    """Handlers of the area type in what came on paper."""
    above = (area, area.district, area.municipality)
    if actor.has_role(HANDLER, *(one.code for one in above if one)):
        return YES
    return no("Alleen een behandelaar van dit gebied typt een idee van papier over.")


_GONE = "De initiatiefnemer is weg en bevestigt niets meer. Je kunt het initiatief stoppen."


def may_confirm_on_paper(actor: Actor, case: Case) -> Verdict:
    """Whoever has no e-mail address confirms with a pen; the handler says so."""
    if not is_handler(actor, case):
        return no("Dit doet de behandelaar van deze zaak.")
    if case.initiative.initiator.erased_at:
        return no(_GONE)
    if case.initiative.initiator.email:
        return no("De initiatiefnemer heeft een e-mailadres en bevestigt zelf.")
    return YES


def may_handle(actor: Actor, case: Case) -> Verdict:
    """The handler of the case keeps notes, plans, hands over and decides; never on their own idea."""
    if is_initiator(actor, case):
        return no("Dit is je eigen idee. Een collega bij de balie doet dit.")
    if is_handler(actor, case):
        return YES
    return no("Dit doet de behandelaar van deze zaak.")


def may_plan(actor: Actor, case: Case) -> Verdict:
    """Initiator and handler both put actions on the list."""
    if is_initiator(actor, case) or is_handler(actor, case):
        return YES
    return no("Acties afspreken doen de initiatiefnemer en de behandelaar.")


def may_confirm(actor: Actor, case: Case) -> Verdict:
    """The start statement is confirmed by exactly two: initiator and handler."""
    if case.initiative.initiator.erased_at and is_handler(actor, case):
        return no(_GONE)
    if is_initiator(actor, case) or is_handler(actor, case):
        return YES
    return no("De startverklaring bevestigen de initiatiefnemer en de behandelaar.")


def may_close_action(actor: Actor, action: Action) -> Verdict:
    """Whoever owns or carries an action says that it is done."""
    if actor.seat in (action.owner_id, action.carrier_id) or is_owner(actor, action):
        return YES
    return no("Alleen wie de actie heeft, zegt dat hij klaar is.")


def may_ask_carry(actor: Actor, action: Action) -> Verdict:
    """Only the owner asks somebody else to carry an action."""
    return YES if is_owner(actor, action) else no("Alleen de eigenaar vraagt een ander om de actie te doen.")


def is_asked(actor: Actor, action: Action, today: date) -> bool:
    """Whether this seat is still asked to carry the action."""
    return actor.seat == action.asked_id and has_question(action, today)


def has_question(action: Action, today: date) -> bool:
    """Whether somebody is asked to carry the action; a question is over after its day."""
    return action.asked_until is not None and action.asked_until >= today


def may_give_back(actor: Actor, action: Action) -> Verdict:
    """The carrier gives the monkey back, or the owner takes it back."""
    if actor.seat == action.carrier_id or is_owner(actor, action):
        return YES
    return no("Teruggeven doet wie de actie overnam.")


def may_stop(actor: Actor, case: Case) -> Verdict:
    """A case ends with its initiative, by whoever may stop that."""
    return initiative_rules.may_stop(actor, case.initiative)


def is_initiator(actor: Actor, case: Case) -> bool:
    return actor.person == case.initiative.initiator_id


def is_handler(actor: Actor, case: Case) -> bool:
    """The seat that took the case, as long as it holds the role; wherever, for an idea may move."""
    return actor.seat == case.handler_id and any(role == HANDLER for role, _ in actor.grants)


def is_owner(actor: Actor, action: Action) -> bool:
    """The owner's seat, or the initiator in another hat: a task of the initiator stays the initiator's."""
    if actor.seat == action.owner_id:
        return True
    return action.owner_id == action.case.initiative.seat_id and is_initiator(actor, action.case)
