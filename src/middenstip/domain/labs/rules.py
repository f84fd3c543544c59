"""Who hosts a lab, when it may open, what it may be called, and when a place is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from middenstip.domain.labs.lifecycle import (
    CHECK,
    CHECK_HOLDS,
    CLOSED,
    FURTHEST_VISIT,
    JOINED,
    LEAST_MONTHS,
    MOST_VISITORS,
    NAME_HELD,
    OPEN,
)
from middenstip.domain.labs.models import Lab, LabHost, LabPlace, LabTask, LabVisit, OtherDay, RoleCheck
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.term import public_holidays
from middenstip.kernel.verdict import YES, Verdict, no, said

HOLIDAY = "feestdag"
PLACE, HOURS = "Een plek", "Openingstijden"
HOST_OF = "Gastheer of gastvrouw met rolcheck: %(half)s"
MONEY = "Geld voor minstens %(months)s maanden"
CRITERIA = (HOST_OF, PLACE, HOURS, MONEY)
HIDDEN = "Deze tekst is verborgen. Lees bij het besluit waarom."
_HOURS = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3])[.:]([0-5]\d)")
_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
WEEK = 7


def may_manage(by: Actor, lab: Lab, hosts: Iterable[LabHost]) -> Verdict:
    """Who hosts it now; while it is a plan also who wrote it."""
    runs = {host.seat_id for host in hosts if host.state == JOINED}
    if by.seat_id not in runs and not (lab.state != OPEN and by.person_id == lab.person_id):
        return no("Alleen wie dit lab draagt, doet dit.")
    return no(HIDDEN) if lab.is_hidden else YES


def is_hosting(by: Doer, hosts: Iterable[LabHost]) -> bool:
    """Whether they act in a seat that hosts it now."""
    return isinstance(by, Actor) and any(one.seat_id == by.seat_id and one.state == JOINED for one in hosts)


def may_take(lab: Lab) -> Verdict:
    """Everybody who is logged in takes a task of a lab that is not closed."""
    if lab.is_hidden:
        return no(HIDDEN)
    return no("Dit lab is dicht. Er is niets meer te doen.") if lab.state == CLOSED else YES


def may_move(by: Doer, task: LabTask, hosts: Iterable[LabHost]) -> Verdict:
    """Who does a task gives it back and says that it is done; a host of the lab does so too."""
    if by.person_id == task.person_id or is_hosting(by, hosts):
        return YES
    return no("Alleen wie deze taak doet, of wie dit lab draagt, verplaatst hem.")


def may_visit(lab: Lab) -> Verdict:
    """Everybody may have a look at a lab that is open."""
    if lab.is_hidden:
        return no(HIDDEN)
    if lab.state == CLOSED:
        return no("Dit lab is dicht. Langskomen kan niet meer.")
    return YES if lab.state == OPEN else no("Dit lab is nog niet open. Langskomen kan nog niet.")


def may_come_on(place: LabPlace, others: Iterable[OtherDay], day: date, today: date) -> Verdict:
    """On a day that comes, on which the lab is at this place and it is open."""
    if day < today:
        return no("Deze dag is al geweest. Kies een dag die nog komt.")
    if day > today + FURTHEST_VISIT:
        return no("Kies een dag in het komende halfjaar.")
    if not place.is_there(day):
        return no("Op die dag is het lab niet op deze plek. Kies een andere dag, of kijk waar het dan is.")
    found = hours_on(place, others, day)
    if not found.hours:
        if found.why:
            return no(said("Die dag is het hier dicht: %(why)s. Kies een andere dag.", why=found.why))
        return no("Die dag is het hier dicht. Kies een dag waarop het open is.")
    return YES


def wrong_wish(
    place: LabPlace, others: Iterable[OtherDay], on: date | None, people: int, today: date
) -> dict[str, str]:
    """What is wrong with the day and the number of a wished visit, by field."""
    wrong = {}
    if on is None:
        wrong["on"] = "Kies een dag."
    elif refusal := may_come_on(place, others, on, today).reason:
        wrong["on"] = refusal
    if people < 1:
        wrong["people"] = "Met hoeveel mensen kom je? Vul 1 of meer in."
    elif people > MOST_VISITORS:
        wrong["people"] = "Met meer dan vijftig mensen is het een bijeenkomst. Kondig die aan."
    return wrong


def may_answer_visit(by: Actor, hosts: Iterable[LabHost]) -> Verdict:
    """Who hosts the lab answers."""
    return YES if is_hosting(by, hosts) else no("Alleen wie dit lab draagt, geeft antwoord.")


def may_read_visit(by: Doer | None, visit: LabVisit, hosts: Iterable[LabHost]) -> Verdict:
    """Who asked, and the hosts."""
    if by and (by.person_id == visit.person_id or is_hosting(by, hosts)):
        return YES
    return no("Alleen wie dit bezoek vroeg, en wie het lab draagt, lezen dit.")


def may_tell_needs(by: Doer, visit: LabVisit) -> Verdict:
    """Who asked says what they need."""
    return YES if by.person_id == visit.person_id else no("Alleen wie dit bezoek vroeg, vult dit in.")


def may_withdraw_visit(by: Doer, visit: LabVisit, hosts: Iterable[LabHost]) -> Verdict:
    """Who asked; for somebody without an account the hosts."""
    if by.person_id == visit.person_id or (visit.person_id is None and is_hosting(by, hosts)):
        return YES
    return no("Alleen wie dit bezoek vroeg, trekt het in.")


def may_join(by: Actor, host: LabHost, check: RoleCheck | None, at: datetime) -> Verdict:
    """The seat that was asked, by a person who passed the check less than a year ago."""
    if by.seat_id != host.seat_id:
        return no("Alleen de zetel die is gevraagd, zegt ja of nee.")
    if not has_passed(check, at):
        return no("Doe eerst de rolcheck. Zonder rolcheck draag je geen lab.")
    return YES


def may_answer(by: Actor, host: LabHost) -> Verdict:
    """The seat itself says no, or stops."""
    if by.seat_id != host.seat_id:
        return no("Alleen wie zelf in deze zetel zit, stopt ermee.")
    return YES


def may_pin(lab: Lab) -> Verdict:
    """Anybody puts an idea on the wall of a lab that is there."""
    if lab.is_hidden:
        return no(HIDDEN)
    if lab.state == CLOSED:
        return no("Dit lab is dicht. Een idee kun je wel bij ons indienen.")
    return YES


def has_passed(check: RoleCheck | None, at: datetime) -> bool:
    """Whether the check went well less than a year ago."""
    return bool(check and check.passed_at and at < check.passed_at + CHECK_HOLDS)


def wrong_answers(answers: Mapping[str, str]) -> list[str]:
    """The keys of the questions that were not answered well."""
    return [asked.key for asked in CHECK if answers.get(asked.key) != asked.right]


@dataclass(frozen=True)
class Criterion:
    """Something that must be there before a lab opens."""

    words: str
    is_met: bool


def criteria(lab: Lab, place: LabPlace | None) -> list[Criterion]:
    """What a lab needs to open, in the order of the plan."""
    halves = [Criterion(said(HOST_OF, half=half.value), bool(lab.halves & half.bit)) for half in Half]
    return [
        *halves,
        Criterion(PLACE, place is not None),
        Criterion(HOURS, place is not None and any(place.hours)),
        Criterion(said(MONEY, months=LEAST_MONTHS), lab.months >= LEAST_MONTHS),
    ]


def may_open(lab: Lab, place: LabPlace | None) -> Verdict:
    """Everything of the plan is there."""
    if all(one.is_met for one in criteria(lab, place)):
        return YES
    return no("Nog niet alles is er. Kijk in het labplan wat ontbreekt.")


def is_stadslab(lab: Lab) -> bool:
    """Whether it may be called stadslab: it is open, and no half is missing for more than eight weeks."""
    return lab.state == OPEN and not lab.is_unnamed


def loses_name_on(lab: Lab) -> date | None:
    """The day on which it may not be called stadslab any more, if nothing changes."""
    return lab.missing_since + NAME_HELD if lab.missing_since else None


def hours_of(text: str) -> tuple[time, time] | None:
    """*9.00-17.00* as two times; None when it says something else, or ends before it begins."""
    found = _HOURS.fullmatch(typed.line(text))
    if not found:
        return None
    first, second, third, fourth = (int(part) for part in found.groups())
    start, end = time(first, second), time(third, fourth)
    return (start, end) if start < end else None


def clock_time(text: str) -> time | None:
    """*10.00* as a time; None when it says something else."""
    found = _TIME.fullmatch(typed.line(text))
    return time(int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True)
class DayAtPlace:
    """The hours of a place on one day, "" when it is closed, and why when that is not as usual."""

    on: date
    hours: str
    why: str = ""


def hours_on(place: LabPlace, others: Iterable[OtherDay], day: date) -> DayAtPlace:
    """An exception of the hosts wins; on a public holiday it is closed; else it is as every week."""
    for one in others:
        if one.on == day:
            return DayAtPlace(day, one.hours, one.why)
    if not place.is_there(day):
        return DayAtPlace(day, "")
    if day in public_holidays(day.year):
        return DayAtPlace(day, "", HOLIDAY)
    return DayAtPlace(day, place.hours[day.weekday()] if place.hours else "")


def is_open_at(place: LabPlace, others: Iterable[OtherDay], moment: datetime) -> bool:
    """Whether somebody can walk in at this local moment."""
    found = hours_of(hours_on(place, others, moment.date()).hours)
    return bool(found and found[0] <= moment.time() < found[1])


def week_of(place: LabPlace, others: Sequence[OtherDay], today: date) -> list[DayAtPlace]:
    """The next seven days."""
    return [hours_on(place, others, today + timedelta(days=number)) for number in range(WEEK)]
