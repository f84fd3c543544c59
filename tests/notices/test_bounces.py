"""What other mail servers return (RFC 3464): no more mail goes there; the desk and the person read it."""

from __future__ import annotations

import mailbox
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Person
from middenstip.kernel import clock
from middenstip.notices.models import BOUNCED, DROPPED, FAILED, QUEUED, SENT, Bounce, Delivery
from middenstip.notices.sender import MOST_TRIES
from tests.cast import Cast, person, submitted
from tests.notices.ears import post
from tests.web.at_the_door import page, walk_in
from tests.web.test_submit import CODE, mailed_code

pytestmark = pytest.mark.django_db
WHOLE, HEADERS = "message/rfc822", "text/rfc822-headers"


def report(
    delivery: Delivery, status: str, action: str = "failed", kind: str = WHOLE, address: str = ""
) -> str:
    """As a mail server writes it."""
    to = address or delivery.notice.person.mailbox
    return f"""From: MAILER-DAEMON@mail.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain

I'm sorry to have to inform you.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}

--grens
Content-Type: {kind}

Subject: Een bericht
Message-ID: {delivery.message_id}
To: {to}

--grens--
"""


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    mailbox.Maildir(tmp_path / "terug")
    return tmp_path / "terug"


@pytest.fixture
def sent(cast: Cast) -> Delivery:
    """The mail that told Marijke that her idea is online."""
    submitted(cast)
    post(cast)
    delivery = Delivery.objects.get(notice__subject__startswith="Je idee staat online")
    assert delivery.state == SENT
    return delivery


def read(cast: Cast, maildir: Path, *texts: str) -> str:
    for number, text in enumerate(texts):
        (maildir / "new" / f"{number}.mail").write_text(text)
    out = StringIO()
    with clock.frozen(cast.at):
        call_command("read_bounces", maildir=maildir, stdout=out)
    return out.getvalue().strip()


@pytest.mark.parametrize("kind", [WHOLE, HEADERS])
def test_an_address_that_returns_mail_gets_no_more(
    cast: Cast, sent: Delivery, maildir: Path, kind: str
) -> None:
    assert read(cast, maildir, report(sent, "5.1.1", kind=kind)) == "1 terug, 0 later opnieuw, 0 niet van ons"
    assert [*maildir.rglob("*.mail*")] == []  # it names an address
    sent.refresh_from_db()
    assert (sent.state, sent.last_error, Bounce.objects.get().person) == (
        BOUNCED,
        "5.1.1",
        person(cast.marijke),
    )
    Delivery.objects.filter(pk=sent.pk).update(state=QUEUED, due_at=cast.at)
    post(cast)
    sent.refresh_from_db()
    assert (sent.state, sent.last_error, mail.outbox) == (DROPPED, "post kwam terug", [])


def test_the_desk_and_the_person_read_it_until_a_code_arrives(
    cast: Cast, sent: Delivery, maildir: Path
) -> None:
    case = f"/balie/zaak/{Case.objects.get().public_id}/"
    desk, marijke = walk_in(cast.samira), walk_in(cast.marijke)
    told = ("De mail komt terug: bel of schrijf", "komt terug. We sturen er niets meer heen.")
    assert (told[0] in page(desk, case), told[1] in page(marijke, "/mijn/")) == (False, False)
    read(cast, maildir, report(sent, "5.1.1"))
    assert (told[0] in page(desk, case), told[1] in page(marijke, "/mijn/")) == (True, True)
    visitor = walk_in(None)
    visitor.post("/inloggen/", {"email": person(cast.marijke).email})
    visitor.post(CODE, {"code": mailed_code()})
    assert Bounce.objects.count() == 0
    assert (told[0] in page(desk, case), told[1] in page(marijke, "/mijn/")) == (False, False)


def test_it_says_nothing_about_another_address(cast: Cast, sent: Delivery, maildir: Path) -> None:
    read(cast, maildir, report(sent, "5.1.1"))
    Person.objects.filter(pk=cast.marijke.person_id).update(email="nieuw@voorbeeld.example")
    Delivery.objects.filter(pk=sent.pk).update(state=QUEUED, due_at=cast.at)
    post(cast)
    assert [one.to for one in mail.outbox] == [["nieuw@voorbeeld.example"]]


def test_a_full_mailbox_is_tried_again_later_and_in_the_end_no_more(
    cast: Cast, sent: Delivery, maildir: Path
) -> None:
    assert read(cast, maildir, report(sent, "4.2.2")) == "0 terug, 1 later opnieuw, 0 niet van ons"
    sent.refresh_from_db()
    assert (sent.state, sent.due_at - cast.at) == (QUEUED, timedelta(hours=4))
    cast.at = sent.due_at
    post(cast)
    assert len(mail.outbox) == 1
    Delivery.objects.filter(pk=sent.pk).update(tries=MOST_TRIES)
    read(cast, maildir, report(sent, "4.2.2"))
    sent.refresh_from_db()
    assert (sent.state, Bounce.objects.count()) == (FAILED, 0)


def test_a_mail_that_was_too_large_says_nothing_about_the_address(
    cast: Cast, sent: Delivery, maildir: Path
) -> None:
    read(cast, maildir, report(sent, "5.3.4"))
    sent.refresh_from_db()
    assert (sent.state, Bounce.objects.count()) == (FAILED, 0)


def test_what_is_not_about_our_mail_changes_nothing_and_stays_to_be_looked_at(
    cast: Cast, sent: Delivery, maildir: Path
) -> None:
    other = Delivery(message_id="<verzonnen@plein.example>", notice=sent.notice)
    told = read(
        cast,
        maildir,
        "Subject: Ik ben er niet\n\nTot maandag.",
        report(other, "5.1.1"),
        report(sent, "4.4.1", action="delayed"),
        report(sent, "5.1.1", address="iemand@anders.example"),
        report(sent, "5.1.1").replace("message/delivery-status", "text/plain"),
        report(sent, "5.1.1").replace("message/rfc822", "text/plain"),
        report(sent, "5.1.1", kind=HEADERS).replace("Message-ID", "X-Number"),
    )
    assert told == "0 terug, 0 later opnieuw, 7 niet van ons"
    assert len([*(maildir / "cur").iterdir()]) == 7
    assert read(cast, maildir) == "0 terug, 0 later opnieuw, 0 niet van ons"
    sent.refresh_from_db()
    assert (sent.state, Bounce.objects.count()) == (SENT, 0)


def test_a_folder_that_is_no_maildir_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is geen maildir"):
        call_command("read_bounces", maildir=tmp_path)
