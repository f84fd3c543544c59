"""Services for a visit to a place: somebody asks, the hosts name a day and time or say no."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.labs import facts, rules
from middenstip.domain.labs.lifecycle import (
    AGREED,
    MOST_VISITS,
    MOST_VISITS_OF_PERSON,
    NEEDS_KEPT,
    NO,
    OPEN_VISITS,
    VISIT,
    VISIT_DAYS,
    VISIT_KEPT,
    WISHED,
)
from middenstip.domain.labs.models import Lab, LabPlace, LabVisit
from middenstip.domain.labs.selectors import hosts_of, other_days, visits_over, visits_to_ring
from middenstip.domain.labs.services.record import fresh, record_lab
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.contact import has_contact
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.term import working_days
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

AT_ONCE = 200
CLOSES = "Het lab gaat dicht."
MOVES = "Het lab is die dag niet meer op deze plek."


@write
@once(lambda public_id: LabVisit.objects.get(public_id=public_id))
def ask_visit(
    *,
    by: Doer,
    place: LabPlace,
    on: date | None,
    people: int,
    needs: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> LabVisit:
    """Somebody who proved their address asks to have a look. One visit at a time to a place."""
    mine = LabVisit.objects.filter(person_id=by.person_id, state__in=OPEN_VISITS)
    if mine.filter(place=place).exists():
        raise NotNow("Je vroeg hier al een bezoek aan. Kan die dag niet? Trek het in en vraag het opnieuw.")
    if mine.count() >= MOST_VISITS_OF_PERSON:
        raise NotNow("Je hebt al vijf bezoeken staan. Kom eerst langs, of trek er een in.")
    visit = LabVisit(public_id=public_id or new_id(), person_id=by.person_id, needs=typed.text(needs))
    lab = _wish(visit, place, on, people, at)
    visit.start_term(timezone.localdate(at), min(VISIT_DAYS, working_days(timezone.localdate(at), visit.on)))
    visit.store()
    assert visit.due_on
    record_lab(facts.VisitAsked, lab, by, at, visit=visit.public_id, due=visit.due_on.isoformat())
    return visit


@write
@once(lambda public_id: LabVisit.objects.get(public_id=public_id))
def note_visit(
    *,
    by: Actor,
    place: LabPlace,
    name: str,
    on: date | None,
    time_at: str,
    people: int,
    needs: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> LabVisit:
    """A host notes what somebody asked by phone or at the counter, with the time that they agreed."""
    require(rules.may_answer_visit(by, hosts_of(place.lab)))
    name = typed.name("name", name)
    if not name:
        raise Invalid({"name": "Schrijf op wie er komt. Een voornaam is genoeg."})
    if has_contact(name) or has_contact(needs):
        raise Invalid({"name": "Schrijf geen mailadres of telefoonnummer op."})
    visit = LabVisit(public_id=public_id or new_id(), name=name, needs=typed.text(needs))
    lab = _wish(visit, place, on, people, at)
    visit.comes_at = _moment(on, time_at, at)
    visit.state = VISIT.after(visit.state, "agree")
    visit.store()
    record_lab(facts.VisitAnswered, lab, by, at, visit=visit.public_id, answer=visit.state)
    return visit


@write
def tell_needs(*, by: Doer, visit: LabVisit, needs: str, at: datetime) -> LabVisit:
    """Who asked says what they need, or nothing. Only the hosts read it, until a week after the visit."""
    _lab, visit = _held(visit)
    require(rules.may_tell_needs(by, visit))
    VISIT.after(visit.state, "withdraw")
    visit.needs = typed.text(needs)
    return visit.store("needs")


@write
def agree_visit(
    *, by: Actor, visit: LabVisit, on: date | None, time_at: str, answer: str = "", at: datetime
) -> LabVisit:
    """A host says when they can come: *kom woensdag om 10.00*. Another time later says so again."""
    lab, visit = _held(visit)
    require(rules.may_answer_visit(by, hosts_of(lab)))
    require(rules.may_visit(lab))
    state = VISIT.after(visit.state, "agree")
    moment = _moment(on, time_at, at)
    day = timezone.localdate(moment)
    if not visit.place.is_there(day):
        raise Invalid({"on": "Op die dag is het lab niet op deze plek. Kies een andere dag."})
    if (visit.state, visit.comes_at, visit.answer) == (AGREED, moment, typed.text(answer)):
        return visit
    visit.comes_at, visit.on = moment, day
    return _answer(visit, lab, state, answer, by, at)


@write
def refuse_visit(*, by: Actor, visit: LabVisit, answer: str, at: datetime) -> LabVisit:
    """A host says no, with the reason; also to a visit that was agreed."""
    lab, visit = _held(visit)
    require(rules.may_answer_visit(by, hosts_of(lab)))
    state = VISIT.after(visit.state, "refuse")
    if not typed.text(answer):
        raise Invalid({"answer": "Schrijf op waarom het niet kan, en wat wel kan."})
    return _answer(visit, lab, state, answer, by, at)


@write
def withdraw_visit(*, by: Doer, visit: LabVisit, at: datetime) -> LabVisit:
    """They come no longer. For somebody without an account a host says so."""
    lab, visit = _held(visit)
    require(rules.may_withdraw_visit(by, visit, hosts_of(lab)))
    return _withdraw(visit, lab, by, at)


def call_off_visits(lab: Lab, by: Actor, at: datetime) -> None:
    """The lab closes: nobody can come any more. Inside a write that locked the lab."""
    _call_off(lab, CLOSES, by, at, place__lab=lab)


def call_off_after(place: LabPlace, lab: Lab, by: Actor, at: datetime) -> None:
    """The lab leaves this place: visits on a later day are off. Inside a write that locked the lab."""
    _call_off(lab, MOVES, by, at, place=place, on__gte=place.until_on)


@write
def drop_visits_of(*, person: int, at: datetime) -> None:
    """A person (a key) is erased: the hosts hear that they do not come, and nothing of it is kept."""
    for one in LabVisit.objects.filter(person=person).select_related("place").order_by("place__lab", "pk"):
        lab, visit = _held(one)
        if visit.state in OPEN_VISITS:
            _withdraw(visit, lab, None, at)
        visit.delete()


def ring_visits(*, at: datetime) -> int:
    """Ring every bell of today and earlier; returns how many visits. Safe to run twice."""
    return sum(_ring(visit=visit, at=at) for visit in visits_to_ring(timezone.localdate(at), AT_ONCE))


def end_visits(*, at: datetime) -> int:
    """What was agreed for a day that passed is over; what nobody answered lapses. Safe to run twice."""
    return sum(_end(visit=visit, at=at) for visit in visits_over(timezone.localdate(at), AT_ONCE))


@write
def forget_visits(*, at: datetime) -> int:
    """Delete what somebody needed a week after the visit, and the visit itself after four weeks."""
    today = timezone.localdate(at)
    LabVisit.objects.filter(on__lt=today - NEEDS_KEPT).exclude(needs="").update(needs="")
    return LabVisit.objects.filter(on__lt=today - VISIT_KEPT).delete()[0]


@write
def _ring(*, visit: LabVisit, at: datetime) -> int:
    lab, visit = _held(visit)
    assert visit.due_on
    for bell in visit.ring(timezone.localdate(at)):
        due = visit.due_on.isoformat()
        record_lab(facts.VisitRang, lab, None, at, visit=visit.public_id, bell=bell, due=due)
    visit.store("bell_on")
    return 1


@write
def _end(*, visit: LabVisit, at: datetime) -> int:
    lab, visit = _held(visit)
    if visit.state not in OPEN_VISITS:
        return 0
    is_unanswered = visit.state == WISHED
    visit.state = VISIT.after(visit.state, "lapse" if is_unanswered else "pass")
    visit.end_term()
    if is_unanswered:
        visit.needs = ""
        record_lab(facts.VisitLapsed, lab, None, at, visit=visit.public_id)
    visit.store("state", "needs", "bell_on")
    return 1


def _wish(visit: LabVisit, place: LabPlace, on: date | None, people: int, at: datetime) -> Lab:
    """Put the place, the day and the number into a new visit, if they can be."""
    lab = fresh(place.lab)
    require(rules.may_visit(lab))
    place = LabPlace.objects.get(pk=place.pk)
    today = timezone.localdate(at)
    wrong = rules.wrong_wish(place, other_days([place], on or today), on, people, today)
    if wrong or on is None:
        raise Invalid(wrong)
    if LabVisit.objects.filter(place=place, state__in=OPEN_VISITS).count() >= MOST_VISITS:
        raise NotNow("Er staan al honderd bezoeken. Probeer het over een paar dagen opnieuw.")
    visit.place, visit.on, visit.people, visit.asked_at = place, on, people, at
    return lab


def _moment(on: date | None, time_at: str, at: datetime) -> datetime:
    """This day and time of the clock. Raises `Invalid` when it is no time, or not to come."""
    if on is None:
        raise Invalid({"on": "Kies een dag."})
    found = rules.clock_time(time_at)
    if found is None:
        raise Invalid({"time_at": "Schrijf de tijd als 10.00."})
    moment = datetime.combine(on, found, timezone.get_default_timezone())
    if moment <= at:
        raise Invalid({"on": "Deze tijd is al geweest. Kies een tijd die nog komt."})
    return moment


def _answer(visit: LabVisit, lab: Lab, state: str, answer: str, by: Actor, at: datetime) -> LabVisit:
    visit.state, visit.answer = state, typed.text(answer)
    visit.end_term()
    if state == NO:
        visit.needs = ""
    visit.store("state", "answer", "comes_at", "on", "needs", "bell_on")
    record_lab(facts.VisitAnswered, lab, by, at, visit=visit.public_id, answer=state)
    return visit


def _withdraw(visit: LabVisit, lab: Lab, by: Doer | None, at: datetime) -> LabVisit:
    visit.state, visit.needs = VISIT.after(visit.state, "withdraw"), ""
    visit.end_term()
    visit.store("state", "needs", "bell_on")
    record_lab(facts.VisitWithdrawn, lab, by, at, visit=visit.public_id)
    return visit


def _call_off(lab: Lab, why: str, by: Actor, at: datetime, **where: object) -> None:
    """Say no to all that wait or are agreed, in one step however many they are."""
    rows = LabVisit.objects.filter(state__in=OPEN_VISITS, **where)
    found = list(rows.order_by("pk").values_list("public_id", flat=True))
    if found:
        rows.update(state=NO, answer=why, needs="", bell_on=None)
    for visit in found:
        record_lab(facts.VisitAnswered, lab, by, at, visit=visit, answer=NO)


def _held(visit: LabVisit) -> tuple[Lab, LabVisit]:
    """The visit with its lab, locked. Raises `NotNow` when it is gone."""
    lab = fresh(Lab(pk=visit.place.lab_id))
    found = LabVisit.objects.select_related("place").filter(pk=visit.pk).first()
    if found is None:
        raise NotNow("Dit bezoek is er niet meer.")
    return lab, found
