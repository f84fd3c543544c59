"""Who may propose, sign and close an agreement."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Verdict, no


def may_propose(actor: Actor, goal: Goal, chairs: set[int]) -> Verdict:
    """Whoever sits at the table proposes agreements, once the goal is shared by all three halves."""
    if actor.seat not in chairs:
        return no("Een afspraak voorstellen doet wie aan tafel zit.")
    if goal.state != SHARED:
        return no("Afspraken maken kan pas als alle drie de helften ja zeiden tegen het doel.")
    return YES


def may_bind(seats: Iterable[Seat], goal: Goal, chairs: set[int]) -> Verdict:
    """An agreement binds who sits at the table (`chairs`: seat keys) and the initiator; nobody else."""
    there = chairs | ({goal.initiative.seat_id} if goal.initiative else set())
    if all(seat.pk in there for seat in seats):
        return YES
    return no("Een afspraak maak je met wie aan tafel zit, en met de initiatiefnemer.")


def may_change(actor: Actor, signers: set[int]) -> Verdict:
    """Every seat that must sign may propose other words; then all sign anew."""
    return YES if actor.seat in signers else no("Alleen wie tekent kan de tekst veranderen.")


def may_sign(actor: Actor, places: Collection[Signature]) -> Verdict:
    """A seat signs for itself; nobody signs for another, and one person not for two seats."""
    if actor.seat not in {place.seat_id for place in places}:
        return no("Jouw zetel hoeft deze afspraak niet te tekenen.")
    if any(place.person_id == actor.person for place in places if place.seat_id != actor.seat):
        return no("Je tekende hier al, met een andere pet. Eén mens tekent voor één zetel.")
    return YES


def may_sign_now(agreement: Agreement, today: date) -> Verdict:
    """An agreement is made under a shared goal: while that lies on the table again, signing waits.

    Nor is anything promised for a day that is over: it would be late from the start.
    """
    if agreement.goal and agreement.goal.state != SHARED:
        return no("Het doel ligt weer op tafel. Tekenen kan als alle drie de helften weer ja zeggen.")
    if agreement.due_on < today:
        return no("De laatste dag is al voorbij. Kies eerst een nieuwe dag. Dan tekent iedereen opnieuw.")
    return YES


def may_withdraw(actor: Actor, agreement: Agreement, signers: set[int], is_gone: bool) -> Verdict:
    """Whoever proposed it may take it back, until all have signed.

    When nobody sits there any more (`is_gone`) whoever signs does, else it would wait for ever.
    """
    if actor.seat == agreement.proposed_by_id or (is_gone and actor.seat in signers):
        return YES
    return no("Alleen wie de afspraak voorstelde, trekt hem in.")


def may_keep(actor: Actor, agreement: Agreement, signers: set[int], is_gone: bool) -> Verdict:
    """The receiving side says that it is done.

    When nobody sits there any more (`is_gone`) another who signed does, or the initiator; never who promised.
    """
    if actor.seat == agreement.promisee_id:
        return YES
    stands_in = actor.seat in signers or actor.person == agreement.initiative.initiator_id
    if is_gone and stands_in and actor.seat != agreement.promisor_id:
        return YES
    if is_gone:
        return no(_STANDS_IN[has_other_signer(agreement, signers)])
    return no("Of het gedaan is, zegt degene aan wie het beloofd is.")


def has_other_signer(agreement: Agreement, signers: Collection[int]) -> bool:
    """Whether somebody signed beside the two sides; else only the initiator can stand in for one of them."""
    return bool(set(signers) - {agreement.promisor_id, agreement.promisee_id})


_STANDS_IN = {
    True: "Aan wie het beloofd is, is weg. Of het gedaan is, zegt nu een ander die tekende.",
    False: "Aan wie het beloofd is, is weg. Of het gedaan is, zegt nu de initiatiefnemer.",
}


def may_miss(actor: Actor, agreement: Agreement, signers: set[int], is_gone: bool) -> Verdict:
    """Whoever promised, and whoever says whether it is done, may say that it was not met, with the reason."""
    if actor.seat == agreement.promisor_id or may_keep(actor, agreement, signers, is_gone):
        return YES
    return no("Dat zegt een van de twee: wie het beloofde of aan wie het beloofd is.")
