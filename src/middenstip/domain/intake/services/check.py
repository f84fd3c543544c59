"""The intake and the ACTIE-check, filled in by both sides. Neither holds anything up."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import CASE, CHANNELS, DESK, FACETS, INITIATOR
from middenstip.domain.intake.models import Case, Check
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

Told = dict[str, tuple[int, str, str]]  # by facet: score, note, action


@write
def fill_in_check(*, by: Actor, case: Case, told: Told, at: datetime) -> None:
    """One side says how each facet stands; filled in again, it replaces what that side said before."""
    case = fresh(case)
    require(rules.may_check(by, case))
    CASE.after(case.state, "write")
    side = INITIATOR if is_initiator(by.person_id, case.initiative) else DESK
    wrong = {facet: "Kies een cijfer van 1 tot en met 5." for facet in FACETS if not _fits(told.get(facet))}
    if wrong:
        raise Invalid(wrong)
    Check.objects.filter(case=case, side=side).delete()
    rows = [_row(case, side, facet, *told[facet], at) for facet in FACETS]
    Check.objects.bulk_create(rows)
    record_about(facts.CheckFilledIn, case, by, at, side=side)


@write
def fill_in_intake(*, by: Actor, case: Case, own_part: str, channel: str = "", at: datetime) -> Case:
    """The first question: what can you and your neighbours do yourselves? The handler may say how it came in.

    What came in at the counter, by phone or on paper is counted apart.
    """
    case = fresh(case)
    require(rules.may_check(by, case))
    CASE.after(case.state, "write")
    if channel and channel not in dict(CHANNELS):
        raise Invalid({"channel": "Kies hoe dit binnenkwam."})
    case.own_part = typed.text(own_part)
    if channel and rules.is_handler(by, case):
        case.channel = channel
    record_about(facts.IntakeFilledIn, case, by, at, channel=case.channel)
    return case.store("own_part", "channel")


def _fits(told: tuple[int, str, str] | None) -> bool:
    return told is not None and 1 <= told[0] <= 5


def _row(case: Case, side: str, facet: str, score: int, note: str, action: str, at: datetime) -> Check:
    row = Check(
        case=case,
        side=side,
        facet=facet,
        score=score,
        note=typed.line(note),
        action=typed.line(action),
        at=at,
    )
    row.inspect()
    return row
