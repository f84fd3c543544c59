"""A year at the desk: nothing gets lost when people leave, the worker dies and the mail is down.

Always a short one runs, of a season. `YEAR_AT_THE_DESK=full` (`make year`) plays a whole year: 400 cases with
12 handlers of whom 3 leave.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from django.core import mail
from django.test import override_settings

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.terms import cases_to_ring
from middenstip.domain.intake.tasks import ring_bells as ring_cases
from middenstip.domain.moderation.models import Posting
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.lifecycle import UNSETTLED
from middenstip.domain.parties.models import Handover, HandoverLine, Person, Seat
from middenstip.domain.parties.rules import HANDLER, MANAGER
from middenstip.domain.parties.selectors import hats_of_person, sitting_in, working
from middenstip.domain.parties.services import Appointee
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.lifecycle import ANSWERED
from middenstip.domain.signals.models import Answer, Signal
from middenstip.domain.signals.selectors import reporters_of
from middenstip.domain.signals.tasks import ring_bells as ring_signals
from middenstip.journal.models import Entry
from middenstip.journeys import assess_initiative, hand_over_seat
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.term import is_working_day
from middenstip.notices.models import Delivery, Notice
from middenstip.notices.tasks import bring_round
from tests.cast import Cast, person, seat_of, submitted

IS_FULL = os.environ.get("YEAR_AT_THE_DESK") == "full"
CASES, HANDLERS, LEAVERS, SIGNALS, DAYS = (400, 12, 3, 40, 366) if IS_FULL else (4, 3, 2, 2, 100)
FIRST = date(2026, 11, 3)
DOWN = {date(2027, 2, 1), date(2027, 2, 2)}
POST_DAY = 40  # in the short one the post is brought round once in so many days
NOWHERE = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_PORT": 9}


@dataclass
class Year:
    """What was counted, and who works there."""

    cast: Cast
    luck: Random
    handlers: list[Actor] = field(default_factory=list)
    coming: list[tuple[date, int]] = field(default_factory=list)  # who takes over which seat, and when
    sent: list[str] = field(default_factory=list)  # the Message-ID of every mail that went out
    killed: int = 0

    def at(self, day: date, hour: int = 9) -> datetime:
        self.cast.at = max(datetime.combine(day, time(hour), UTC), self.cast.at + timedelta(seconds=1))
        return self.cast.at


def test_nothing_gets_lost_in_a_year(cast: Cast) -> None:
    year = Year(cast, Random(17))
    _staff(year)
    arrivals = sorted(year.luck.randrange(0, DAYS * 3 // 4) for _ in range(CASES))
    told = sorted(year.luck.randrange(5, DAYS * 2 // 3) for _ in range(SIGNALS))
    leaving = [DAYS // 8 + DAYS // 5 * number for number in range(LEAVERS)]
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        for _ in range(arrivals.count(number)):
            year.at(day)
            submitted(cast, f"Plan {Case.objects.count()}")
        for _ in range(told.count(number)):
            _signal(year, day)
        if leaving and number >= leaving[0] and _leave(year, day):
            leaving.pop(0)
        _arrive(year, day)
        if is_working_day(day):
            _work(year, day)
        _night(year, day)
    _check(year)


def _staff(year: Year) -> None:
    """The handlers, and a manager."""
    cast, city = year.cast, Area.objects.get(code="GM0150")
    parties.appoint(seat=seat_of(cast.ilse), role=MANAGER, area=city, at=cast.tick())
    for number in range(HANDLERS):
        whom = Appointee(
            email=f"h{number}@demo.middenstip.example",
            name=f"Behandelaar {number}",
            title=f"behandelaar {number}",
            organisation="gemeente Deventer",
            half=Half.GOVERNMENT,
            reason="De gemeente.",
        )
        seat = parties.seat_person(whom=whom, area=city, at=cast.tick())
        parties.appoint(seat=seat, role=HANDLER, area=city, at=cast.tick())
        who = sitting_in([seat.pk], cast.today)[seat.pk][0]
        year.handlers.append(hats_of_person(Person.objects.get(pk=who.pk), cast.today)[0])


def _leave(year: Year, day: date) -> bool:
    """The handler with the most in hand leaves; on a day that nobody has anything in hand, nobody does."""
    running = Case.objects.filter(state__in=["in_hand", "started"])
    busy = Counter(running.values_list("handler", flat=True))
    gone = max(year.handlers, key=lambda one: busy[one.seat_id])
    if not busy[gone.seat_id]:
        return False
    year.handlers.remove(gone)
    who, seat = person(gone), Seat.objects.select_related("area", "side").get(pk=gone.seat_id)
    hand_over_seat.stand_up(person=who, seat=seat, at=year.at(day))
    if len(year.coming) + 1 < LEAVERS:  # after the last one nobody comes
        year.coming.append((day + timedelta(days=5), seat.pk))
    return True


def _arrive(year: Year, day: date) -> None:
    """Somebody new sits in a seat that was left, and takes over what is there; not always all of it."""
    for when, seat in year.coming:
        if when != day:
            continue
        new = parties.expect_person(email=f"n{seat}@demo.middenstip.example", name="Nieuw", at=year.at(day))
        parties.take_seat(person=new, seat=Seat.objects.get(pk=seat), at=year.at(day))
        year.handlers.append(hats_of_person(new, day)[0])
        for line in HandoverLine.objects.filter(handover__seat=seat, state="waits"):
            if year.luck.random() < 0.9:
                parties.confirm_line(by=year.handlers[-1], line=line, at=year.at(day))


def _signal(year: Year, day: date) -> None:
    """Marijke meets something, a neighbour too; the desk sends it on, but not always."""
    cast, area = year.cast, Area.objects.select_related("municipality", "district").get(code="WK015014")
    texts = {"title": f"Regel {Signal.objects.count()}", "text": "Dit houdt ons tegen."}
    made = signals.report_signal(by=cast.marijke, kind="rule", area=area, texts=texts, at=year.at(day))
    signals.join_signal(by=cast.gerrit, signal=made, at=year.at(day))
    if year.luck.random() < 0.8:
        signals.address_signal(by=cast.samira, signal=made, to=seat_of(cast.ilse), at=year.at(day))


def _work(year: Year, day: date) -> None:
    """Some cases are taken, some go a step further, and some lie still too long."""
    luck = year.luck
    waiting = Case.objects.filter(state__in=["new", "in_hand", "started"])
    free = [case for case in waiting if luck.random() < 0.1]
    sits = set(working(HANDLER, day).values_list("seat", flat=True))
    for case in free:
        by = next((one for one in year.handlers if one.seat_id == case.handler_id), None)
        if by is None and case.handler_id not in sits:
            assess_initiative.take(by=luck.choice(year.handlers), case=case, at=year.at(day))
        elif by and case.state == "in_hand":
            intake.confirm_start(by=year.cast.marijke, case=case, at=year.at(day))
            intake.confirm_start(by=by, case=case, at=year.at(day))
        elif by:
            answer = {"outcome": "support", "answer": "We helpen.", "at": year.at(day)}
            assess_initiative.decide(by=by, case=case, **answer)
    for signal in Signal.objects.filter(state="addressed"):
        if luck.random() < 0.04:
            told = {"outcome": "stays", "text": "De wet zegt het.", "at": year.at(day)}
            signals.answer_signal(by=year.cast.ilse, signal=signal, **told)


def _night(year: Year, day: date) -> None:
    """The worker rings; sometimes it is killed half-way, sometimes it runs twice."""
    at = year.at(day, 22)
    Posting.objects.all().delete()  # that a person posts a lot is another story
    if year.luck.random() < 0.1:
        for case in cases_to_ring(day, year.luck.randrange(3)):
            intake.ring_case(case=case, managers={}, at=at)
        year.killed += 1
    else:
        for _ in range(year.luck.choice([1, 2])):
            ring_cases(at)
            ring_signals(at)
            hand_over_seat.ring(at=at)
    if not (IS_FULL or day in DOWN or day.toordinal() % POST_DAY == 0):
        return
    mail.outbox.clear()
    with clock.frozen(at), override_settings(**(NOWHERE if day in DOWN else {})):
        bring_round()
    year.sent += [str(one.extra_headers.get("Message-ID", "")) for one in mail.outbox]


def _check(year: Year) -> None:
    end = year.at(FIRST + timedelta(days=DAYS + 1))
    mail.outbox.clear()
    with clock.frozen(end):
        ring_cases(end)
        ring_signals(end)
        hand_over_seat.ring(at=end)
        bring_round()
    year.sent += [str(one.extra_headers.get("Message-ID", "")) for one in mail.outbox]
    sits = set(working(HANDLER, end.date()).values_list("seat", flat=True))
    cases = list(Case.objects.all())
    rang: dict[str, list[str]] = {}
    for entry in Entry.objects.filter(kind__in=["case.reminded", "case.escalated"]).order_by("pk"):
        rang.setdefault(entry.subject, []).append(entry.data["bell"])
    late = 0
    for case in cases:
        assert case.due_on
        heard = rang.get(case.public_id, [])
        assert case.state == "decided" or case.handler_id in sits or case.bell_on
        was_late = case.was_in_time is False or (case.was_in_time is None and case.due_on < end.date())
        late += was_late
        if was_late:
            assert heard[:2] == ["halfway", "tomorrow"]
            assert heard[2:3] == ["due"]
        once = Counter(bell for bell in heard if bell != "late")
        assert set(once.values()) <= {1}
        assert case.initiative.initiator_id == year.cast.marijke.person_id
    for signal in Signal.objects.all():
        answers = Answer.objects.filter(signal=signal).count()
        assert (signal.state in ANSWERED) == bool(answers)
        assert answers or signal.bell_on
        answered = Entry.objects.filter(kind="signal.answered", subject=signal.public_id)
        assert Notice.objects.filter(entry__in=answered).count() == answers * len(reporters_of(signal))
    lines = Counter(HandoverLine.objects.values_list("state", flat=True))
    for handover in Handover.objects.filter(lines__state__in=UNSETTLED).distinct():
        assert handover.bell_on  # red: it rings at the manager, week after week
        assert Entry.objects.filter(kind="handover.rang", subject=handover.seat.public_id).exists()
    left = Entry.objects.filter(kind="seat.left").count()
    assert left == LEAVERS
    assert lines["confirmed"]
    pairs = Notice.objects.values_list("entry", "person")
    assert len(pairs) == len(set(pairs))
    sent = Delivery.objects.filter(state="sent")
    assert not Delivery.objects.exclude(state="sent").exists()
    assert Counter(year.sent).most_common(1)[0][1] == 1
    assert len(year.sent) == sent.count()
    assert Initiative.objects.filter(case__isnull=False).count() == len(cases) == CASES
    print(
        f"{len(cases)} cases, {late} late, {sum(len(one) for one in rang.values())} bells, "
        f"{left} left with {dict(lines)}, "
        f"{Signal.objects.count()} signals, {len(year.sent)} mails once, worker killed {year.killed} times"
    )
