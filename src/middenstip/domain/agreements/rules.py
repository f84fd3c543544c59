"""Who may propose, sign, change and close an agreement."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import YES, Verdict, no


def may_propose(actor: Actor, goal: Goal, chairs: set[int]) -> Verdict:
    """A seat at the table may propose an agreement, once the goal is shared by all three halves."""
    if actor.seat_id not in chairs:
        return no("Een afspraak voorstellen doet wie aan tafel zit.")
    if goal.state != SHARED:
        return no("Afspraken maken kan pas als alle drie de helften ja zeiden tegen het doel.")
    return YES


def may_bind(seats: Iterable[Seat], goal: Goal, chairs: set[int]) -> Verdict:
    """An agreement may bind only seats at the table (`chairs`: their keys) and the initiator's seat."""
    there = chairs | ({goal.initiative.seat_id} if goal.initiative else set())
    if all(seat.pk in there for seat in seats):
        return YES
    return no("Een afspraak maak je met wie aan tafel zit, en met de initiatiefnemer.")


def may_change(actor: Actor, signers: set[int]) -> Verdict:
    """Every seat that must sign may change the text; all signatures then lapse."""
    return YES if actor.seat_id in signers else no("Alleen wie tekent kan de tekst veranderen.")


def may_write(agreement: Agreement) -> Verdict:
    """The text cannot change while a moderator hides it."""
    return no("Deze tekst is verborgen. Lees bij het besluit waarom.") if agreement.is_hidden else YES


def may_sign(actor: Actor, places: Collection[Signature]) -> Verdict:
    """A seat signs only for itself, and one person does not sign for two seats of the same agreement."""
    if actor.seat_id not in {place.seat_id for place in places}:
        return no("Jouw zetel hoeft deze afspraak niet te tekenen.")
    if any(place.person_id == actor.person_id for place in places if place.seat_id != actor.seat_id):
        return no("Je tekende hier al, met een andere pet. Eén mens tekent voor één zetel.")
    return YES


def may_sign_now(agreement: Agreement, today: date) -> Verdict:
    """Signing waits while the goal of the agreement is no longer shared, because a new version is discussed.

    It is also refused when the last day has passed: the agreement would be late from the start.
    """
    if agreement.goal and agreement.goal.state != SHARED:
        return no("Het doel ligt weer op tafel. Tekenen kan als alle drie de helften weer ja zeggen.")
    if is_past(agreement.due_on, today):
        return no("De laatste dag is al voorbij. Kies eerst een nieuwe dag. Dan tekent iedereen opnieuw.")
    return YES


def may_withdraw(actor: Actor, agreement: Agreement, signers: set[int], is_gone: bool) -> Verdict:
    """The proposer may withdraw it, until all have signed.

    When the seat that proposed it is empty (`is_gone`), any signer may, so that it does not wait for ever.
    """
    if actor.seat_id == agreement.proposed_by_id or (is_gone and actor.seat_id in signers):
        return YES
    return no("Alleen wie de afspraak voorstelde, trekt hem in.")


def may_keep(actor: Actor, agreement: Agreement, signers: set[int], is_gone: bool) -> Verdict:
    """The receiving side may say that it is done.

    When that seat is empty (`is_gone`), another signer or the initiator may; never the promising side.
    """
    if actor.seat_id == agreement.promisee_id:
        return YES
    stands_in = actor.seat_id in signers or is_initiator(actor.person_id, agreement.initiative)
    if is_gone and stands_in and actor.seat_id != agreement.promisor_id:
        return YES
    if is_gone:
        return no(_STANDS_IN[has_other_signer(agreement, signers)])
    return no("Of het gedaan is, zegt degene aan wie het beloofd is.")


def has_other_signer(agreement: Agreement, signers: Collection[int]) -> bool:
    """Whether a third seat must sign. If not, only the initiator can act for an empty side."""
    return bool(set(signers) - {agreement.promisor_id, agreement.promisee_id})


_STANDS_IN = {
    True: "Aan wie het beloofd is, is weg. Of het gedaan is, zegt nu een ander die tekende.",
    False: "Aan wie het beloofd is, is weg. Of het gedaan is, zegt nu de initiatiefnemer.",
}


def may_miss(actor: Actor, agreement: Agreement, signers: set[int], is_gone: bool) -> Verdict:
    """The promising side, and any seat that may say it is done, may say it was not met, with the reason."""
    if actor.seat_id == agreement.promisor_id or may_keep(actor, agreement, signers, is_gone):
        return YES
    return no("Dat zegt een van de twee: wie het beloofde of aan wie het beloofd is.")
