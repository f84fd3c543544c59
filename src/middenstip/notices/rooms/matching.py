"""Who hears about needs, offers and introductions: the two people, and the owner. And about movements: the
initiators of what is in it, or asked."""

from __future__ import annotations

from typing import Any

from middenstip.domain.matching import facts
from middenstip.domain.matching.lifecycle import ASKED, INVITED, JOINED, LISTED, WANTS
from middenstip.domain.matching.models import Introduction, Listing, Movement, MovementMember, Suggestion
from middenstip.domain.matching.selectors import introduction_by_id, listing_by_id, suggestion_by_id
from middenstip.domain.matching.selectors.movements import members_of, movement_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def listing_of(dossier: Dossier) -> Listing | None:
    return dossier.subject("listing", listing_by_id)


def introduction_of(dossier: Dossier) -> Introduction | None:
    return dossier.subject("introduction", introduction_by_id)


def suggestion_of(dossier: Dossier) -> Suggestion | None:
    return dossier.subject("suggestion", suggestion_by_id)


def movement_of(dossier: Dossier) -> Movement | None:
    return dossier.subject("movement", movement_by_id)


def _members(dossier: Dossier) -> list[MovementMember]:
    movement = movement_of(dossier)
    return members_of(movement.pk) if movement else []


def _about(dossier: Dossier) -> MovementMember | None:
    """What is in the movement, or asked, of the initiative that the fact names."""
    code = dossier.entry.data.get("initiative")
    return next((one for one in _members(dossier) if one.initiative.public_id == code), None)


def _initiator(dossier: Dossier) -> list[Any]:
    one = _about(dossier)
    return [one.initiative.initiator] if one else []


def _others_in_it(dossier: Dossier) -> list[Any]:
    """The initiators of what is in it, each once, without the initiative that the fact names."""
    code = dossier.entry.data.get("initiative")
    inside = [one.initiative for one in _members(dossier) if one.state == JOINED]
    return list({one.initiator_id: one.initiator for one in inside if one.public_id != code}.values())


def _lister(dossier: Dossier) -> list[Any]:
    listing = listing_of(dossier)
    return [listing.person] if listing else []


def _asker(dossier: Dossier) -> list[Any]:
    one = introduction_of(dossier)
    return [one.asker] if one else []


def _owner(dossier: Dossier) -> list[Any]:
    one = introduction_of(dossier)
    return [one.owner] if one else []


def _suggested(dossier: Dossier) -> list[Any]:
    one = suggestion_of(dossier)
    return [one.person] if one else []


LISTER = Audience("lister", "jij dit vroeg of aanbood", _lister)
ASKER = Audience("introduction_asker", "jij wilde kennismaken", _asker)
OWNER = Audience("introduction_owner", "een ander met jou wil kennismaken", _owner)
SUGGESTED = Audience("suggested", "dit past bij wat jij vraagt, aanbiedt of begon", _suggested)

ASKED_IN = Audience("movement_asked", "dit over jouw initiatief gaat", _initiator)
IN_IT = Audience("movement_member", "jouw initiatief in deze beweging zit", _others_in_it)


def waits(dossier: Dossier) -> bool:
    """Whether the question to meet still waits for an answer."""
    one = introduction_of(dossier)
    return one is not None and one.state == ASKED


def is_asked(dossier: Dossier) -> bool:
    """Whether the owner still has to say that it is true."""
    listing = listing_of(dossier)
    return listing is not None and listing.asked_at is not None and listing.state in LISTED


def is_unanswered(dossier: Dossier) -> bool:
    one = suggestion_of(dossier)
    return one is not None and not one.answer


def is_invited(dossier: Dossier) -> bool:
    one = _about(dossier)
    return one is not None and one.state == INVITED


def is_waiting(dossier: Dossier) -> bool:
    one = _about(dossier)
    return one is not None and one.state == WANTS


def _gaps(dossier: Dossier) -> dict[str, Any]:
    listing, one, suggestion = listing_of(dossier), introduction_of(dossier), suggestion_of(dossier)
    movement = movement_of(dossier)
    return {"listing": listing, "introduction": one, "suggestion": suggestion, "movement": movement}


_SHOWN = Silent("the page shows it")
_BOTH = (ASKER, OWNER)
POST = Post(
    heard={
        facts.ListingPlaced: Silent("it is found by searching, and suggested to whom it fits"),
        facts.ListingChanged: _SHOWN,
        facts.ListingConfirmed: _SHOWN,
        facts.ListingQuestioned: (own(LISTER, page="listing", still=is_asked),),
        facts.ListingSlept: (own(LISTER, page="listing"),),
        facts.ListingWithdrawn: Silent("the owner did it"),
        facts.ListingHidden: Silent("who moderates tells the writer why"),
        facts.ListingShown: Silent("who moderates tells the writer why"),
        facts.SuggestionMade: (own(SUGGESTED, page="suggestion", still=is_unanswered),),
        facts.IntroductionAsked: (own(OWNER, page="introduction", still=waits),),
        facts.IntroductionAccepted: (own(ASKER, page="introduction"),),
        facts.IntroductionDeclined: (own(ASKER, page="introduction"),),
        facts.IntroductionWritten: (own(*_BOTH, page="introduction"),),
        facts.IntroductionEnded: (own(*_BOTH, page="introduction"),),
        facts.DealMade: (own(*_BOTH, page="introduction"),),
        facts.DealUndone: (own(*_BOTH, page="introduction"),),
        facts.DealDone: (own(*_BOTH, page="introduction"),),
        facts.MovementProposed: Silent("the person who is asked hears that"),
        facts.MovementInvited: (own(ASKED_IN, page="movement", still=is_invited),),
        facts.MovementWanted: (own(IN_IT, page="movement", still=is_waiting),),
        facts.MovementBegun: (own(IN_IT, page="movement"),),
        facts.MovementJoined: (own(ASKED_IN, page="movement"), own(IN_IT, page="movement", text="others")),
        facts.MovementDeclined: (own(IN_IT, page="movement"),),
        facts.MovementRefused: (own(ASKED_IN, page="movement"),),
        facts.MovementLeft: (own(IN_IT, page="movement"),),
        facts.MovementChanged: _SHOWN,
        facts.MovementEnded: (own(IN_IT, page="movement"),),
        facts.MovementHidden: Silent("who moderates tells the writer why"),
        facts.MovementShown: Silent("who moderates tells the writer why"),
    },
    things={
        "listing": listing_of,
        "introduction": introduction_of,
        "suggestion": suggestion_of,
        "movement": movement_of,
    },
    gaps=_gaps,
)
