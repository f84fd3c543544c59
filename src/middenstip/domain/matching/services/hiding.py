"""Hiding the text of a need or offer, and showing it again; journeys of moderation call this."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.matching import facts
from middenstip.domain.matching.models import Listing
from middenstip.domain.matching.services.record import record_listing
from middenstip.kernel import hidden
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def hide_listing(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts. It is in no list until it is shown again."""
    listing = _locked(code)
    hidden.hide(listing, words)
    record_listing(facts.ListingHidden, listing, by, at)


@write
def show_listing(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    listing = _locked(code)
    hidden.show(listing)
    record_listing(facts.ListingShown, listing, by, at)


def _locked(code: str) -> Listing:
    rows = Listing.objects.select_for_update(of=("self",))
    return rows.select_related("area", "initiative").get(public_id=code)
