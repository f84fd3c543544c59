"""Reporting an obstacle, saying that it is yours too, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.lifecycle import SIGNAL_ROUTE, USUAL_DAYS
from middenstip.domain.signals import facts, rules
from middenstip.domain.signals.lifecycle import DEFAULTS, KINDS, MOST_HOURS, SIGNAL
from middenstip.domain.signals.models import Report, Signal
from middenstip.domain.signals.selectors import report_of
from middenstip.domain.signals.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import has_contact
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

LINES = ("title", "rule", "source", "proposal")
NEEDED = {"title": "Schrijf in één zin wat je tegenhoudt.", "text": "Schrijf wat er dan gebeurt."}
HOURS = "Vul een aantal uren in. Weet je het niet, laat het dan leeg."


@dataclass(frozen=True)
class Hinders:
    """What an obstacle hinders, as far as it is known."""

    initiative: Initiative | None = None
    case: Case | None = None
    agreement: Agreement | None = None


@write
@once(lambda public_id: Signal.objects.get(public_id=public_id), besides=("hinders",))
def report_signal(
    *,
    by: Actor,
    kind: str,
    area: Area,
    texts: Mapping[str, str],
    hours_lost: int = 0,
    about_person: bool = False,
    hinders: Hinders | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Signal:
    """Somebody tells what holds them up. A signal about a person is refused, with where to go."""
    if about_person:
        raise Invalid({"about_person": rules.ABOUT_A_PERSON})
    signal = Signal(public_id=public_id or new_id(), kind=kind, area=area, person_id=by.person_id, at=at)
    signal.municipality = area.municipality or area
    _fill(signal, texts)
    signal.hours_lost = _hours(hours_lost)
    signal.start_term(timezone.localdate(at), USUAL_DAYS[SIGNAL_ROUTE])
    signal.store()
    hinders = hinders or Hinders()
    _report(by, signal, hinders, signal.hours_lost, at)
    thread = hinders.initiative.public_id if hinders.initiative else ""
    record_about(facts.SignalReported, signal, by, at, thread=thread, sort=kind)
    return signal


@write
def join_signal(
    *, by: Actor, signal: Signal, initiative: Initiative | None = None, hours_lost: int = 0, at: datetime
) -> Signal:
    """Another person meets the same obstacle, and gets the answer too; a second time changes nothing."""
    signal = fresh(signal)
    signal.state = SIGNAL.after(signal.state, "join")
    if report_of(signal, by.person_id):
        return signal
    hours = _hours(hours_lost)
    _report(by, signal, Hinders(initiative), hours, at)
    signal.report_count += 1
    signal.hours_lost += hours
    record_about(facts.SignalJoined, signal, by, at)
    return signal.store("report_count", "hours_lost")


@write
def withdraw_signal(*, by: Actor, signal: Signal, at: datetime) -> Signal:
    """The only reporter takes it back, before it was sent to a seat."""
    signal = fresh(signal)
    require(rules.may_withdraw(by, signal))
    signal.state = SIGNAL.after(signal.state, "withdraw")
    signal.end_term()
    record_about(facts.SignalWithdrawn, signal, by, at)
    return signal.store("state", "bell_on")


def _fill(signal: Signal, texts: Mapping[str, str]) -> None:
    for name in LINES:
        setattr(signal, name, typed.line(texts.get(name, "")))
    signal.text, signal.default = typed.text(texts.get("text", "")), texts.get("default", "")
    errors = {name: why for name, why in NEEDED.items() if not getattr(signal, name)}
    if signal.kind not in KINDS:
        errors["kind"] = "Kies wat voor ding je tegenhoudt."
    if signal.default and signal.default not in DEFAULTS:
        errors["default"] = "Kies hoe het nu is."
    for name in ("title", "text", "rule", "proposal"):
        if has_contact(getattr(signal, name)):
            errors[name] = rules.NO_CONTACT
    if errors:
        raise Invalid(errors)


def _hours(typed_hours: int) -> int:
    if not 0 <= typed_hours <= MOST_HOURS:
        raise Invalid({"hours_lost": HOURS})
    return typed_hours


def _report(by: Actor, signal: Signal, hinders: Hinders, hours: int, at: datetime) -> None:
    if hinders.initiative and not hinders.initiative.submitted_at:
        raise NotNow("Dit idee is nog een concept. Verstuur het eerst.")
    Report(
        signal=signal,
        origin=signal,
        person_id=by.person_id,
        seat_id=by.seat_id,
        initiative=hinders.initiative,
        case=hinders.case,
        agreement=hinders.agreement,
        hours_lost=hours,
        at=at,
    ).store()
