"""One round of the worker: notices every time, the check once a day, and no crash without a database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, NoReturn

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import InternalError, OperationalError, connection
from psycopg.errors import ReadOnlySqlTransaction

from middenstip.journal import readers
from middenstip.kernel import clock
from middenstip.notices import line, sender
from middenstip.notices.management.commands.worker import Command, _task_worker
from middenstip.notices.models import Delivery, Pulse
from middenstip.notices.reader import READER
from middenstip.notices.selectors import worker_is_there
from tests.cast import Cast, submitted

pytestmark = pytest.mark.django_db(transaction=True)  # a round may close the connection


def go_round(cast: Cast, reconciled: date | None) -> date | None:
    with clock.frozen(cast.at):
        return Command()._round(_task_worker(), reconciled)


def sessions(cast: Cast) -> int:
    """The number of stored sessions, one of which has expired."""
    Session.objects.create(session_key=f"s{cast.at:%d%H%M}", expire_date=cast.at - timedelta(minutes=1))
    return Session.objects.count()


def test_the_daily_check_runs_once_a_day(cast: Cast) -> None:
    assert sessions(cast) == 1
    today = go_round(cast, None)
    assert (today, Session.objects.count()) == (cast.today, 0)
    cast.tick()
    assert sessions(cast) == 1
    assert (go_round(cast, today), Session.objects.count()) == (today, 1)
    cast.tick(days=1)
    assert (go_round(cast, today), Session.objects.count()) == (cast.today, 0)


def test_every_round_sends_notices(cast: Cast) -> None:
    today = go_round(cast, None)
    submitted(cast)
    go_round(cast, today)
    mine = "Je idee staat online: Voedselbos Lettele"
    assert [one.to for one in mail.outbox if one.subject == mine] == [["marijke@demo.middenstip.example"]]


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the worker and the readers say; not what the daily check finds."""
    told = [one for one in caplog.records if one.name.startswith("middenstip")]
    return [one.getMessage() for one in told if one.name != "middenstip.notices.daily"]


@contextmanager
def away(start: str = "", error: Exception | None = None) -> Iterator[None]:
    """The database answers no statement that starts so."""

    def refuse(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith(start):
            raise error or OperationalError("the server closed the connection")
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield


def test_while_the_database_is_away_the_worker_stays_waits_longer_and_says_so_once(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    worker, tasks, pauses = Command(), _task_worker(), []
    with away():
        for _ in range(7):
            assert worker._round(tasks, None) is None
            pauses.append(worker._pause(2.0))
    assert pauses == [4, 8, 16, 20, 20, 20, 20]  # so half a minute after it is back, the worker is too
    begin = "the worker cannot go on, and tries again, each time later: "
    told = f"{begin}Door een storing bij ons kunnen we nu niets bewaren. Probeer het over een minuut opnieuw."
    assert lines(caplog) == [told]
    with clock.frozen(cast.at):
        assert worker._round(tasks, None) == cast.today
    assert (lines(caplog), worker._pause(2.0)) == ([told, "the worker goes on"], 2.0)


def test_while_the_database_is_only_read_nothing_is_logged_for_each_fact(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    submitted(cast)
    error = InternalError("cannot execute INSERT in a read-only transaction")
    error.__cause__ = ReadOnlySqlTransaction("x")
    worker, tasks = Command(), _task_worker()
    with away("INSERT", error), away("UPDATE", error):
        worker._round(tasks, cast.today)
        worker._round(tasks, cast.today)
    assert len(lines(caplog)) == 1


def test_a_step_that_breaks_keeps_no_other_from_being_done(
    cast: Cast, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search has a bug; the post still goes out, each round."""

    def bug() -> NoReturn:
        raise KeyError("a bug")

    go_round(cast, None)
    monkeypatch.setattr("middenstip.notices.tasks.learn_words", bug)
    worker, tasks = Command(), _task_worker()
    submitted(cast)
    with clock.frozen(cast.at):
        assert worker._round(tasks, cast.today) == cast.today
        worker._round(tasks, cast.today)
    assert worker._pause(2.0) == 8.0
    worker._failed = 7
    assert worker._pause(2.0) == 10.0  # the post must not wait for whoever mends the search
    mine = "Je idee staat online: Voedselbos Lettele"
    assert [one.to for one in mail.outbox if one.subject == mine] == [["marijke@demo.middenstip.example"]]
    assert lines(caplog) == ["the worker cannot go on, and tries again, each time later: KeyError"]
    assert caplog.records[-1].exc_info


def test_a_fact_that_cannot_be_read_is_logged_once_and_stays(
    cast: Cast, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: Any) -> NoReturn:
        raise KeyError("a bug")

    submitted(cast)
    monkeypatch.setattr("middenstip.notices.reader.letters_for", bug)
    waiting = len(readers.unread(READER))
    for _ in range(2):
        go_round(cast, cast.today)
    assert (len(readers.unread(READER)), len(lines(caplog))) == (waiting, waiting)


def test_while_we_work_on_it_the_worker_only_waits(
    cast: Cast, caplog: pytest.LogCaptureFixture, settings: Any
) -> None:
    submitted(cast)
    settings.MAINTENANCE = True
    assert [go_round(cast, None) for _ in range(2)] == [None, None]
    assert (mail.outbox, Pulse.objects.count()) == ([], 0)


def test_asked_to_stop_it_finishes_the_mail_in_hand_and_sends_no_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted(cast)

    class Slow(EmailBackend):
        def send_messages(self, messages: Any) -> int:
            sender.stopping.set()  # SIGTERM comes while the first is on its way
            return super().send_messages(messages)

    monkeypatch.setattr(line, "get_connection", Slow)
    try:
        go_round(cast, None)
    finally:
        sender.stopping.clear()
    assert (len(mail.outbox), Delivery.objects.filter(state="sent").count()) == (1, 1)
    assert Delivery.objects.filter(state="queued").count() >= 1
    assert not Delivery.objects.filter(state="sending").exists()


def test_the_sign_of_life_is_not_written_in_every_round(cast: Cast) -> None:
    worker, tasks = Command(), _task_worker()
    seen = []
    for seconds in (0, 2, 9, 10, 12):
        with clock.frozen(cast.at + timedelta(seconds=seconds)):
            worker._round(tasks, cast.today)
        seen.append((Pulse.objects.get().at - cast.at).seconds)
    assert seen == [0, 0, 0, 10, 10]
    assert worker_is_there(cast.at + timedelta(seconds=189))
    assert not worker_is_there(cast.at + timedelta(seconds=190))
