"""Who may lead a scan, fix it and repeat it, and who may say what an initiative changed."""

from __future__ import annotations

from collections.abc import Iterable

from middenstip.domain.baseline.models import Observation, Scan, ValueYes
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, FACILITATOR, HANDLER
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, no, said

LEADERS = CONNECTOR, FACILITATOR, HANDLER


def may_lead(actor: Actor, scan: Scan) -> Verdict:
    """Who started it, and the verbinder, gespreksleider and behandelaar of the area."""
    codes = [one.code for one in (scan.area, scan.district, scan.municipality) if one]
    if actor.person_id == scan.person_id or any(actor.has_role(role, *codes) for role in LEADERS):
        return YES
    return no("Dit doet wie de scan begon, of de verbinder, gespreksleider of behandelaar van dit gebied.")


def may_fix(halves: Iterable[str]) -> Verdict:
    """Each of the three halves read the figures."""
    there = set(halves)
    missing = [half.word.lower() for half in Half if half not in there]
    if not missing:
        return YES
    names = " en ".join(filter(None, [", ".join(missing[:-1]), missing[-1]]))
    return no(
        said(
            "Eerst zegt iedere helft of ze de cijfers herkent. Er is nog niets van: %(halves)s.", halves=names
        )
    )


def may_agree(actor: Actor, scan: Scan, seat: Seat, given: Iterable[ValueYes]) -> Verdict:
    """A confirmed seat in the gemeente says yes for its half, once; and one person for one half."""
    if seat.confirmed_at is None:
        return no("Nog niemand bevestigde dat jij voor deze helft spreekt.")
    if seat.area.municipality_id != scan.municipality_id:
        return no("Over een gebiedswaarde beslist wie in dit gebied een zetel heeft.")
    for one in given:
        if one.half == seat.half:
            return no("Jouw helft zei al ja.")
        if one.person_id == actor.person_id:
            return no("Je zei al ja, met een andere pet. Eén mens spreekt voor één helft.")
    return YES


def may_withdraw(actor: Actor, observation: Observation) -> Verdict:
    """Only the one who wrote it."""
    if actor.person_id == observation.person_id:
        return YES
    return no("Alleen wie dit opschreef, haalt het weg.")


def may_speak_for(actor: Actor, initiator: int) -> Verdict:
    """What an initiative changed is told by its initiator (a key)."""
    if actor.person_id == initiator:
        return YES
    return no("Wat een initiatief verandert, zegt de initiatiefnemer.")
