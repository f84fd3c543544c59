"""Who may place, change and answer a need or offer, and who may do what in an introduction."""

from __future__ import annotations

from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.matching.lifecycle import LISTED, MOST_ASKED, MOST_OPEN
from middenstip.domain.matching.models import Introduction, Listing, Suggestion
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


def _not_too_often(asked: int) -> Verdict:
    if asked >= MOST_ASKED:
        reason = "Je vroeg vandaag al %(count)s mensen. Morgen kun je weer verder."
        return no(said(reason, count=MOST_ASKED))
    return YES
