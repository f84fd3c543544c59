"""An organisation asks to take part by itself: somebody asks, and who may decides."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.parties import facts, rules
from middenstip.domain.parties.models import Application, Membership, Seat
from middenstip.domain.parties.selectors import (
    hold_person,
    on_day,
    organisation_named,
    sides_around,
    speaking,
)
from middenstip.domain.parties.services.parties import organisation_seat, same_half, take_seat
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

MOST = 3  # applications of one person that wait at the same time
GONE = "Over deze aanvraag is al beslist: %(state)s."


@write
def apply_for_seat(
    *, by: Doer, organisation: str, title: str, half: Half, reason: str, area: Area, at: datetime
) -> Application:
    """Ask that an organisation takes part, with a seat for the person who asks. The same twice is once."""
    person = hold_person(by.person_id)
    told = {
        "organisation": typed.name("organisation", organisation),
        "title": typed.name("title", title),
        "reason": typed.line(reason),
    }
    errors = {field: "Vul dit in." for field, text in told.items() if not typed.folded(text)}
    if errors:
        raise Invalid(errors)
    if area.kind not in (Kind.MUNICIPALITY, Kind.DISTRICT):
        raise Invalid({"area": "Kies een gemeente of een wijk."})
    folded = typed.folded(told["organisation"])
    waiting = list(Application.objects.filter(person=person, state=Application.ASKED))
    same = next((one for one in waiting if one.area_id == area.pk and one.folded == folded), None)
    if same:
        return same
    if len(waiting) >= MOST:
        raise NotNow(said("Je hebt al %(count)s aanvragen lopen. Wacht op antwoord.", count=MOST))
    _fits(told["organisation"], half, area, by.person_id, timezone.localdate(at))
    made = Application(person=person, area=area, half=half, folded=folded, at=at, **told).store()
    _record(facts.ApplicationMade, made, by, at)
    return made


@write
def accept_application(*, by: Actor, application: Application, at: datetime) -> Seat:
    """The organisation takes part: its seat is made, confirmed, and the applicant sits in it."""
    application = _decidable(by, application, at)
    seat = organisation_seat(
        organisation=application.organisation,
        title=application.title,
        half=Half(application.half),
        reason=application.reason,
        area=application.area,
        at=at,
    )
    take_seat(person=application.person, seat=seat, at=at)
    if seat.confirmed_at is None:
        seat.confirmed_at, seat.confirmed_by_id = at, by.seat_id
        seat.store("confirmed_at", "confirmed_by")
    _decide(application, Application.ACCEPTED, by, at, seat=seat)
    _record(facts.ApplicationAccepted, application, by, at)
    return seat


@write
def refuse_application(*, by: Actor, application: Application, answer: str, at: datetime) -> Application:
    """The organisation does not take part; the applicant reads why, and may ask again."""
    application = _decidable(by, application, at)
    answer = typed.line(answer)
    if not answer:
        raise Invalid({"answer": "Schrijf in één zin waarom. De aanvrager leest het."})
    _decide(application, Application.REFUSED, by, at, answer=answer)
    _record(facts.ApplicationRefused, application, by, at)
    return application


def _fits(organisation: str, half: Half, area: Area, person: int, today: date) -> None:
    """Refuse another half than the organisation has here, and a seat that the person has already."""
    known = organisation_named(organisation)
    if known is None:
        return
    same_half(sides_around(known, area), known, half)
    sits = Membership.objects.filter(on_day(today), person=person, seat__side__organisation=known)
    if sits.filter(seat__area=area).exists():
        raise NotNow("Je zit hier al voor deze organisatie. Kies haar als pet.")


def _decidable(by: Actor, application: Application, at: datetime) -> Application:
    """The application, with its applicant locked first, when this actor may decide about it now."""
    hold_person(application.person_id)
    rows = Application.objects.select_for_update(of=("self",))
    held = rows.select_related("area__district", "area__municipality", "person").get(pk=application.pk)
    around = [one.code for one in (held.area, held.area.district, held.area.municipality) if one]
    counts = speaking(held.area, held.half, timezone.localdate(at)).filter(pk=by.seat_id).exists()
    is_own = by.person_id == held.person_id
    require(rules.may_decide_application(by, around, is_own, counts))
    if held.state != Application.ASKED:
        raise NotNow(said(GONE, state=Application.WORDS[held.state]))
    return held


def _decide(application: Application, state: str, by: Actor, at: datetime, **more: Any) -> None:
    for name, value in more.items():
        setattr(application, name, value)
    application.state, application.decided_at, application.decided_by_id = state, at, by.seat_id
    application.store("state", "decided_at", "decided_by", *more)


def _record(kind: Any, application: Application, by: Doer, at: datetime) -> None:
    record(kind(subject=application.public_id, **application.area.where), by=by, at=at)
