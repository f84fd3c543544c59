"""What was kept long enough is deleted; a clock that is wrong for a while deletes next to nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session

from middenstip.domain.parties.models import Person
from middenstip.kernel import clock
from middenstip.notices import terms
from middenstip.notices.models import QUEUED, Delivery, Notice, Pulse
from middenstip.notices.tasks import bring_round, reconcile
from tests.cast import Cast, submitted


def look_over(at: datetime) -> None:
    with clock.frozen(at):
        reconcile.func()


def days(cast: Cast, number: int) -> datetime:
    return cast.at + timedelta(days=number)


def test_mail_that_ended_is_forgotten_after_ninety_days_and_a_notice_after_two_years(cast: Cast) -> None:
    submitted(cast)
    with clock.frozen(cast.at):
        bring_round()
    first, *others = Delivery.objects.order_by("pk")
    notices = Notice.objects.count()
    assert others
    Delivery.objects.filter(pk=first.pk).update(state=QUEUED)  # not sent yet: it stays, however old
    assert terms.end_terms(days(cast, 90)) == 0
    assert terms.end_terms(days(cast, 91)) == len(others)
    assert [one.pk for one in Delivery.objects.all()] == [first.pk]
    assert (terms.end_terms(days(cast, 730)), Notice.objects.count()) == (0, notices)
    terms.end_terms(days(cast, 731))
    assert (Notice.objects.count(), Delivery.objects.count()) == (0, 0)


def test_lines_of_administrators_are_kept_for_two_years(cast: Cast) -> None:
    kind = ContentType.objects.get_for_model(Person)
    for years, name in ((1, "new"), (3, "old")):
        line = LogEntry.objects.create(
            user_id=cast.noor.person_id, content_type=kind, object_repr=name, action_flag=CHANGE
        )
        LogEntry.objects.filter(pk=line.pk).update(action_time=days(cast, -365 * years))
    terms.end_terms(cast.at)
    assert [one.object_repr for one in LogEntry.objects.all()] == ["new"]


def test_many_rows_go_in_small_parts_and_the_rest_waits(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    submitted(cast)
    with clock.frozen(cast.at):
        bring_round()
    monkeypatch.setattr(terms, "AT_ONCE", 1)
    monkeypatch.setattr(terms, "MOST", 2)
    many = Delivery.objects.count()
    assert (terms.end_terms(days(cast, 91)), Delivery.objects.count()) == (2, many - 2)


def test_a_clock_that_is_months_ahead_for_a_round_deletes_nothing_that_was_not_almost_due(cast: Cast) -> None:
    look_over(cast.at)
    Session.objects.create(session_key="two-months", session_data="", expire_date=days(cast, 59))
    Session.objects.create(session_key="tomorrow", session_data="", expire_date=days(cast, 1))
    look_over(days(cast, 61))
    assert [one.session_key for one in Session.objects.all()] == ["two-months"]
    look_over(days(cast, 1))  # right again
    assert [one.session_key for one in Session.objects.all()] == ["two-months"]
    look_over(days(cast, 3))
    assert Pulse.objects.get().looked_over_at == days(cast, 3)


def test_after_a_long_standstill_the_terms_end_on_the_second_day(cast: Cast) -> None:
    look_over(cast.at)
    Session.objects.create(session_key="old", session_data="", expire_date=days(cast, 20))
    look_over(days(cast, 61))
    assert Session.objects.count() == 1
    look_over(days(cast, 62))
    assert Session.objects.count() == 0
