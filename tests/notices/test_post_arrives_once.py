"""Every mail arrives after any failure, and a mail program recognises a repeat."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.test import override_settings

from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.tasks import learn_words
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.journal import readers
from middenstip.journal.models import Entry, Mark
from middenstip.journeys import follow, stop_initiative
from middenstip.kernel import clock
from middenstip.notices import services
from middenstip.notices.digest import next_digest
from middenstip.notices.models import DROPPED, FAILED, QUEUED, SENDING, SENT, Delivery, Notice
from middenstip.notices.reader import READER, read_entry, read_new
from middenstip.notices.sender import MOST_TRIES, STALE, _mark, claim, send_waiting
from middenstip.notices.tasks import bring_round, reconcile
from tests.cast import Cast, person, signed, submitted


class Killed(BaseException):
    """The process dies: our code must not catch this."""


class DiesAfterSending(BaseEmailBackend):
    """A mail server that accepts the mail, after which our process dies."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        mail.outbox += email_messages
        raise Killed


class OutOfOrder(BaseEmailBackend):
    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise ConnectionRefusedError("marijke@demo.middenstip.example cannot be reached")


def backend(kind: type[BaseEmailBackend]) -> override_settings:
    return override_settings(EMAIL_BACKEND=f"{kind.__module__}.{kind.__name__}")


def at(moment: datetime) -> tuple[int, int]:
    with clock.frozen(moment):
        return bring_round()


def idea_confirmation() -> Delivery:
    return Delivery.objects.get(notice__entry__kind="initiative.submitted", notice__why="initiator")


def test_repeated_rounds_send_each_mail_once(cast: Cast) -> None:
    signed(cast)
    notices, mails = at(cast.at)
    assert mails == notices == Notice.objects.count() == len(mail.outbox)

    assert at(cast.tick()) == (0, 0)
    ids = [one.extra_headers["Message-ID"] for one in mail.outbox]
    assert len(ids) == len(set(ids))


def test_a_kill_between_act_and_reading_loses_nothing(cast: Cast) -> None:
    """The fact is written in the transaction of the act; a later reader finds it."""
    initiative = submitted(cast)
    at(cast.tick(hours=8))
    assert Notice.objects.filter(entry__thread=initiative.public_id).count() == 2


def test_a_rolled_back_act_gives_no_notices(cast: Cast) -> None:
    at(cast.at)
    with transaction.atomic():
        submitted(cast)
        transaction.set_rollback(True)
    assert at(cast.tick()) == (0, 0)


def test_an_entry_is_read_again_completely_after_a_kill_while_reading(cast: Cast) -> None:
    submitted(cast)
    entry = Entry.objects.get(kind="initiative.submitted")
    with transaction.atomic():
        assert read_entry(entry, cast.at) == 2
        transaction.set_rollback(True)  # as the database does when the connection is lost
    assert Notice.objects.count() == Delivery.objects.count() == 0

    at(cast.at)
    assert Notice.objects.filter(entry=entry).count() == 2


def test_a_broken_search_does_not_block_notices(cast: Cast) -> None:
    submitted(cast)
    method.drop_index(connection)
    at(cast.at)
    assert idea_confirmation().state == SENT
    method.make_tables(connection)
    assert (learn_words(), method.find("voedselbos")) == (1, [Initiative.objects.get().pk])


def test_a_kill_between_sending_and_marking_sends_the_same_mail_again(cast: Cast) -> None:
    submitted(cast)
    read_new(cast.at)
    Delivery.objects.exclude(pk=idea_confirmation().pk).delete()
    with backend(DiesAfterSending), clock.frozen(cast.at), pytest.raises(Killed):
        send_waiting()
    assert idea_confirmation().state == SENDING

    assert at(cast.tick(minutes=5)) == (0, 0)  # another sender may still be working on it
    assert at(cast.tick(minutes=6)) == (0, 1)
    first, second = (one.extra_headers["Message-ID"] for one in mail.outbox)
    assert first == second == idea_confirmation().message_id


def test_mail_is_retried_when_the_mail_server_fails(cast: Cast) -> None:
    submitted(cast)
    with backend(OutOfOrder):
        at(cast.at)
    waiting = idea_confirmation()
    assert (waiting.state, waiting.tries, waiting.last_error) == (QUEUED, 1, "ConnectionRefusedError")
    assert waiting.due_at == cast.at + timedelta(minutes=1)

    assert at(cast.at + timedelta(seconds=59)) == (0, 0)
    at(cast.tick())
    assert (idea_confirmation().state, idea_confirmation().last_error) == (SENT, "")


def test_each_retry_waits_four_times_longer(cast: Cast) -> None:
    submitted(cast)
    read_new(cast.at)
    Delivery.objects.exclude(pk=idea_confirmation().pk).delete()
    waits = []
    with backend(OutOfOrder):
        for _ in range(MOST_TRIES - 1):
            at(cast.at)
            waits.append((idea_confirmation().due_at - cast.at) // timedelta(minutes=1))
            cast.at = idea_confirmation().due_at
    assert waits == [1, 4, 16, 64, 256, 1024]


def test_a_sender_with_an_expired_claim_changes_nothing(cast: Cast) -> None:
    """It hung and another sender took over the mail; its late result must not be stored."""
    submitted(cast)
    read_new(cast.at)
    pk = idea_confirmation().pk
    assert claim(pk, cast.at)
    given_up = Delivery.objects.get(pk=pk)
    later = cast.at + STALE + timedelta(seconds=1)
    assert claim(pk, later)
    _mark(given_up, state=QUEUED)
    now = Delivery.objects.get(pk=pk)
    assert (now.state, now.claimed_at) == (SENDING, later)


def test_after_a_day_of_retries_a_mail_fails_and_the_daily_check_reports_it(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    submitted(cast)
    with backend(OutOfOrder):
        for _ in range(MOST_TRIES):
            at(cast.tick(days=2))
    assert idea_confirmation().state == FAILED
    with clock.frozen(cast.at):
        reconcile.func()
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == [
        f"post: 0 entries unread, {Delivery.objects.count()} mails stuck or failed"
    ]


def test_only_one_sender_gets_a_claim(cast: Cast) -> None:
    submitted(cast)
    read_new(cast.at)
    pk = idea_confirmation().pk
    assert [claim(pk, cast.at), claim(pk, cast.at), claim(pk, cast.at + STALE)] == [True, False, False]
    assert claim(pk, cast.at + STALE + timedelta(seconds=1)) is True


def test_with_follow_mail_off_only_own_cases_are_mailed_and_the_inbox_gets_all(cast: Cast) -> None:
    initiative = submitted(cast)
    for actor in (cast.tarik, cast.marijke):
        services.choose_follow_mail(person=actor.person_id, wanted=False)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    at(cast.at)

    told = Notice.objects.get(person=cast.tarik.person_id)
    assert (told.subject, told.deliveries.count()) == ("Gestopt: Voedselbos Lettele", 0)
    assert idea_confirmation().state == SENT


def test_switching_off_follow_mail_also_stops_waiting_mail(cast: Cast) -> None:
    parties.follow_area(person=cast.tarik.person_id, area=submitted(cast).area, at=cast.at)
    read_new(cast.at)
    services.choose_follow_mail(person=cast.tarik.person_id, wanted=False)
    at(next_digest(cast.at))
    delivery = Delivery.objects.get(notice__person=cast.tarik.person_id)
    assert (delivery.state, delivery.last_error) == (DROPPED, "afgemeld")


def test_an_account_closed_before_sending_gets_no_mail(cast: Cast) -> None:
    submitted(cast)
    read_new(cast.at)
    Person.objects.filter(pk=cast.marijke.person_id).update(is_active=False)
    at(cast.at)
    delivery = idea_confirmation()
    assert (delivery.state, delivery.last_error) == (DROPPED, "deur op slot")


def test_the_notices_of_an_erased_person_are_deleted(cast: Cast) -> None:
    submitted(cast)
    read_new(cast.at)
    parties.erase_person(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    at(cast.at)
    assert Notice.objects.filter(person=cast.marijke.person_id).count() == 0
    assert [one for one in mail.outbox if "marijke" in one.to[0]] == []


def test_notices_written_during_an_erasure_are_deleted_the_next_day(cast: Cast) -> None:
    submitted(cast)
    read_new(cast.at)
    Person.objects.filter(pk=cast.marijke.person_id).update(erased_at=cast.at, email=None, is_active=False)
    with clock.frozen(cast.tick(hours=1)):
        reconcile.func()
    assert Notice.objects.filter(person=cast.marijke.person_id).count() == 0


def test_no_notice_and_no_entry_names_a_person(cast: Cast) -> None:
    signed(cast)
    at(cast.at)
    kept = [f"{one.subject} {one.text} {one.path}" for one in Notice.objects.all()]
    kept += [f"{one.data}" for one in Entry.objects.all()]
    kept += list(Delivery.objects.values_list("message_id", flat=True))
    names = [actor.name.split()[0] for actor in (cast.marijke, cast.bas, cast.ilse, cast.samira, cast.yara)]
    assert [(name, text) for name in names for text in kept if name in text] == []


def test_old_facts_go_to_the_inbox_and_are_not_mailed(cast: Cast) -> None:
    submitted(cast)
    notices, mails = at(cast.tick(days=30))
    assert notices == Notice.objects.count() > 0
    assert mails == Delivery.objects.count() == 0


def test_the_daily_check_deletes_receipts_of_old_entries(cast: Cast) -> None:
    signed(cast)
    at(cast.at)
    with clock.frozen(cast.tick(days=1)):
        reconcile.func()
    newest = Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
    assert Mark.objects.get(reader=READER).entry_id == newest
    assert readers.unread(READER) == []


def test_the_daily_check_does_not_skip_an_entry_that_failed(cast: Cast) -> None:
    """An entry that failed waits until the reader is fixed, however many entries were read after it."""
    signed(cast)
    broken = Entry.objects.get(kind="case.taken")

    def deal(entry: Entry) -> int:
        if entry == broken:
            raise ValueError("a template with a mistake")
        return int(readers.done("trial", entry))

    readers.hand_over("trial", deal)
    assert readers.settle("trial", cast.tick(days=2)) < broken.pk
    assert readers.unread("trial") == [broken]


def test_mail_gets_its_turn_while_facts_come_faster_than_they_are_read(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading went on until nothing was left; on a platform that is busy all day no mail was sent."""
    submitted(cast)
    waiting = len(readers.unread(READER))
    monkeypatch.setattr(readers, "LONG", -1.0)
    rounds = 0
    while readers.unread(READER):
        at(cast.at)
        rounds += 1
        assert len(readers.unread(READER)) == waiting - rounds
        assert not Delivery.objects.filter(state=QUEUED).exists()
    assert (rounds, bool(mail.outbox)) == (waiting, True)


def test_the_daily_check_deletes_expired_sessions(cast: Cast) -> None:
    for days, key in ((-1, "old"), (1, "new")):
        Session.objects.create(
            session_key=key, session_data="", expire_date=clock.now() + timedelta(days=days)
        )
    reconcile.func()
    assert [one.session_key for one in Session.objects.all()] == ["new"]


def test_sending_a_mail_to_files_again_overwrites_its_file(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    submitted(cast)
    read_new(cast.at)
    Delivery.objects.exclude(pk=idea_confirmation().pk).delete()
    with override_settings(EMAIL_BACKEND="middenstip.notices.filemail.EmailBackend", MAIL_FOLDER=tmp_path):
        at(cast.at)
        Delivery.objects.update(state=QUEUED)
        at(cast.at)

    (file,) = tmp_path.iterdir()
    assert file.name == idea_confirmation().message_id.strip("<>") + ".eml"
    assert b"Subject: Je idee staat online: Voedselbos Lettele" in file.read_bytes()
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"Mail bewaard → {file}"] * 2  # no address and no subject in the log of a real platform


def test_in_the_demo_the_terminal_shows_whose_mail_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: Any
) -> None:
    settings.DEMO, settings.MAIL_FOLDER = True, tmp_path
    settings.EMAIL_BACKEND = "middenstip.notices.filemail.EmailBackend"
    mail.send_mail("Hallo", "Dag.", None, ["marijke@voorbeeld.example"])
    (file,) = tmp_path.iterdir()
    assert capsys.readouterr().out == f"Mail aan marijke@voorbeeld.example: Hallo → {file}\n"


def test_a_mail_has_the_same_text_plain_and_in_html(cast: Cast) -> None:
    parties.follow_area(person=cast.tarik.person_id, area=submitted(cast).area, at=cast.at)
    at(cast.at)
    assert [one for one in mail.outbox if "tarik" in one.to[0]] == []
    at(next_digest(cast.at))
    (sent,) = [one for one in mail.outbox if "tarik" in one.to[0]]
    html = str(sent.alternatives[0][0])
    assert "<style" not in html
    assert 'style="' in html
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.extra_headers["List-Unsubscribe"].strip("<>") in sent.body
    assert "Je krijgt deze mail omdat je dit gebied volgt." in sent.body
