"""What a person shows on a page of their own."""

from __future__ import annotations

from collections.abc import Collection

from middenstip.domain.parties.models import Profile
from middenstip.domain.parties.selectors import hold_person
from middenstip.kernel.actor import Doer
from middenstip.kernel.write import write

SHOWABLE = ("portrait", "seats", "initiatives", "promises")


@write
def choose_profile(*, by: Doer, shows: Collection[str]) -> None:
    """A person shows exactly these of `SHOWABLE`; with none of them there is no page. Repeatable.

    It holds the person, so that a page cannot appear after an erasure.
    """
    hold_person(by.person_id)
    chosen = {name: name in shows for name in SHOWABLE}
    if any(chosen.values()):
        Profile.objects.update_or_create(person_id=by.person_id, defaults=chosen)
    else:
        Profile.objects.filter(person=by.person_id).delete()
