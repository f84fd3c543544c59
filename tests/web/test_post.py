"""Opening a notice, and switching follow mail off from a mail program."""

from __future__ import annotations

from datetime import timedelta

from django.core import mail
from django.test import Client
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from middenstip.domain.parties import services as parties
from middenstip.journal.models import Entry
from middenstip.journeys import submit_initiative
from middenstip.kernel import clock
from middenstip.notices.digest import next_digest
from middenstip.notices.models import Notice
from middenstip.notices.selectors import inbox_for, unread_count, wants_follow_mail
from middenstip.notices.tasks import bring_round, deliver_post
from tests.cast import Cast, draft, signed, submitted
from tests.queries import at_most
from tests.web.at_the_door import walk_in


def unsubscribe_url(cast: Cast) -> str:
    """The address in a mail that Tarik got because he follows Lettele."""
    parties.follow_area(person=cast.tarik.person_id, area=submitted(cast).area, at=cast.at)
    with clock.frozen(cast.at):
        bring_round()
    with clock.frozen(next_digest(cast.at)):
        bring_round()
    (sent,) = [one for one in mail.outbox if "tarik" in one.to[0]]
    return sent.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")


def test_one_click_from_the_mail_program_switches_it_off(cast: Cast) -> None:
    url = unsubscribe_url(cast)
    client = Client(enforce_csrf_checks=True)
    answer = client.post(url, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert wants_follow_mail(cast.tarik.person_id) is False


def test_looking_at_the_page_changes_nothing_and_the_choice_can_be_turned_back(cast: Cast) -> None:
    url = unsubscribe_url(cast)
    client = walk_in(None)
    with at_most(3):
        page = client.get(url).content.decode()
    assert "Stop deze mail" in page
    assert wants_follow_mail(cast.tarik.person_id) is True

    assert "Stuur mij toch weer mail" in client.post(url).content.decode()
    assert "Je krijgt weer mail" in client.post(url, {"weer": "ja"}).content.decode()
    assert wants_follow_mail(cast.tarik.person_id) is True


def test_a_changed_token_is_nobodys(cast: Cast) -> None:
    url = unsubscribe_url(cast)
    assert Client().get(url[:-3] + "x/").status_code == 404
    assert Client().post("/post/afmelden/onzin/").status_code == 404
    assert wants_follow_mail(cast.tarik.person_id) is True


def test_opening_a_notice_reads_it_and_goes_where_it_leads(cast: Cast) -> None:
    initiative = submitted(cast)
    with clock.frozen(cast.at):
        bring_round()
    with at_most(1):
        (line,) = inbox_for(cast.marijke.person_id)
    assert (line.subject, line.is_read) == ("Je idee staat online: Voedselbos Lettele", False)
    assert unread_count(cast.marijke.person_id) == 1

    client = walk_in(cast.marijke)
    answer = client.post(f"/mijn/berichten/{line.id}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/initiatief/{initiative.public_id}/")
    assert unread_count(cast.marijke.person_id) == 0
    read_at = Notice.objects.get(public_id=line.id).read_at
    client.post(f"/mijn/berichten/{line.id}/")
    assert Notice.objects.get(public_id=line.id).read_at == read_at


def test_somebody_elses_notice_does_not_exist(cast: Cast) -> None:
    submitted(cast)
    with clock.frozen(cast.at):
        bring_round()
    (line,) = inbox_for(cast.marijke.person_id)
    client = walk_in(cast.tarik)
    assert client.post(f"/mijn/berichten/{line.id}/").status_code == 404
    assert unread_count(cast.marijke.person_id) == 1


def told(cast: Cast, count: int) -> list[Notice]:
    """So many notices for Tarik, about one fact each, a minute apart."""
    rows = []
    for number in range(count):
        words = {"kind": "initiative.submitted", "subject": "x", "thread": "x", "public": True, "data": {}}
        entry = Entry.objects.create(**words, at=cast.tick(minutes=1))
        about = {"subject": f"Bericht {number}", "text": "Er gebeurde iets.", "path": "/", "kind": "own"}
        about |= {"person_id": cast.tarik.person_id, "why": "initiator", "created_at": cast.at}
        rows.append(Notice(entry=entry, **about).store())
    return rows


def test_every_message_can_be_found_back(cast: Cast) -> None:
    told(cast, 60)
    tarik = walk_in(cast.tarik)
    assert "/mijn/berichten/" in tarik.get("/mijn/").text
    url, found = "/mijn/berichten/", []
    for number in (25, 25, 10):
        with at_most(3):
            page = tarik.get(url)
        found += [one["subject"] for one in page.context["notices"]]
        assert len(page.context["notices"]) == number
        url = "/mijn/berichten/" + page.context["next_url"]
    assert found == [f"Bericht {number}" for number in reversed(range(60))]
    assert page.context["next_url"] == ""
    assert tarik.get("/mijn/berichten/?na=onzin").status_code == 400
    assert "Je hebt nog geen berichten." in walk_in(cast.bas).get("/mijn/berichten/").text


def test_all_is_read_at_once_and_only_by_whom_it_is(cast: Cast) -> None:
    first, _ = told(cast, 2)
    walk_in(cast.bas).post("/mijn/berichten/gelezen/")
    assert unread_count(cast.tarik.person_id) == 2
    tarik = walk_in(cast.tarik)
    tarik.post(f"/mijn/berichten/{first.public_id}/")
    read_at = Notice.objects.get(pk=first.pk).read_at
    assert "Zet alles op gelezen" in tarik.get("/mijn/berichten/").text
    page = tarik.post("/mijn/berichten/gelezen/", follow=True).text
    assert "Al je berichten staan op gelezen." in page
    assert "Zet alles op gelezen" not in page
    assert unread_count(cast.tarik.person_id) == 0
    assert Notice.objects.get(pk=first.pk).read_at == read_at


def test_mail_about_what_you_follow_is_a_choice_on_the_page_of_messages(cast: Cast) -> None:
    tarik = walk_in(cast.tarik)
    assert "Je krijgt mail over wat je volgt." in tarik.get("/mijn/berichten/").text
    off = tarik.post("/mijn/berichten/mail/", follow=True).text
    assert "Je krijgt geen mail over wat je volgt." in off
    assert wants_follow_mail(cast.tarik.person_id) is False
    tarik.post("/mijn/berichten/mail/", {"weer": "ja"})
    assert wants_follow_mail(cast.tarik.person_id) is True


def test_the_inbox_costs_one_query_whatever_is_in_it(cast: Cast) -> None:
    signed(cast)
    with clock.frozen(cast.at):
        bring_round()
    with at_most(1):
        lines = inbox_for(cast.marijke.person_id, limit=5)
    assert len(lines) == 5
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)


def test_the_inbox_is_ordered_by_when_it_happened_not_by_when_it_was_told(cast: Cast) -> None:
    """As in a demo whose stories are told one after the other: the older fact is written later."""
    late = cast.at + timedelta(days=20)
    submit_initiative.submit(by=cast.marijke, initiative=draft(cast, "Later"), at=late)
    submitted(cast, "Eerder")
    with clock.frozen(late):
        bring_round()
    lines = inbox_for(cast.marijke.person_id)
    assert [line.subject for line in lines] == ["Je idee staat online: Later", "Je idee staat online: Eerder"]


def test_waking_the_worker_after_an_act_costs_one_query(db: None) -> None:
    backend = DatabaseBackend("default", {"QUEUES": ["default"]})
    with at_most(1):
        backend.enqueue(deliver_post, [], {})
    assert DBTaskResult.objects.count() == 1
