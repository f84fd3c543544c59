"""Who may do what with an initiative."""

from __future__ import annotations

from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no


def is_initiator(person: int | None, initiative: Initiative) -> bool:
    """Whether the person with this key is the initiator, in any seat. None is a visitor."""
    return person == initiative.initiator_id


def may_see(person: int | None, initiative: Initiative) -> Verdict:
    """Everyone may see an initiative, except a draft: only its initiator may, with or without a seat.

    `person` is the key of the reader; None is a visitor.
    """
    if initiative.stage != DRAFT or is_initiator(person, initiative):
        return YES
    return no("Dit idee is nog een concept. Alleen wie het schrijft kan het lezen.")


def may_change(actor: Actor, initiative: Initiative) -> Verdict:
    """Only the initiator changes aim and approach; other seats can only propose."""
    if not is_initiator(actor.person_id, initiative):
        return no("Alleen de initiatiefnemer verandert doel en aanpak. Jij kunt wel iets voorstellen.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Je kunt het lezen, niet meer veranderen.")
    if initiative.is_hidden:
        return no("Deze tekst is verborgen. Lees bij het besluit waarom.")
    return YES


def may_tell_news(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator posts news about a public initiative. For a draft it would reveal the name."""
    if initiative.stage == DRAFT and is_initiator(actor.person_id, initiative):
        return no("Dit idee is nog een concept. Verstuur het eerst.")
    return may_change(actor, initiative)


def may_offer_help(actor: Actor, initiative: Initiative) -> Verdict:
    """Everyone may offer help to another person's running initiative, while an initiator can answer it."""
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept.")
    if is_initiator(actor.person_id, initiative):
        return no("Dit is je eigen initiatief. Je doet al mee.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Helpen kan niet meer.")
    if initiative.initiator.erased_at:
        return no("De initiatiefnemer is weg. Niemand kan nog ja zeggen tegen je hulp.")
    return YES


def may_answer_help(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator decides who takes part, while the initiative runs."""
    if not is_initiator(actor.person_id, initiative):
        return no("Alleen de initiatiefnemer zegt wie er meedoet.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Helpen kan niet meer.")
    return YES


def may_end_help(actor: Actor, partner: Partner) -> Verdict:
    """A seat that helps may always stop helping."""
    return YES if actor.seat_id == partner.seat_id else no("Alleen wie helpt kan daarmee stoppen.")


def may_ask(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator asks for help with a public initiative. For a draft it would reveal the name."""
    return may_tell_news(actor, initiative)


def may_answer_ask(actor: Actor, initiative: Initiative) -> Verdict:
    """Everyone may say yes to a question of another person's running initiative."""
    return may_offer_help(actor, initiative)


def may_map(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator writes down who belongs to the initiative, while it runs."""
    if not is_initiator(actor.person_id, initiative):
        return no("Alleen de initiatiefnemer schrijft op wie erbij hoort.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Je kunt het lezen, niet meer veranderen.")
    if initiative.is_hidden:
        return no("Deze tekst is verborgen. Lees bij het besluit waarom.")
    return YES


def may_take_partner(initiative: Initiative) -> Verdict:
    """Before the first partner the initiator ticks, once, that working together costs some control."""
    if initiative.shares_reins_at is None:
        return no("Zet eerst het vinkje: wie samenwerkt, verliest altijd een stuk regie.")
    return YES


def may_follow(initiative: Initiative) -> Verdict:
    """Everyone may follow a public initiative."""
    return no("Dit idee is nog een concept.") if initiative.stage == DRAFT else YES


def may_name_connector(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator, or the desk of the area, names the verbinder of a public and running initiative."""
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Je kunt het lezen, niet meer veranderen.")
    if is_initiator(actor.person_id, initiative) or _is_of_the_desk(actor, initiative):
        return YES
    return no("Alleen de initiatiefnemer of de balie wijst een verbinder aan.")


def may_stop(actor: Actor, initiative: Initiative) -> Verdict:
    """Only the initiator may stop it, or the desk when the initiator was erased."""
    if not is_initiator(actor.person_id, initiative) and not _stands_in(actor, initiative):
        return no("Alleen de initiatiefnemer kan het initiatief stoppen.")
    return YES


def area_codes(initiative: Initiative) -> list[str]:
    """The codes of the initiative's area and its parents, for which roles can be granted."""
    areas = (initiative.area, initiative.district, initiative.municipality)
    return list(dict.fromkeys(area.code for area in areas if area))


def _is_of_the_desk(actor: Actor, initiative: Initiative) -> bool:
    codes = area_codes(initiative)
    return actor.has_role(HANDLER, *codes) or actor.has_role(CONNECTOR, *codes)


def _stands_in(actor: Actor, initiative: Initiative) -> bool:
    """Whether the actor is the desk and the initiator was erased; else nobody could end the initiative."""
    return initiative.initiator.erased_at is not None and _is_of_the_desk(actor, initiative)
