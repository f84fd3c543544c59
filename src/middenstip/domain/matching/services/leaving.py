"""What this room does when a person asks to be erased."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from middenstip.domain.matching.lifecycle import ASKED, ENDED, LISTING, MET
from middenstip.domain.matching.models import ContactMessage, Introduction, Listing, Suggestion
from middenstip.domain.matching.services.listings import take_away
from middenstip.domain.matching.services.movements import part_from_movements
from middenstip.domain.parties.models import Person
from middenstip.kernel.hidden import GONE
from middenstip.kernel.write import write


@write
def forget_person(*, person: Person, at: datetime) -> None:
    """Their needs and offers lapse and lose their text, their messages and suggestions are deleted.

    A deal that was made stays, without a name: another relies on it. So does a movement of others.
    """
    for listing in Listing.objects.select_for_update(of=("self",)).filter(person=person).order_by("pk"):
        if LISTING.allows(listing.state, "withdraw"):
            take_away(by=None, listing=listing, at=at)
    empty = {name: "" for name in Listing.public_texts if name != "title"}
    Listing.objects.filter(person=person).update(title=GONE, hidden=None, **empty)
    ContactMessage.objects.filter(person=person).delete()
    own = Introduction.objects.filter(Q(asker=person) | Q(owner=person))
    own.filter(state__in=(ASKED, MET)).update(state=ENDED)
    Introduction.objects.filter(asker=person).update(text="")
    Suggestion.objects.filter(person=person).delete()
    part_from_movements(person, at)
