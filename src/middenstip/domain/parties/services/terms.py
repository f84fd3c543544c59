"""The terms that an organisation chooses."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.parties import facts, rules
from middenstip.domain.parties.lifecycle import LONGEST, TERMS
from middenstip.domain.parties.models import Organisation, TermRule
from middenstip.domain.parties.selectors import organisation_of_seat
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require, said
from middenstip.kernel.write import write


@write
def choose_term(*, by: Actor, organisation: Organisation, kind: str, days: int, at: datetime) -> None:
    """An organisation chooses in how many working days it answers; what runs already keeps its last day."""
    require(rules.may_set_terms(by, organisation.pk, organisation_of_seat(by.seat_id)))
    if kind not in TERMS:
        raise Invalid({"kind": "Kies waarvoor deze termijn is."})
    if not 1 <= days <= LONGEST:
        raise Invalid({"days": said("Kies 1 tot en met %(most)s werkdagen.", most=LONGEST)})
    TermRule.objects.update_or_create(organisation=organisation, kind=kind, defaults={"days": days})
    record(facts.TermChosen(subject=organisation.public_id, term=kind, days=days), by=by, at=at)
