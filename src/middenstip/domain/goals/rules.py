"""Who may do what at a table."""

from __future__ import annotations

from collections.abc import Iterable

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, FACILITATOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no


def may_open(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator, whoever takes part, or the desk and the verbinder of the area open a table."""
    codes = area_codes(initiative)
    if actor.person == initiative.initiator_id or actor.has_role(CONNECTOR, *codes):
        return YES
    if actor.has_role(HANDLER, *codes):
        return YES
    if initiative.partners.filter(seat=actor.seat, state="accepted").exists():
        return YES
    return no("Een tafel openen doet de initiatiefnemer, een partner, de verbinder of de balie.")


def may_sit(half: str, speaks_alone: bool, sits_already: bool) -> Verdict:
    """One person speaks for one half; and who speaks for the government has a mandate of an organisation."""
    if sits_already:
        return no("Je zit al aan deze tafel, met een andere pet. Eén mens praat hier voor één helft.")
    if half == Half.GOVERNMENT and speaks_alone:
        return no("Voor de overheid zit je hier namens een organisatie. Vraag die om een zetel.")
    return YES


def may_join(hats: Iterable[Actor], goal: Goal) -> Verdict:
    """Everybody (in all their hats) may sit down, except who leads the talk there: that one has no vote."""
    codes = codes_around(goal)
    if any(hat.has_role(FACILITATOR, *codes) for hat in hats):
        return no("Je leidt hier het gesprek. Daarom stem je niet mee en zit je niet aan tafel.")
    return YES


def may_act(actor: Actor, chairs: set[int]) -> Verdict:
    """Writing, revealing, proposing, answering and stopping are for the seats at the table.

    `chairs` are their keys.
    """
    if actor.seat in chairs:
        return YES
    return no("Dit kan alleen wie aan tafel zit. Je kunt wel aanschuiven.")


def codes_around(goal: Goal) -> list[str]:
    """The area of a table with its parents, as far as roles are given for them."""
    return [area.code for area in (goal.area, goal.area.district, goal.municipality) if area]


def may_invite(seat: Seat, goal: Goal, chairs: set[int], leads: bool) -> Verdict:
    """A table asks functions in organisations, and who is part of the initiative; never a private person.

    Nor whoever `leads` the talk there: see `may_join`.
    """
    if seat.pk in chairs:
        return no("Deze zetel zit al aan tafel.")
    if leads:
        return no("Deze zetel leidt hier het gesprek. Daarom zit die niet aan tafel.")
    if seat.half == Half.GOVERNMENT and seat.side_id is None:  # see `may_sit`
        return no("Voor de overheid vraag je een functie bij een organisatie.")
    if seat.side_id or (goal.initiative and _takes_part(seat, goal.initiative)):
        return YES
    return no("Vraag een functie bij een organisatie. Bewoners schuiven zelf aan.")


def _takes_part(seat: Seat, initiative: Initiative) -> bool:
    if seat.pk == initiative.seat_id:
        return True
    return initiative.partners.filter(seat=seat, state="accepted").exists()
