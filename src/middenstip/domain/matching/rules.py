"""Who may place, change and answer a need or offer, and who may do what in an introduction or a movement."""

from __future__ import annotations

from collections.abc import Sequence

from middenstip.domain.initiatives.lifecycle import AGREEMENTS, DRAFT, PROJECT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.matching.lifecycle import (
    INVITED,
    JOINED,
    LISTED,
    MOST_ASKED,
    MOST_MEMBERS,
    MOST_OPEN,
    WANTS,
)
from middenstip.domain.matching.models import Introduction, Listing, Movement, MovementMember, Suggestion
from middenstip.domain.parties.models import Person
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import YES, Verdict, no, said

GONE = "De ander is hier weg. Er komt geen antwoord meer."


def may_place(by: Actor, initiative: Initiative | None, already: int) -> Verdict:
    """Everyone with a seat; for an initiative only its initiator. `already`: how many they have open."""
    if initiative and not is_initiator(by.person_id, initiative):
        return no("Voor een initiatief vraagt of biedt alleen de initiatiefnemer iets.")
    if initiative and (initiative.stage == DRAFT or not STAGES.acts(initiative.stage)):
        return no("Dit initiatief is nog een concept, of het is afgesloten.")
    if already >= MOST_OPEN:
        reason = "Je hebt al %(count)s vragen en aanbiedingen open. Sluit er eerst één af."
        return no(said(reason, count=MOST_OPEN))
    return YES


def may_mentor(initiative: Initiative | None) -> Verdict:
    """An initiative that came as far as its agreements can show another the way."""
    if initiative and initiative.stage in (AGREEMENTS, PROJECT):
        return YES
    return no("Mentor zijn kan met een initiatief dat al afspraken of een project heeft. Kies dat erbij.")


def may_change(by: Doer, listing: Listing) -> Verdict:
    """Only the person who placed it, and not while it is hidden."""
    if by.person_id != listing.person_id:
        return no("Alleen wie dit plaatste, past het aan.")
    return no("Deze tekst is verborgen. Lees bij het besluit waarom.") if listing.is_hidden else YES


def may_withdraw(by: Doer, listing: Listing) -> Verdict:
    """Only the person who placed it."""
    return YES if by.person_id == listing.person_id else no("Alleen wie dit plaatste, haalt het weg.")


def may_ask(by: Doer, listing: Listing, today_asked: int) -> Verdict:
    """Everyone but the owner, while it is open. `today_asked`: how often this person asked today."""
    if by.person_id == listing.person_id:
        return no("Dit plaatste je zelf. Een ander reageert.")
    if listing.person.erased_at:
        return no(GONE)
    if listing.is_hidden or listing.state not in LISTED:
        return no("Hierop kun je nu niet reageren.")
    return _not_too_often(today_asked)


def may_meet(by: Doer, initiative: Initiative, today_asked: int) -> Verdict:
    """Meeting the initiator of another initiative that runs."""
    if by.person_id == initiative.initiator_id:
        return no("Dit is je eigen initiatief.")
    if initiative.initiator.erased_at:
        return no(GONE)
    if initiative.is_hidden or initiative.stage == DRAFT or not STAGES.acts(initiative.stage):
        return no("Hierop kun je nu niet reageren.")
    return _not_too_often(today_asked)


def may_read(by: Doer | None, introduction: Introduction) -> bool:
    """Only the two people in it."""
    return by is not None and by.person_id in (introduction.asker_id, introduction.owner_id)


def may_answer(by: Doer, introduction: Introduction) -> Verdict:
    """The owner says yes or no; not to somebody who left."""
    if by.person_id != introduction.owner_id:
        return no("Alleen wie gevraagd is, zegt ja of nee.")
    return no(GONE) if introduction.asker.erased_at else YES


def may_act(by: Doer, introduction: Introduction) -> Verdict:
    """Both may write, agree and stop, while the other is there."""
    if not may_read(by, introduction):
        return no("Dit is tussen twee anderen.")
    return no(GONE) if other_of(by, introduction).erased_at else YES


def may_stop(by: Doer, introduction: Introduction) -> Verdict:
    """Both may stop at any time."""
    return YES if may_read(by, introduction) else no("Dit is tussen twee anderen.")


def may_reply(by: Doer, suggestion: Suggestion) -> Verdict:
    """A suggestion is for one person."""
    return YES if by.person_id == suggestion.person_id else no("Dit voorstel is voor een ander.")


def other_of(by: Doer, introduction: Introduction) -> Person:
    """The other of the two."""
    return introduction.owner if by.person_id == introduction.asker_id else introduction.asker


def may_bring(by: Doer, initiative: Initiative) -> Verdict:
    """An initiator speaks for their own running initiative in a movement."""
    if not (own := may_speak_for(by, initiative)):
        return own
    if initiative.is_hidden:
        return no("Deze tekst is verborgen. Lees bij het besluit waarom.")
    if initiative.stage == DRAFT or not STAGES.acts(initiative.stage):
        return no("Dit initiatief is nog een concept, of het is afgesloten.")
    return YES


def may_speak_for(by: Doer, initiative: Initiative) -> Verdict:
    """Saying no and leaving are always possible for the initiator."""
    if is_initiator(by.person_id, initiative):
        return YES
    return no("Alleen de initiatiefnemer zegt of een initiatief meedoet.")


def may_invite(initiative: Initiative) -> Verdict:
    """Whether an initiative can be asked to join: it runs, and somebody can answer."""
    if initiative.is_hidden or initiative.stage == DRAFT or not STAGES.acts(initiative.stage):
        return no("Een van deze initiatieven kun je nu niet vragen. Kies een ander.")
    return no(GONE) if initiative.initiator.erased_at else YES


def may_lead(by: Doer, movement: Movement, members: Sequence[MovementMember]) -> Verdict:
    """Everyone who is in it may change its words, ask others and let them in: nobody is the boss."""
    if not is_in(by, members):
        return no("Dit doen de initiatieven die in de beweging zitten.")
    return no("Deze tekst is verborgen. Lees bij het besluit waarom.") if movement.is_hidden else YES


def may_grow(members: Sequence[MovementMember], more: int) -> Verdict:
    """A movement stays small enough to read as one story."""
    if sum(one.state in (JOINED, INVITED, WANTS) for one in members) + more > MOST_MEMBERS:
        reason = "Een beweging heeft hooguit %(count)s initiatieven. Begin er nog een."
        return no(said(reason, count=MOST_MEMBERS))
    return YES


def may_find(by: Doer | None, movement: Movement, members: Sequence[MovementMember]) -> bool:
    """Everyone, once it began; before that the people who are in it or were asked."""
    if movement.began_at:
        return True
    return by is not None and any(
        is_initiator(by.person_id, one.initiative) and one.state in (JOINED, INVITED) for one in members
    )


def is_in(by: Doer, members: Sequence[MovementMember]) -> bool:
    """Whether an initiative of this person is in it."""
    return any(one.state == JOINED and is_initiator(by.person_id, one.initiative) for one in members)


def _not_too_often(asked: int) -> Verdict:
    if asked >= MOST_ASKED:
        reason = "Je vroeg vandaag al %(count)s mensen. Morgen kun je weer verder."
        return no(said(reason, count=MOST_ASKED))
    return YES
