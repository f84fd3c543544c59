"""A round of the worker: the post every time, the check once a day, and no fall when the database is away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NoReturn

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import OperationalError, connection

from middenstip.kernel import clock
from middenstip.notices.management.commands.worker import Command, _task_worker
from tests.cast import Cast, submitted

pytestmark = pytest.mark.django_db(transaction=True)  # a round may close the connection


def go_round(cast: Cast, reconciled: date | None) -> date | None:
    with clock.frozen(cast.at):
        return Command()._round(_task_worker(), reconciled)


def sessions(cast: Cast) -> int:
    """How many sessions are left, of which one is over by now."""
    Session.objects.create(session_key=f"s{cast.at:%d%H%M}", expire_date=cast.at - timedelta(minutes=1))
    return Session.objects.count()


def test_all_is_checked_once_a_day(cast: Cast) -> None:
    assert sessions(cast) == 1
    today = go_round(cast, None)
    assert (today, Session.objects.count()) == (cast.today, 0)
    cast.tick()
    assert sessions(cast) == 1
    assert (go_round(cast, today), Session.objects.count()) == (today, 1)
    cast.tick(days=1)
    assert (go_round(cast, today), Session.objects.count()) == (cast.today, 0)


def test_every_round_brings_the_post(cast: Cast) -> None:
    today = go_round(cast, None)
    submitted(cast)
    go_round(cast, today)
    mine = "Je idee staat online: Voedselbos Lettele"
    assert [one.to for one in mail.outbox if one.subject == mine] == [["marijke@demo.middenstip.example"]]


def test_while_the_database_is_away_the_worker_stays_and_checks_later(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    def away(*_: Any) -> NoReturn:
        raise OperationalError("the server closed the connection")

    with connection.execute_wrapper(away):
        assert go_round(cast, None) is None
        assert go_round(cast, cast.today) == cast.today
    said = "the database did not answer; trying again"
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == [said, said]
    assert go_round(cast, None) == cast.today
