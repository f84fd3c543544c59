"""Giving an agreement a later day is told to those it concerns."""

from __future__ import annotations

from datetime import timedelta

from tests.cast import Cast, agreement
from tests.notices.ears import heard, post

from middenstip.domain.agreements import services
from middenstip.domain.reports.selectors import story_of


def test_a_postponed_agreement_is_in_the_story_and_the_initiator_gets_a_notice(cast: Cast) -> None:
    made = agreement(cast)
    post(cast)
    told = {"what": made.what, "conditions": made.conditions, "number": 1}
    for days in (-1, 1):  # an earlier day does not give this fact
        due = made.due_on + timedelta(days=days)
        services.change_agreement(by=cast.ilse, agreement=made, due_on=due, **told, at=cast.tick())
        told["number"] += 1
    post(cast)

    assert "Er is meer tijd: De grond is schoon en klaar om te planten." in heard(cast.marijke)
    said = [line.text for line in story_of(made.initiative.public_id) if line.kind == "agreement.postponed"]
    assert said == [
        "Ilse van der Kolk (gemeente Deventer) gaf een afspraak meer tijd: "
        "De grond is schoon en klaar om te planten."
    ]
