"""Who may ask for advice, give it, and answer it."""

from __future__ import annotations

from datetime import date

from middenstip.domain.advice.lifecycle import MOST_ADVICE, OPEN, WITHDRAWN
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no

HIDDEN = "Deze tekst is verborgen. Lees bij het besluit waarom."


def may_ask(seat: Seat) -> Verdict:
    """A seat of an organisation that counts for its half: it owes the answers."""
    if seat.side_id is None:
        return no("Advies vraag je namens een organisatie. Kies je pet, of stel een gewone vraag.")
    if seat.confirmed_at is None:
        return no("Deze zetel is nog niet bevestigd. Daarna kun je om advies vragen.")
    return YES


def may_ask_about(initiative: Initiative | None, goal: Goal | None) -> Verdict:
    """What it is about is public and runs."""
    if initiative and initiative.stage == DRAFT:
        return no("Dit idee is nog een concept. Iedereen leest een vraag om advies.")
    if initiative and not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Advies vragen kan niet meer.")
    if goal and not GOAL.acts(goal.state):
        return no("Deze tafel is klaar. Advies vragen kan niet meer.")
    if (initiative and initiative.is_hidden) or (goal and goal.is_hidden):
        return no(HIDDEN)
    return YES


def may_advise(by: Doer | None, request: AdviceRequest, today: date) -> Verdict:
    """Every resident who is logged in, until the last day. None is a visitor, who first says who they are."""
    if request.state == WITHDRAWN:
        return no("Deze vraag om advies is ingetrokken.")
    if request.is_hidden:
        return no("Deze vraag om advies is verborgen. Advies geven kan nu niet.")
    if request.state != OPEN or today > request.closes_on:
        return no("De laatste dag om advies te geven is voorbij.")
    if request.given >= MOST_ADVICE:
        return no("Er zijn hier al heel veel adviezen. Er kan er geen meer bij.")
    if isinstance(by, Actor) and by.half != Half.RESIDENTS:
        return no("Dit is een vraag aan bewoners. Woon je hier? Kies eerst je pet als bewoner.")
    if isinstance(by, Actor) and by.seat_id == request.seat_id:
        return no("Dit vroeg je zelf. Een ander geeft advies.")
    return YES


def may_answer(by: Actor, request: AdviceRequest) -> Verdict:
    """The seat that asked owes the answers."""
    if by.seat_id == request.seat_id:
        return YES
    return no("Antwoord op een advies geeft de zetel die erom vroeg.")


def may_be_answered(advice: Advice) -> Verdict:
    """An answer is about a text that can be read."""
    return no("Dit advies is verborgen. Antwoorden kan nu niet.") if advice.is_hidden else YES


def may_withdraw(by: Actor, request: AdviceRequest) -> Verdict:
    """The seat that asked, as long as nobody gave advice: after that it owes answers."""
    if by.seat_id != request.seat_id:
        return no("Alleen de zetel die dit vroeg, trekt het in.")
    if request.given:
        return no("Er gaven al mensen advies. Zij krijgen een antwoord.")
    return YES


def may_take_back(by: Doer, advice: Advice) -> Verdict:
    """The writer may always withdraw."""
    return YES if by.person_id == advice.person_id else no("Alleen wie dit advies gaf, trekt het in.")
