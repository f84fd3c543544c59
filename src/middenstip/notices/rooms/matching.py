"""Who hears about needs, offers and introductions: the two people, and the owner."""

from __future__ import annotations

from typing import Any

from middenstip.domain.matching import facts
from middenstip.domain.matching.lifecycle import ASKED, LISTED
from middenstip.domain.matching.models import Introduction, Listing, Suggestion
from middenstip.domain.matching.selectors import introduction_by_id, listing_by_id, suggestion_by_id
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


def _gaps(dossier: Dossier) -> dict[str, Any]:
    listing, one, suggestion = listing_of(dossier), introduction_of(dossier), suggestion_of(dossier)
    return {"listing": listing, "introduction": one, "suggestion": suggestion}


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
    },
    things={"listing": listing_of, "introduction": introduction_of, "suggestion": suggestion_of},
    gaps=_gaps,
)
