"""A mail server that hangs, refuses or talks nonsense: each mail leaves once, and codes leave first."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from middenstip.kernel import clock
from middenstip.notices import outbox
from middenstip.notices.daily import stuck_deliveries
from middenstip.notices.management.commands.worker import _wait
from middenstip.notices.models import BOUNCED, FAILED, QUEUED, SENT, Bounce, Delivery, UrgentMail
from middenstip.notices.reader import read_new
from middenstip.notices.sender import send_waiting
from middenstip.notices.tasks import bring_round
from tests.cast import Cast, person, submitted
from tests.notices.smtp import HANG, OK, mail_server, refuse

pytestmark = pytest.mark.django_db
MINE = "Je idee staat online: Voedselbos Lettele"


def send(cast: Cast) -> int:
    return send_waiting(lambda: cast.at)


def waiting(cast: Cast) -> None:
    """Two mails of the journal: to Marijke, and to the handler of the desk."""
    submitted(cast)
    read_new(cast.at)
    mine = Delivery.objects.filter(notice__subject=MINE)
    other = Delivery.objects.exclude(notice__person=cast.marijke.person_id)[:1]
    Delivery.objects.exclude(pk__in=[one.pk for one in (*mine, *other)]).delete()
    assert Delivery.objects.count() == 2


def code(cast: Cast) -> None:
    mail = EmailMessage("Je code", "Je code is: 7", to=["gast@example.org"])
    mail.extra_headers["Message-ID"] = f"<{cast.at:%H%M%S%f}@example.org>"
    outbox.post(mail, cast.at)


def states() -> list[tuple[str, int]]:
    return list(Delivery.objects.order_by("pk").values_list("state", "tries"))


def test_a_round_uses_one_connection_and_a_code_leaves_first(cast: Cast) -> None:
    waiting(cast)
    with mail_server() as server:
        code(cast)
        assert send(cast) == 3
        assert (server.subjects[0], server.connections) == ("Je code", 1)
        assert send(cast) == 0
    assert (len(server.mails), UrgentMail.objects.count()) == (3, 0)


def test_a_code_that_is_asked_for_during_a_round_does_not_wait_for_it(cast: Cast) -> None:
    waiting(cast)
    with mail_server() as server:
        asked = iter([True])

        def now() -> object:
            if len(server.mails) == 1 and next(asked, False):
                code(cast)
            return cast.at

        send_waiting(now)  # type: ignore[arg-type]
    assert server.subjects.index("Je code") == 1


def test_a_strange_answer_to_the_end_of_the_connection_sends_nothing_again(cast: Cast) -> None:
    waiting(cast)
    with mail_server() as server:
        for said in ("550 wat?", "geen getal", "421 weg"):
            server.answer = refuse("quit", said)
            send(cast)
    assert (len(server.mails), states()) == (2, [(SENT, 1), (SENT, 1)])


@pytest.mark.parametrize("said", ["451 4.7.1 greylisted, try later", "421 4.3.2 too busy"])
def test_a_mail_that_must_wait_is_tried_later_and_longer_each_time(cast: Cast, said: str) -> None:
    waiting(cast)
    with mail_server() as server:
        server.answer = refuse("rcpt", said)
        waits = []
        for _ in range(3):
            assert send(cast) == 0
            due = max(Delivery.objects.values_list("due_at", flat=True))
            waits.append((due - cast.at) // timedelta(minutes=1))
            cast.at = due
        server.answer = lambda *_: OK
        assert send(cast) == 2
    assert waits == [1, 4, 16]
    assert (len(server.mails), states()) == (2, [(SENT, 4), (SENT, 4)])


def test_an_address_that_is_refused_for_good_gets_no_more_mail(cast: Cast) -> None:
    waiting(cast)
    address = str(person(cast.marijke).email)
    with mail_server() as server:
        server.answer = refuse("rcpt", "550 5.1.1 no such user", only=address)
        assert send(cast) == 1
        assert send(cast) == 0
    assert (len(server.mails), sorted(states())) == (1, [(BOUNCED, 1), (SENT, 1)])
    bounce = Bounce.objects.get()
    assert (bounce.person, bounce.status, address in bounce.address) == (person(cast.marijke), "5.1.1", False)
    assert stuck_deliveries(cast.at) == 0  # nothing that a beheerder could mend, so no daily line

    Delivery.objects.update(state=QUEUED, due_at=cast.at)
    with mail_server() as server:
        send(cast)
    assert len(server.mails) == 1


def test_a_server_that_refuses_us_says_nothing_about_an_address(cast: Cast) -> None:
    waiting(cast)
    with mail_server() as server:
        server.answer = refuse("rcpt", "550 5.7.1 relaying denied")
        send(cast)
    assert (states(), Bounce.objects.count()) == ([(FAILED, 1), (FAILED, 1)], 0)
    assert stuck_deliveries(cast.at) == 2
    assert stuck_deliveries(cast.at + timedelta(days=2)) == 0


def test_a_mail_that_is_refused_is_not_tried_again_and_the_next_one_leaves(cast: Cast) -> None:
    waiting(cast)
    with mail_server() as server:
        server.answer = refuse("body", "554 5.6.0 no", only=MINE)
        assert send(cast) == 1
    assert sorted(states()) == [(FAILED, 1), (SENT, 1)]


def test_a_server_that_hangs_ends_the_round_and_holds_no_request(cast: Cast) -> None:
    submitted(cast)
    with mail_server(timeout=0.3) as server:
        server.answer = refuse("connect", HANG)
        began = time.monotonic()
        answer = Client().post("/inloggen/", {"email": person(cast.bas).email})
        assert (answer.status_code, time.monotonic() - began < 2) == (302, True)
        assert server.connections == 0
        with clock.frozen(cast.at):
            for _ in range(9):
                code(cast)
                cast.tick(seconds=1)
            assert send(cast) == 0
        assert server.connections in (3, 4)  # then the round ends, and the worker goes on with its tasks
    assert UrgentMail.objects.count() >= 9


def test_a_code_is_tried_again_until_it_is_no_longer_valid(cast: Cast) -> None:
    with mail_server() as server:
        server.answer = refuse("rcpt", "451 4.7.1 greylisted")
        code(cast)
        start = cast.at
        for _ in range(9):
            send(cast)
            mail = UrgentMail.objects.first()
            if mail is None:
                break
            cast.at = mail.due_at
        assert (cast.at - start).total_seconds() >= 605
    assert (len(server.mails), UrgentMail.objects.count()) == (0, 0)


def test_a_code_for_an_address_that_does_not_exist_is_dropped(cast: Cast) -> None:
    with mail_server() as server:
        server.answer = refuse("rcpt", "550 5.1.1 no such user")
        code(cast)
        assert (send(cast), UrgentMail.objects.count()) == (0, 0)


def test_only_one_process_sends_a_code(cast: Cast) -> None:
    with mail_server():
        code(cast)
        UrgentMail.objects.update(claimed_at=cast.at)
        assert send(cast) == 0
        cast.tick(minutes=3)
        assert send(cast) == 1


def test_a_code_ends_the_pause_of_the_worker_unless_something_is_broken(cast: Cast) -> None:
    stop = threading.Event()

    def paused(pause: float) -> bool:
        """Whether it waited until the end."""
        began = time.monotonic()
        _wait(stop, pause, 2.0)
        return time.monotonic() - began >= pause

    with mail_server():
        assert paused(0.6)
        with clock.frozen(cast.at):
            code(cast)
            assert not paused(2.0)
            assert paused(2.1)
    stop.set()
    assert not paused(2.0)


def test_codes_leave_before_the_journal_is_read(cast: Cast) -> None:
    submitted(cast)
    with mail_server() as server, clock.frozen(cast.at):
        code(cast)
        bring_round()
    assert (server.subjects[0], server.subjects.count("Je code")) == ("Je code", 1)
    assert len(server.mails) == 1 + Delivery.objects.count()
