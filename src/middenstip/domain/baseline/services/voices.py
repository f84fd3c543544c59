"""What people say in a scan: observations, solutions, and how they read the figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from middenstip.domain.baseline import facts, rules
from middenstip.domain.baseline.content import reads_like_solution
from middenstip.domain.baseline.lifecycle import OBSERVED, SCAN, SOLUTION, VIEWS
from middenstip.domain.baseline.models import Observation, Reading, Scan
from middenstip.domain.baseline.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

SURE = (
    "Dit lijkt een oplossing. Schrijf eerst op wat je ziet; oplossingen komen na de wandeling. "
    "Is het toch wat je zag? Zet dan het vinkje en verstuur het opnieuw."
)
ACTS = {OBSERVED: "observe", SOLUTION: "propose"}


@write
@once(lambda public_id: Observation.objects.select_related("scan").get(public_id=public_id))
def observe(
    *,
    by: Actor,
    scan: Scan,
    kind: str,
    texts: Mapping[str, str],
    is_sure: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Observation:
    """Write down what you saw and where; after the walk, what could be done about it.

    A text that reads like a solution is asked about once: `is_sure` says that it is what somebody saw.
    """
    if kind not in ACTS:
        raise Invalid({"": "Kies of dit een waarneming of een oplossing is."})
    scan = fresh(scan)
    SCAN.after(scan.state, ACTS[kind])
    text = typed.text(texts.get("text", ""))
    if not text:
        raise Invalid({"text": "Schrijf op wat je zag."})
    if kind == OBSERVED and not is_sure and reads_like_solution(text):
        raise Invalid({"is_sure": SURE})
    made = Observation(
        public_id=public_id or new_id(),
        scan=scan,
        kind=kind,
        text=text,
        place=typed.name("place", texts.get("place", "")),
        person_id=by.person_id,
        seat_id=by.seat_id,
        at=at,
    ).store()
    record_about(facts.ScanObserved, scan, by, at, sort=kind)
    return made


@write
def withdraw_observation(*, by: Actor, observation: Observation, at: datetime) -> Observation:
    """The writer takes it back: the words are deleted. Not after the scan was fixed."""
    scan = fresh(Scan(pk=observation.scan_id))
    found = Observation.objects.get(pk=observation.pk)
    require(rules.may_withdraw(by, found))
    if found.withdrawn_at:
        return found
    if scan.fixed_at and found.at < scan.fixed_at:
        raise NotNow("De scan staat vast. Wat toen gezien is, blijft staan.")
    found.text, found.place, found.hidden, found.withdrawn_at = "", "", None, at
    record_about(facts.ObservationWithdrawn, scan, by, at)
    return found.store("text", "place", "hidden", "withdrawn_at")


@write
def read_figures(*, by: Actor, scan: Scan, view: str, texts: Mapping[str, str], at: datetime) -> Reading:
    """Say whether you recognise the figures, for the half of your seat; again: it replaces the former."""
    if view not in VIEWS:
        raise Invalid({"view": "Kies of je de cijfers herkent."})
    scan = fresh(scan)
    SCAN.after(scan.state, "read")
    made = Reading.objects.filter(scan=scan, person=by.person_id).first()
    made = made or Reading(scan=scan, person_id=by.person_id)
    made.half, made.seat_id, made.view, made.at = by.half, by.seat_id, view, at
    made.experience, made.stands_out = (
        typed.text(texts.get(key, "")) for key in ("experience", "stands_out")
    )
    made.hidden = None
    record_about(facts.ScanRead, scan, by, at)
    return made.store()
