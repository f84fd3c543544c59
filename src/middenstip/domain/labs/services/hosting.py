"""Services for the hosts of a lab: asked, the check, joined, stopped, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.labs import facts, rules
from middenstip.domain.labs.lifecycle import ASKED, HOST, JOINED, LAB, MOST_HOSTS
from middenstip.domain.labs.models import HostDays, Lab, LabHost, RoleCheck
from middenstip.domain.labs.selectors import TALKING, check_of, hosts_of, hosts_to_lapse
from middenstip.domain.labs.services.record import count_halves, fresh, record_lab
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import sitting_in
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

AT_ONCE = 500


@write
def ask_host(*, by: Actor, lab: Lab, seat: Seat, at: datetime) -> LabHost:
    """Ask a seat to host the lab; also one that said no or stopped."""
    lab = fresh(lab)
    hosts = hosts_of(lab)
    require(rules.may_manage(by, lab, hosts))
    LAB.after(lab.state, "ask")
    if not sitting_in([seat.pk], timezone.localdate(at))[seat.pk]:
        raise Invalid({"seat": "Deze zetel is leeg: niemand leest je vraag. Kies een andere."})
    host = next((one for one in hosts if one.seat_id == seat.pk), None)
    if host is None:
        if len(hosts) >= MOST_HOSTS:
            raise NotNow("Er zijn al dertig mensen gevraagd. Meer passen er niet bij.")
        host = LabHost(lab=lab, seat=seat, half=seat.half)
    elif HOST.allows(host.state, "ask"):
        host.state = ASKED
    else:
        raise Invalid({"seat": "Deze zetel is al gevraagd."})
    host.at = at
    host.store()
    record_lab(facts.LabHostAsked, lab, by, at, seat=seat.public_id)
    return host


@write
def do_check(*, by: Doer, answers: Mapping[str, str], at: datetime) -> list[str]:
    """The five questions; returns the keys of wrong answers. Without any, it holds for a year."""
    wrong = rules.wrong_answers(answers)
    check = RoleCheck.objects.select_for_update().filter(person_id=by.person_id).first()
    check = check or RoleCheck(person_id=by.person_id)
    check.tries += 1
    check.tried_at = at
    if not wrong:
        check.passed_at = at
    check.store()
    return wrong


@write
def join_lab(*, by: Actor, host: LabHost, at: datetime) -> LabHost:
    """The seat hosts the lab: for the first time, again after it stopped, or after a new check."""
    return _say(by, host, "join", facts.LabHostJoined, at)


@write
def refuse_lab(*, by: Actor, host: LabHost, at: datetime) -> LabHost:
    """The seat does not host it."""
    return _say(by, host, "refuse", facts.LabHostRefused, at)


@write
def leave_lab(*, by: Actor, host: LabHost, at: datetime) -> LabHost:
    """The seat stops. When that was the last of its half, the lab says so."""
    return _say(by, host, "leave", facts.LabHostLeft, at)


@write
def drop_check_of(*, person: Person) -> None:
    """A person is erased: how their check went is deleted."""
    RoleCheck.objects.filter(person=person).delete()


@write
def drop_days_of(*, person: int) -> None:
    """A person (a key) is erased: nobody reads any more on which days they are at a place."""
    HostDays.objects.filter(host__person=person).delete()


@write
def stop_hosting(*, by: Actor, at: datetime) -> None:
    """The person of this own seat left for good: it hosts no lab any more, and answers no question."""
    for host in LabHost.objects.filter(seat=by.seat_id, state__in=TALKING).order_by("lab"):
        if host.state == ASKED:
            _say(by, host, "refuse", facts.LabHostRefused, at)
        else:
            _say(by, host, "leave", facts.LabHostLeft, at)


def lapse_hosts(*, at: datetime) -> int:
    """Hosts of whom the check is more than a year old do it again. Safe to run twice."""
    return sum(_lapse(host=host, at=at) for host in hosts_to_lapse(at, AT_ONCE))


@write
def _lapse(*, host: LabHost, at: datetime) -> int:
    lab = fresh(host.lab)
    host = LabHost.objects.select_related("seat").get(pk=host.pk)
    host.state = HOST.after(host.state, "lapse")
    host.store("state")
    record_lab(facts.LabHostLapsed, lab, None, at, seat=host.seat.public_id)
    count_halves(lab, at)
    return 1


def _say(by: Actor, host: LabHost, act: str, fact: Any, at: datetime) -> LabHost:
    lab = fresh(host.lab)
    host = LabHost.objects.select_related("seat").get(pk=host.pk)
    if act == "join":
        require(rules.may_join(by, host, check_of(by.person_id), at))
        LAB.after(lab.state, "ask")
    else:
        require(rules.may_answer(by, host))
    host.state, host.at = HOST.after(host.state, act), at
    if host.state == JOINED:
        host.person_id = by.person_id
    host.store("state", "at", "person")
    if act == "leave":
        HostDays.objects.filter(host=host).delete()
    record_lab(fact, lab, by, at, seat=host.seat.public_id)
    count_halves(lab, at)
    return host
