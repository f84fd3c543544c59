"""Who may do what with an initiative."""

from __future__ import annotations

from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no


def may_see(person: int | None, initiative: Initiative) -> Verdict:
    """Everybody sees an initiative, except a draft: that is the initiator's alone, in a seat or not.

    `person` is the key of the reader; None is a visitor.
    """
    if initiative.stage != DRAFT or person == initiative.initiator_id:
        return YES
    return no("Dit idee is nog een concept. Alleen wie het schrijft kan het lezen.")


def may_change(actor: Actor, initiative: Initiative) -> Verdict:
    """Only the initiator changes aim and approach; whoever helps proposes."""
    if not _is_initiator(actor, initiative):
        return no("Alleen de initiatiefnemer verandert doel en aanpak. Jij kunt wel iets voorstellen.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Je kunt het lezen, niet meer veranderen.")
    return YES


def may_tell_news(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator tells news of what everybody can read: a draft has none, its name would be told too."""
    if initiative.stage == DRAFT and _is_initiator(actor, initiative):
        return no("Dit idee is nog een concept. Verstuur het eerst.")
    return may_change(actor, initiative)


def may_offer_help(actor: Actor, initiative: Initiative) -> Verdict:
    """Everybody may offer help to somebody else's running initiative, as long as somebody can answer."""
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept.")
    if _is_initiator(actor, initiative):
        return no("Dit is je eigen initiatief. Je doet al mee.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Helpen kan niet meer.")
    if initiative.initiator.erased_at:
        return no("De initiatiefnemer is weg. Niemand kan nog ja zeggen tegen je hulp.")
    return YES


def may_answer_help(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator says who takes part, as long as there is something to take part in."""
    if not _is_initiator(actor, initiative):
        return no("Alleen de initiatiefnemer zegt wie er meedoet.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Helpen kan niet meer.")
    return YES


def may_end_help(actor: Actor, partner: Partner) -> Verdict:
    """Whoever helps may always stop helping."""
    return YES if actor.seat == partner.seat_id else no("Alleen wie helpt kan daarmee stoppen.")


def may_follow(initiative: Initiative) -> Verdict:
    """Everybody may follow what is public."""
    return no("Dit idee is nog een concept.") if initiative.stage == DRAFT else YES


def may_name_connector(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator, or the desk of the area, names the verbinder of what is public and still runs."""
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Je kunt het lezen, niet meer veranderen.")
    if _is_initiator(actor, initiative) or _is_of_the_desk(actor, initiative):
        return YES
    return no("Alleen de initiatiefnemer of de balie wijst een verbinder aan.")


def may_stop(actor: Actor, initiative: Initiative) -> Verdict:
    """Stopping is for the initiator alone; for the desk when the initiator is wiped."""
    if not _is_initiator(actor, initiative) and not _stands_in(actor, initiative):
        return no("Alleen de initiatiefnemer kan het initiatief stoppen.")
    return YES


def area_codes(initiative: Initiative) -> list[str]:
    """The area of an initiative with its parents, as far as roles are given for them."""
    areas = (initiative.area, initiative.district, initiative.municipality)
    return list(dict.fromkeys(area.code for area in areas if area))


def _is_initiator(actor: Actor, initiative: Initiative) -> bool:
    return actor.person == initiative.initiator_id


def _is_of_the_desk(actor: Actor, initiative: Initiative) -> bool:
    codes = area_codes(initiative)
    return actor.has_role(HANDLER, *codes) or actor.has_role(CONNECTOR, *codes)


def _stands_in(actor: Actor, initiative: Initiative) -> bool:
    """Whether this is the desk, for an initiator who is wiped: else it would run on with nobody to end it."""
    return initiative.initiator.erased_at is not None and _is_of_the_desk(actor, initiative)
