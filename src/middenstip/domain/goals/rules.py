"""Who may do what at a table."""

from __future__ import annotations

from collections.abc import Iterable

from middenstip.domain.goals.lifecycle import ACTIVE
from middenstip.domain.goals.models import Goal, Letter, Portfolio, Visit
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import area_codes, is_initiator
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, FACILITATOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no


def may_open(actor: Actor, initiative: Initiative) -> Verdict:
    """The initiator, a seat that takes part, or a handler or verbinder of the area may open a table."""
    codes = area_codes(initiative)
    if is_initiator(actor.person_id, initiative) or actor.has_role(CONNECTOR, *codes):
        return YES
    if actor.has_role(HANDLER, *codes):
        return YES
    if initiative.partners.filter(seat=actor.seat_id, state="accepted").exists():
        return YES
    return no("Een tafel openen doet de initiatiefnemer, een partner, de verbinder of de balie.")


def may_sit(half: str, speaks_alone: bool, sits_already: bool) -> Verdict:
    """One person speaks for one half, and a seat for the government needs a mandate of an organisation."""
    if sits_already:
        return no("Je zit al aan deze tafel, met een andere pet. Eén mens praat hier voor één helft.")
    if half == Half.GOVERNMENT and speaks_alone:
        return no("Voor de overheid zit je hier namens een organisatie. Vraag die om een zetel.")
    return YES


def may_join(hats: Iterable[Actor], goal: Goal) -> Verdict:
    """A person (with all their hats) may join, unless they facilitate there: a facilitator has no vote."""
    codes = codes_around(goal)
    if any(hat.has_role(FACILITATOR, *codes) for hat in hats):
        return no("Je leidt hier het gesprek. Daarom stem je niet mee en zit je niet aan tafel.")
    return YES


def may_act(actor: Actor, chairs: set[int]) -> Verdict:
    """Only seats at the table may write, reveal, propose, answer and stop.

    `chairs` are their keys.
    """
    if actor.seat_id in chairs:
        return YES
    return no("Dit kan alleen wie aan tafel zit. Je kunt wel een stoel vragen.")


def may_restate(actor: Actor, letter: Letter) -> Verdict:
    """A seat says in its own words what another half wrote (`letter`: read with its seat)."""
    if actor.half != letter.seat.half:
        return YES
    return no("Dit briefje is van je eigen helft. Zeg in eigen woorden wat een andere helft schreef.")


def may_confirm(actor: Actor, letter: Letter) -> Verdict:
    """Only the seat that wrote the letter knows what it means."""
    if actor.seat_id == letter.seat_id:
        return YES
    return no("Of dit klopt, zegt wie het briefje schreef.")


def codes_around(goal: Goal) -> list[str]:
    """The codes of the table's area and its parents, for which roles can be granted."""
    return [area.code for area in (goal.area, goal.area.district, goal.municipality) if area]


def may_bring(actor: Actor, goal: Goal, chairs: set[int]) -> Verdict:
    """A seat at the table (`chairs`: their keys), the initiator and a verbinder of the area invite others."""
    if actor.seat_id in chairs or is_host(actor, goal):
        return YES
    return no("Uitnodigen doet wie aan tafel zit, de initiatiefnemer of de verbinder.")


def may_let_in(actor: Actor, goal: Goal, chairs: set[int], is_late: bool) -> Verdict:
    """A seat at the table; when it is empty or answers too late, also the initiator and a verbinder."""
    if actor.seat_id in chairs or ((is_late or not chairs) and is_host(actor, goal)):
        return YES
    return no("Wie aan tafel zit, beslist wie er een stoel krijgt.")


def is_host(actor: Actor, goal: Goal) -> bool:
    """Whether the actor is the initiator, or a verbinder of the area."""
    is_mine = bool(goal.initiative and is_initiator(actor.person_id, goal.initiative))
    return is_mine or actor.has_role(CONNECTOR, *codes_around(goal))


def leads(actor: Actor, goal: Goal) -> bool:
    """Whether the actor is facilitator (gespreksleider) in the area of the table."""
    return actor.has_role(FACILITATOR, *codes_around(goal))


def may_move(actor: Actor, goal: Goal, voters: set[int]) -> Verdict:
    """Who may ask to stop the table or to send a chair away: a seat that counts there, or the facilitator."""
    if actor.seat_id in voters or leads(actor, goal):
        return YES
    return no("Dit vraagt alleen wie aan tafel zit en meetelt, of de gespreksleider.")


def may_invite(seat: Seat, goal: Goal, chairs: set[int], leads: bool) -> Verdict:
    """A seat in an organisation, or one that takes part in the initiative, may be invited; no other resident.

    There is no list of residents to choose from: invite them by mail or with a link, or they ask for a chair.
    The facilitator of the talk (`leads`) may not be invited: see `may_join`.
    """
    if seat.pk in chairs:
        return no("Deze zetel zit al aan tafel.")
    if leads:
        return no("Deze zetel leidt hier het gesprek. Daarom zit die niet aan tafel.")
    if seat.half == Half.GOVERNMENT and seat.side_id is None:  # see `may_sit`
        return no("Voor de overheid vraag je een functie bij een organisatie.")
    if seat.side_id or (goal.initiative and _takes_part(seat, goal.initiative)):
        return YES
    return no("Vraag een functie bij een organisatie. Bewoners nodig je uit met een mail of een link.")


def _takes_part(seat: Seat, initiative: Initiative) -> bool:
    if seat.pk == initiative.seat_id:
        return True
    return initiative.partners.filter(seat=seat, state="accepted").exists()


def may_name(actor: Actor, chairs: set[int]) -> Verdict:
    """A seat that speaks for the government at the table (`chairs`: the keys) asks a portefeuillehouder."""
    if actor.seat_id not in chairs:
        return no("Een portefeuillehouder vraagt wie voor de overheid aan tafel zit.")
    if actor.half != Half.GOVERNMENT:
        return no("Een portefeuillehouder vraagt de overheid aan deze tafel. Vraag ernaar in het gesprek.")
    return YES


def may_hold(seat: Seat, mine: Seat) -> Verdict:
    """The portefeuillehouder is a confirmed seat of the same organisation (both are read with their side)."""
    if seat.side is None or mine.side is None or seat.side.organisation_id != mine.side.organisation_id:
        return no("De portefeuillehouder hoort bij je eigen organisatie.")
    if seat.confirmed_at is None:
        return no("Deze zetel is nog niet bevestigd. Daarna kan zij portefeuillehouder zijn.")
    return YES


def may_commit(actor: Actor, portfolio: Portfolio) -> Verdict:
    """Only the seat itself accepts, commits and confirms."""
    if actor.seat_id == portfolio.seat_id:
        return YES
    return no("Dit zegt alleen de portefeuillehouder zelf.")


def may_release(actor: Actor, portfolio: Portfolio, mine: Seat, chairs: set[int]) -> Verdict:
    """The portefeuillehouder, or a seat of the same organisation (`mine`) at the table."""
    is_same = mine.side is not None and mine.side.organisation_id == portfolio.organisation_id
    if actor.seat_id == portfolio.seat_id or (is_same and actor.seat_id in chairs):
        return YES
    return no("Dit doet de portefeuillehouder, of wie voor deze organisatie aan tafel zit.")


def may_log(actor: Actor, portfolio: Portfolio, chairs: set[int]) -> Verdict:
    """Who sits at the table, or the portefeuillehouder, says that there was a visit."""
    if actor.seat_id not in chairs and actor.seat_id != portfolio.seat_id:
        return no("Een bezoek schrijft op wie aan tafel zit, of de portefeuillehouder zelf.")
    if portfolio.state not in ACTIVE:
        return no("Deze zetel is geen portefeuillehouder van deze opgave.")
    return YES


def may_see(actor: Actor, visit: Visit, chairs: set[int]) -> Verdict:
    """The other side confirms: the portefeuillehouder what the table says, another seat at the table what the
    portefeuillehouder says."""
    holder = visit.portfolio.seat_id
    if visit.by_id == holder:
        if actor.seat_id in chairs and actor.seat_id != holder:
            return YES
        return no("Of dit klopt, zegt een ander die aan tafel zit.")
    return YES if actor.seat_id == holder else no("Of dit klopt, zegt de portefeuillehouder.")
