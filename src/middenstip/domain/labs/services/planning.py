"""Services that plan a lab, change it, open, move and close it, and its opening hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.labs import facts, rules
from middenstip.domain.labs.lifecycle import LAB, MOST_EXCEPTIONS, MOST_MONTHS, MOST_PLACES
from middenstip.domain.labs.models import HostDays, Lab, LabHost, LabPlace, OtherDay
from middenstip.domain.labs.selectors import hosts_of, labs_to_unname, place_of
from middenstip.domain.labs.services.record import count_halves, fresh, record_lab
from middenstip.domain.labs.services.tasks import drop_tasks
from middenstip.domain.labs.services.visits import call_off_after, call_off_visits
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

AT_ONCE = 200
WRONG_HOURS = "Schrijf de uren als 9.00-17.00, of laat de dag leeg."


@write
@once(lambda public_id: Lab.objects.get(public_id=public_id))
def plan_lab(
    *, by: Actor, told: Mapping[str, Any], area: Area, key: str = "", public_id: str = "", at: datetime
) -> Lab:
    """Write a plan for a lab. The seat that writes it is the first that is asked to host it."""
    lab = Lab(
        public_id=public_id or new_id(),
        **_cleaned(told),
        person_id=by.person_id,
        seat_id=by.seat_id,
        area=area,
        planned_at=at,
    ).store()
    LabHost(lab=lab, seat_id=by.seat_id, half=by.half, at=at).store()
    record_lab(facts.LabPlanned, lab, by, at)
    return lab


@write
def change_lab(*, by: Actor, lab: Lab, told: Mapping[str, Any], at: datetime) -> Lab:
    """Change the words of the plan and for how long there is money."""
    lab = fresh(lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    lab.state = LAB.after(lab.state, "change")
    new = _cleaned(told)
    for name, value in new.items():
        setattr(lab, name, value)
    lab.store(*new)
    record_lab(facts.LabChanged, lab, by, at)
    return lab


@write
def move_lab(
    *, by: Actor, lab: Lab, told: Mapping[str, Any], hours: Sequence[str], from_on: date | None, at: datetime
) -> LabPlace:
    """The lab gets a place, moves to another, or stands somewhere for a while as a pop-up.

    `told` has name, and may have address, access, is_popup, until_on and point (longitude, latitude).
    """
    lab = fresh(lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    LAB.after(lab.state, "move")
    is_popup, until = bool(told.get("is_popup")), told.get("until_on")
    start = from_on or timezone.localdate(at)
    name = typed.name("name", told.get("name", ""))
    if not name:
        raise Invalid({"name": "Schrijf op waar het lab is."})
    lon, lat = told.get("point") or (None, None)
    if is_popup and (until is None or until <= start):
        raise Invalid({"until_on": "Een pop-up staat er een tijdje. Kies de dag waarop hij weg is."})
    if LabPlace.objects.filter(lab=lab).count() >= MOST_PLACES:
        raise NotNow("Dit lab had al honderd plekken. Meer passen er niet bij.")
    before = place_of(lab)
    if before and not is_popup:
        if start <= before.from_on:
            raise Invalid({"from_on": "Kies een dag na de dag waarop het lab hier kwam."})
        before.until_on = start
        before.store("until_on")
        call_off_after(before, lab, by, at)
    place = LabPlace(
        lab=lab,
        name=name,
        address=typed.line(str(told.get("address", ""))),
        access=typed.text(told.get("access", "")),
        hours=_week(hours),
        lon=lon,
        lat=lat,
        is_popup=is_popup,
        from_on=start,
        until_on=until if is_popup else None,
    ).store()
    record_lab(facts.LabMoved, lab, by, at, place=place.public_id)
    return place


@write
def change_place(*, by: Actor, place: LabPlace, told: Mapping[str, Any], at: datetime) -> LabPlace:
    """Other words about the same place: `told` has name, address, access and point (or None)."""
    lab = fresh(place.lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    LAB.after(lab.state, "change")
    name = typed.name("name", told.get("name", ""))
    if not name:
        raise Invalid({"name": "Schrijf op waar het lab is."})
    place.name, place.address = name, typed.line(str(told.get("address", "")))
    place.access = typed.text(told.get("access", ""))
    place.lon, place.lat = told.get("point") or (None, None)
    place.store("name", "address", "access", "lon", "lat")
    record_lab(facts.LabChanged, lab, by, at)
    return place


@write
def set_host_days(*, by: Actor, place: LabPlace, days: Sequence[int], at: datetime) -> None:
    """A host says on which weekdays (Monday is 0) they are at this place; none: they do not say."""
    lab = fresh(place.lab)
    hosts = hosts_of(lab)
    require(rules.may_manage(by, lab, hosts))
    host = next((one for one in hosts if one.seat_id == by.seat_id and rules.is_hosting(by, [one])), None)
    if host is None:
        raise NotNow("Zeg eerst dat je dit lab mee draagt. Dan kies je je dagen.")
    chosen = sorted({day for day in days if 0 <= day < rules.WEEK})
    if place.hours and any(not place.hours[day] for day in chosen):
        raise Invalid({"days": "Op een van deze dagen is het hier dicht. Kies dagen waarop het open is."})
    HostDays.objects.filter(host=host, place=place).delete()
    if chosen:
        HostDays(host=host, place=place, days=chosen).store()
    record_lab(facts.LabChanged, lab, by, at)


@write
def change_hours(*, by: Actor, place: LabPlace, hours: Sequence[str], at: datetime) -> LabPlace:
    """Other hours for every week."""
    lab = fresh(place.lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    place.hours = _week(hours)
    place.store("hours")
    record_lab(facts.LabChanged, lab, by, at)
    return place


@write
def set_other_day(
    *, by: Actor, place: LabPlace, on: date | None, hours: str, why: str, at: datetime
) -> OtherDay:
    """Other hours on one day; "" is closed. The same day again replaces what stood."""
    lab = fresh(place.lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    if on is None or on < timezone.localdate(at):
        raise Invalid({"on": "Kies een dag die nog komt."})
    hours = typed.line(hours)
    if hours and not rules.hours_of(hours):
        raise Invalid({"hours": WRONG_HOURS})
    known = OtherDay.objects.filter(place=place, on=on).first()
    if not known and OtherDay.objects.filter(place=place).count() >= MOST_EXCEPTIONS:
        raise NotNow("Er staan al zestig bijzondere dagen. Meer passen er niet bij.")
    day = known or OtherDay(place=place, on=on)
    day.hours, day.why = hours, typed.name("why", why)
    day.store()
    record_lab(facts.LabChanged, lab, by, at)
    return day


@write
def open_lab(*, by: Actor, lab: Lab, at: datetime) -> Lab:
    """Open it: three halves with the check, a place, hours, and money."""
    lab = fresh(lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    state = LAB.after(lab.state, "open")
    if refusal := rules.may_open(lab, place_of(lab)).reason:
        raise NotNow(refusal)
    lab.state, lab.opened_at = state, at
    lab.store("state", "opened_at")
    record_lab(facts.LabOpened, lab, by, at)
    return count_halves(lab, at)


@write
def close_lab(*, by: Actor, lab: Lab, why: str, at: datetime) -> Lab:
    """It closes, and says why."""
    lab = fresh(lab)
    require(rules.may_manage(by, lab, hosts_of(lab)))
    lab.state = LAB.after(lab.state, "close")
    lab.why_closed = typed.text(why)
    if not lab.why_closed:
        raise Invalid({"why": "Schrijf op waarom het lab dichtgaat. Iedereen leest het."})
    lab.store("state", "why_closed")
    drop_tasks(lab, by, at)
    call_off_visits(lab, by, at)
    record_lab(facts.LabClosed, lab, by, at)
    return count_halves(lab, at)


def unname_labs(*, at: datetime) -> int:
    """Labs of which a half is missing for eight weeks may not be called stadslab. Safe to run twice."""
    return sum(_unname(lab=lab, at=at) for lab in labs_to_unname(timezone.localdate(at), AT_ONCE))


@write
def _unname(*, lab: Lab, at: datetime) -> int:
    lab = fresh(lab)
    lab.is_unnamed = True
    lab.store("is_unnamed")
    record_lab(facts.LabUnnamed, lab, None, at)
    return 1


def _cleaned(told: Mapping[str, Any]) -> dict[str, Any]:
    name, money = typed.name("name", told.get("name", "")), typed.name("money", told.get("money", ""))
    aim, months = typed.text(told.get("aim", "")), told.get("months") or 0
    if not name:
        raise Invalid({"name": "Geef het lab een naam."})
    if not aim:
        raise Invalid({"aim": "Schrijf op waar het lab voor is."})
    if not 0 <= months <= MOST_MONTHS:
        raise Invalid({"months": "Geef een aantal maanden van 0 tot 120."})
    return {"name": name, "aim": aim, "months": months, "money": money}


def _week(hours: Sequence[str]) -> list[str]:
    """Seven texts, each as hours or empty."""
    week = [typed.line(one) for one in hours]
    if len(week) != rules.WEEK or any(one and not rules.hours_of(one) for one in week):
        raise Invalid({"hours": WRONG_HOURS})
    return week
