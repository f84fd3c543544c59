"""Who may announce, pitch and promise, what came of a pitch, and how a promise stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.initiatives.lifecycle import DRAFT, LEARNING, PROJECT, STAGES, STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.podium.lifecycle import SIGNED_WITHIN
from middenstip.domain.podium.models import Edition, Pitch, Promise
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import YES, Verdict, no

HIDDEN = "Deze tekst is verborgen. Lees bij het besluit waarom."
WAITS, UNCONFIRMED, SIGNED, KEPT, MISSED, GONE = "waits", "unconfirmed", "signed", "kept", "missed", "gone"
STANDS = {
    WAITS: "wacht op een handtekening",
    UNCONFIRMED: "nog niet bevestigd",
    SIGNED: "getekend",
    KEPT: "gedaan",
    MISSED: "niet gehaald",
    GONE: "ingetrokken",
}
BECAME = {"initiatief": "initiatief", "project": "project", "gestopt": "gestopt", "mislukt": "mislukt"}


def is_host(by: Doer | None, edition: Edition) -> bool:
    """The person who announced it, or another in the same seat."""
    if by is None:
        return False
    return by.person_id == edition.person_id or getattr(by, "seat_id", None) == edition.seat_id


def may_manage(by: Doer, edition: Edition) -> Verdict:
    """The host makes the programme, goes a step further, and types in cards."""
    if not is_host(by, edition):
        return no("Alleen wie deze editie organiseert, doet dit.")
    return no(HIDDEN) if edition.is_hidden else YES


def may_pitch(by: Actor, edition: Edition, initiative: Initiative) -> Verdict:
    """The initiator, with an initiative that runs."""
    if edition.is_hidden:
        return no(HIDDEN)
    if not is_initiator(by.person_id, initiative):
        return no("Alleen de initiatiefnemer pitcht dit initiatief.")
    if initiative.stage == DRAFT:
        return no("Dit idee is nog een concept. Verstuur het eerst.")
    if not STAGES.acts(initiative.stage):
        return no("Dit initiatief is afgesloten. Pitchen kan niet meer.")
    return YES


def may_drop(by: Doer, pitch: Pitch) -> Verdict:
    """Who pitches takes it back, and the host may too."""
    if by.person_id != pitch.person_id and not is_host(by, pitch.edition):
        return no("Alleen wie pitcht of organiseert, trekt deze pitch terug.")
    return YES


def may_promise(by: Actor, pitch: Pitch) -> Verdict:
    """Anybody with a seat; nobody to their own initiative, or to one that ended."""
    if pitch.is_hidden or pitch.edition.is_hidden:
        return no(HIDDEN)
    if by.seat_id == pitch.initiative.seat_id:
        return no("Dit is je eigen pitch. Een ander belooft je iets.")
    if not STAGES.acts(pitch.initiative.stage):
        return no("Dit initiatief is afgesloten. Iets beloven kan niet meer.")
    return YES


def became(initiative: Initiative) -> str:
    """What a pitched initiative is now, as one of `BECAME`."""
    if initiative.stage == STOPPED:
        return "gestopt"
    if initiative.stage == LEARNING:
        return "mislukt" if initiative.outcome == "mislukt" else "project"
    return "project" if initiative.stage == PROJECT else "initiatief"


def stand_of(promise: Promise, agreement: str, today: date) -> str:
    """How a promise stands, by the state of the agreement that it became ("" for none)."""
    known = {"open": SIGNED, "done": KEPT, "not_met": MISSED, "withdrawn": GONE, "lapsed": GONE}
    if agreement in known:
        return known[agreement]
    return UNCONFIRMED if today > _day(promise.at) + SIGNED_WITHIN else WAITS


def counted(stands: Iterable[str]) -> dict[str, int]:
    """How many promises were made, signed and kept. What was kept or missed was signed before."""
    found = list(stands)
    signed = sum(one in (SIGNED, KEPT, MISSED) for one in found)
    return {"made": len(found), "signed": signed, "kept": found.count(KEPT)}


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)
