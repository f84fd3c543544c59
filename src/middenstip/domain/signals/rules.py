"""Who may report, bundle, address and answer a signal, and send new policy."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.signals.models import Report, Signal
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no

ABOUT_A_PERSON = (
    "Een signaal gaat over een regel, een plan of iets anders, nooit over een persoon. Gaat het over een "
    "medewerker? Vraag de organisatie naar haar klachtenregeling. Komt er geen antwoord, ga dan naar de "
    "Nationale ombudsman. Voelt iemand zich onveilig, bel de politie."
)
NO_CONTACT = "Haal het mailadres of het telefoonnummer weg. Iedereen kan een signaal lezen."


def may_route(actor: Actor, signal: Signal) -> Verdict:
    """Who works at the desk of the area bundles signals, and says which seat must answer."""
    if _at_desk(actor, signal.area):
        return YES
    return no("Signalen samenvoegen en doorsturen doet de balie van dit gebied.")


def may_answer(actor: Actor, signal: Signal) -> Verdict:
    """The seat that the signal lies with."""
    if actor.seat_id == signal.to_id:
        return YES
    return no("Op dit signaal antwoordt de zetel waar het ligt.")


def may_pass_on(actor: Actor, signal: Signal) -> Verdict:
    """The desk, or the seat where it lies, when another should answer."""
    return YES if actor.seat_id == signal.to_id and signal.to_id else may_route(actor, signal)


def may_reopen(report: Report | None) -> Verdict:
    """Every reporter may ask again, once."""
    if report is None:
        return no("Alleen wie dit signaal gaf, vraagt het opnieuw.")
    if report.reopened_at:
        return no("Je vroeg dit al een keer opnieuw. Een tweede keer kan niet.")
    return YES


def may_withdraw(actor: Actor, signal: Signal) -> Verdict:
    """The first reporter, as long as nobody else meets it."""
    if actor.person_id != signal.person_id:
        return no("Alleen wie dit signaal gaf, trekt het in.")
    if signal.report_count > 1:
        return no("Anderen hebben hier ook last van. Het signaal blijft staan.")
    return YES


def may_send_policy(actor: Actor, area: Area) -> Verdict:
    """Seats of the government send new policy, and who works at the desk there."""
    if actor.half == Half.GOVERNMENT or _at_desk(actor, area):
        return YES
    return no("Nieuw beleid stuurt de overheid of de balie van dit gebied.")


def may_answer_policy(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator says what it means for the initiative."""
    if is_initiator(actor.person_id, initiative):
        return YES
    return no("Wat dit voor een initiatief betekent, zegt de initiatiefnemer.")


def _at_desk(actor: Actor, area: Area) -> bool:
    codes = [one.code for one in (area, area.district, area.municipality) if one]
    return any(actor.has_role(role, *codes) for role in (HANDLER, CONNECTOR))
