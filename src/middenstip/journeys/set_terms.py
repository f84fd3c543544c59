"""What an organisation promises: in how many working days it answers, and its bylaw on challenges."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Organisation
from middenstip.domain.parties.selectors import terms_of
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def settle(
    *, by: Actor, organisation: Organisation, days: Mapping[str, int], bylaw: Mapping[str, str], at: datetime
) -> None:
    """Choose the terms that are different now, and the bylaw when it has a name."""
    known = terms_of(organisation.pk)
    for kind, number in days.items():
        if known.get(kind) != number:
            parties.choose_term(by=by, organisation=organisation, kind=kind, days=number, at=at)
    if any(bylaw.values()):
        intake.choose_bylaw(by=by, organisation=organisation, **bylaw)
