"""Two people who met agree: when it is about an initiative, their deal becomes a draft agreement to sign."""

from __future__ import annotations

from datetime import date, datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import services as matching
from middenstip.domain.matching.lifecycle import ASKED, YES
from middenstip.domain.matching.models import Introduction, Listing, Suggestion
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def agree(
    *, by: Actor, introduction: Introduction, what: str, due_on: date | None, at: datetime
) -> Introduction:
    """Agree what is done, and by when. The first who agrees about a need or offer wins."""
    one = matching.agree_deal(by=by, introduction=introduction, what=what, due_on=due_on, at=at)
    initiative = _initiative(one)
    code = ""
    if initiative:
        giver, taker = (
            (one.owner_seat, one.asker_seat) if _owner_gives(one) else (one.asker_seat, one.owner_seat)
        )
        drafted = agreements.draft_agreement(
            by=by,
            initiative=initiative,
            promisor=giver,
            promisee=taker,
            what=what,
            due_on=due_on,
            at=at,
        )
        code = drafted.public_id
    return matching.join_agreement(by=by, introduction=one, agreement=code, at=at)


@write
def undo(*, by: Actor, introduction: Introduction, at: datetime) -> Introduction:
    """It will not happen. A draft that not everyone signed lapses; a signed one is closed on its own page."""
    code = introduction.agreement
    one = matching.undo_deal(by=by, introduction=introduction, at=at)
    if code:
        agreements.lapse_draft(by=by, code=code, at=at)
    return one


@write
def answer(*, by: Actor, suggestion: Suggestion, answer: str, at: datetime) -> Introduction | None:
    """Answer a suggestion. A yes asks the other to meet, or accepts when the other asked already."""
    matching.answer_suggestion(by=by, suggestion=suggestion, answer=answer, at=at)
    if answer != YES:
        return None
    other, own = suggestion.listing or suggestion.initiative, suggestion.own_listing
    assert other
    mine = {"listing": own} if own else {"initiative": suggestion.own_initiative}
    asker = other.person_id if isinstance(other, Listing) else other.initiator_id
    theirs = Introduction.objects.filter(**mine, asker=asker, owner=by.person_id, state=ASKED).first()
    if theirs:
        return matching.accept_introduction(by=by, introduction=theirs, at=at)
    helps = own.initiative if own else suggestion.own_initiative
    return matching.ask_introduction(by=by, about=other, helps=helps, at=at)


def _initiative(one: Introduction) -> Initiative | None:
    """The initiative that the deal is for: of the listing, of the asker, or what it was about."""
    listed = one.listing.initiative if one.listing else None
    return listed or one.helps or one.initiative


def _owner_gives(one: Introduction) -> bool:
    """Whether the owner promises something: of an offer the owner does, of a need the asker."""
    return bool(one.listing and one.listing.is_offer)
