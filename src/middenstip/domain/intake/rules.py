"""Who may do what at the desk."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import rules as initiative_rules
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import area_codes, is_initiator
from middenstip.domain.intake.models import Action, Case, Referral
from middenstip.domain.parties.rules import ADMIN, CONNECTOR, HANDLER, MANAGER
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import YES, Verdict, no, said


def may_see_desk(actor: Actor) -> Verdict:
    """The inbox is for handlers and verbinders."""
    if any(role in (HANDLER, CONNECTOR) for role, _ in actor.grants):
        return YES
    return no("De balie is voor behandelaars en verbinders. Je eigen zaak vind je bij Mijn.")


def may_see(actor: Actor, case: Case) -> Verdict:
    """A case is read by its initiator, the desk of its area, and every seat with an action in it."""
    if may_read_notes(actor, case):
        return YES
    if any(actor.seat_id in (one.owner_id, one.carrier_id, one.asked_id) for one in case.actions.all()):
        return YES
    return no("Dit lezen de initiatiefnemer, de balie, en wie nu een actie heeft of ervoor gevraagd is.")


def may_read_notes(actor: Actor, case: Case) -> Verdict:
    """Notes are read by the initiator and the desk; an action in the case is not enough."""
    at_desk = works_at_desk(actor, case.initiative)
    if is_initiator(actor.person_id, case.initiative) or at_desk or is_handler(actor, case):
        return YES  # the handler keeps access when the idea moves elsewhere
    return no("Wat er besproken is, lezen alleen de initiatiefnemer en de balie.")


def works_at_desk(actor: Actor, initiative: Initiative) -> bool:
    """Whether this hat is of a handler or verbinder of the area of this initiative."""
    codes = area_codes(initiative)
    return actor.has_role(HANDLER, *codes) or actor.has_role(CONNECTOR, *codes)


def may_write(by: Doer, case: Case) -> Verdict:
    """Messages are written by the initiator, with or without a seat, and by the desk."""
    if case.initiative.initiator.erased_at:
        return no("De initiatiefnemer is weg en leest geen berichten meer.")
    if is_initiator(by.person_id, case.initiative):
        return YES
    if isinstance(by, Actor) and may_read_notes(by, case):
        return YES
    return no("Berichten in deze zaak schrijven de initiatiefnemer en de balie.")


def may_write_again(written: int, most: int) -> Verdict:
    """The limit per person and case; `written` is the number of messages in the last 24 hours."""
    if written >= most:
        reason = "Je schreef hier vandaag al %(count)s berichten. Morgen kun je weer verder."
        return no(said(reason, count=most))
    return YES


def may_give_phone(by: Doer, case: Case) -> Verdict:
    """Only the initiator gives, or takes back, a phone number for the case."""
    if is_initiator(by.person_id, case.initiative):
        return YES
    return no("Alleen de initiatiefnemer geeft een telefoonnummer voor deze zaak.")


def may_take(actor: Actor, case: Case) -> Verdict:
    """Handlers of the area take cases, but not of their own idea: they cannot confirm with themselves."""
    return may_take_from(actor, case.initiative.initiator_id, area_codes(case.initiative))


def may_take_search(actor: Actor, case: Case) -> Verdict:
    """Verbinders of the area continue the search for a way, but not for their own idea."""
    return may_take_from(actor, case.initiative.initiator_id, area_codes(case.initiative), CONNECTOR)


def may_take_from(actor: Actor, initiator: int, codes: Collection[str], role: str = HANDLER) -> Verdict:
    """Whether a row of a list may be taken in this role: `initiator` is a person's key, `codes` are those of
    its area and the areas above it."""
    if actor.person_id == initiator:
        return no("Dit is je eigen idee. Laat een collega het aannemen.")
    if actor.has_role(role, *codes):
        return YES
    return no(_TAKES[role])


_TAKES = {
    HANDLER: "Alleen een behandelaar van dit gebied neemt een zaak aan.",
    CONNECTOR: "Alleen een verbinder van dit gebied zoekt verder naar de weg.",
}


def may_type_in(actor: Actor, area: Area) -> Verdict:
    """Handlers of the area type in an idea that came on paper."""
    above = (area, area.district, area.municipality)
    if actor.has_role(HANDLER, *(one.code for one in above if one)):
        return YES
    return no("Alleen een behandelaar van dit gebied typt een idee van papier over.")


_GONE = "De initiatiefnemer is weg en bevestigt niets meer. Je kunt het initiatief stoppen."


def may_confirm_on_paper(actor: Actor, case: Case) -> Verdict:
    """An initiator without an e-mail address signs on paper; the handler records that."""
    if not is_handler(actor, case):
        return no("Dit doet de behandelaar van deze zaak.")
    if case.initiative.initiator.erased_at:
        return no(_GONE)
    if case.initiative.initiator.mailbox:
        return no("De initiatiefnemer heeft een e-mailadres en bevestigt zelf.")
    return YES


def may_handle(actor: Actor, case: Case) -> Verdict:
    """The handler of the case keeps notes, plans, hands over and decides, but not on their own idea."""
    if is_initiator(actor.person_id, case.initiative):
        return no("Dit is je eigen idee. Een collega bij de balie doet dit.")
    if is_handler(actor, case):
        return YES
    return no("Dit doet de behandelaar van deze zaak.")


def may_plan(actor: Actor, case: Case) -> Verdict:
    """The initiator and the handler may both add actions."""
    if is_initiator(actor.person_id, case.initiative) or is_handler(actor, case):
        return YES
    return no("Acties afspreken doen de initiatiefnemer en de behandelaar.")


def may_confirm(actor: Actor, case: Case) -> Verdict:
    """The start statement is confirmed by the initiator and the handler, and nobody else."""
    if case.initiative.initiator.erased_at and is_handler(actor, case):
        return no(_GONE)
    if is_initiator(actor.person_id, case.initiative) or is_handler(actor, case):
        return YES
    return no("De startverklaring bevestigen de initiatiefnemer en de behandelaar.")


def may_close_action(actor: Actor, action: Action) -> Verdict:
    """The owner or the carrier of an action may say that it is done."""
    if actor.seat_id in (action.owner_id, action.carrier_id) or is_owner(actor, action):
        return YES
    return no("Alleen wie de actie heeft, zegt dat hij klaar is.")


def may_ask_carry(actor: Actor, action: Action) -> Verdict:
    """Only the owner may ask another seat to carry an action."""
    return YES if is_owner(actor, action) else no("Alleen de eigenaar vraagt een ander om de actie te doen.")


def is_asked(actor: Actor, action: Action, today: date) -> bool:
    """Whether this seat has an open request to carry the action."""
    return actor.seat_id == action.asked_id and has_question(action, today)


def has_question(action: Action, today: date) -> bool:
    """Whether a seat has an open request to carry the action; a request expires after its day."""
    return action.asked_until is not None and not is_past(action.asked_until, today)


def may_give_back(actor: Actor, action: Action) -> Verdict:
    """The carrier may give the action back, and the owner may take it back."""
    if actor.seat_id == action.carrier_id or is_owner(actor, action):
        return YES
    return no("Teruggeven doet wie de actie overnam.")


def may_answer_referral(actor: Actor, referral: Referral) -> Verdict:
    """The seat that was asked says yes or no."""
    if actor.seat_id == referral.to_id:
        return YES
    return no("Op deze doorverwijzing antwoordt de zetel die gevraagd is.")


def may_see_referral(actor: Actor, referral: Referral) -> Verdict:
    """A referral is read by both seats, and by everyone who may read the notes of the case."""
    if actor.seat_id in (referral.to_id, referral.by_id) or may_read_notes(actor, referral.case):
        return YES
    return no("Dit lezen de initiatiefnemer en de twee balies.")


def may_keep_points(actor: Actor, area: Area) -> Verdict:
    """Who works at a desk there, and administrators, keep the map of support points."""
    codes = [one.code for one in (area, area.district, area.municipality) if one]
    if any(actor.has_role(role, *codes) for role in (HANDLER, CONNECTOR, ADMIN)):
        return YES
    return no("De kaart van steunpunten houdt de balie van dit gebied bij.")


def may_check(actor: Actor, case: Case) -> Verdict:
    """The ACTIE-check is filled in by the initiator and by the handler, each for their own side."""
    if is_initiator(actor.person_id, case.initiative) or is_handler(actor, case):
        return YES
    return no("De ACTIE-check vullen de initiatiefnemer en de behandelaar in.")


def may_overlook(actor: Actor) -> Verdict:
    """The page for a manager, on which cases of the whole desk are counted."""
    if any(role in (MANAGER, ADMIN) for role, _ in actor.grants):
        return YES
    return no("Dit overzicht is voor de leidinggevende van een balie.")


def may_challenge(actor: Actor, case: Case) -> Verdict:
    """Only the initiator asks to take over a task, and may take that back."""
    if is_initiator(actor.person_id, case.initiative):
        return YES
    return no("Een taak uitdagen doet de initiatiefnemer.")


def may_talk(actor: Actor, case: Case) -> Verdict:
    """How a task goes that was taken over, both sides write down."""
    if is_initiator(actor.person_id, case.initiative) or is_handler(actor, case):
        return YES
    return no("Hoe het gaat, schrijven de initiatiefnemer en de behandelaar op.")


def may_set_principles(actor: Actor, organisation: int, own: int) -> Verdict:
    """A manager says what the own organisation (keys) answers by, an administrator for any."""
    if actor.has_role(ADMIN) or (organisation == own and any(role == MANAGER for role, _ in actor.grants)):
        return YES
    return no("De principes van een organisatie kiest haar leidinggevende of een beheerder.")


def may_stop(actor: Actor, case: Case) -> Verdict:
    """A case ends with its initiative: the same seats may stop it."""
    return initiative_rules.may_stop(actor, case.initiative)


def is_handler(actor: Actor, case: Case) -> bool:
    """Whether this seat took the case and still holds the role, in any area, because an idea may move."""
    return actor.seat_id == case.handler_id and any(role == HANDLER for role, _ in actor.grants)


def is_owner(actor: Actor, action: Action) -> bool:
    """Whether this is the owner's seat, or the initiator in another hat: initiators keep their actions."""
    if actor.seat_id == action.owner_id:
        return True
    return action.owner_id == action.case.initiative.seat_id and is_initiator(
        actor.person_id, action.case.initiative
    )
