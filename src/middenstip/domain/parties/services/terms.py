"""The terms that an organisation chooses."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.parties import facts, rules
from middenstip.domain.parties.lifecycle import LONGEST, TERMS
from middenstip.domain.parties.models import Organisation, Seat, TermRule
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require, said
from middenstip.kernel.write import write


@write
def choose_term(*, by: Actor, organisation: Organisation, kind: str, days: int, at: datetime) -> None:
    """An organisation chooses in how many working days it answers; what runs already keeps its last day."""
    own = Seat.objects.filter(pk=by.seat_id).values_list("side__organisation", flat=True).first()
    require(rules.may_set_terms(by, organisation.pk, own or 0))
    if kind not in TERMS:
        raise Invalid({"kind": "Kies waarvoor deze termijn is."})
    if not 1 <= days <= LONGEST:
        raise Invalid({"days": said("Kies 1 tot en met %(most)s werkdagen.", most=LONGEST)})
    TermRule.objects.update_or_create(organisation=organisation, kind=kind, defaults={"days": days})
    record(facts.TermChosen(subject=organisation.public_id, term=kind, days=days), by=by, at=at)
