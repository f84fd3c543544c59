"""Mail about what a person follows comes once a day, unless they chose otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow
from middenstip.journeys import follow
from middenstip.kernel import clock
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.notices import services
from middenstip.notices.daily import stuck_deliveries
from middenstip.notices.digest import next_digest
from middenstip.notices.models import FAILED, QUEUED, SENDING, SENT, Delivery
from middenstip.notices.sender import STALE, claim, send_waiting
from middenstip.notices.tasks import bring_round
from tests.cast import Cast, submitted
from tests.notices.ears import heard
from tests.web.at_the_door import page, send, walk_in

GERRIT = "gerrit@demo.middenstip.example"


def mails(at: datetime) -> list[str]:
    """The subjects that Gerrit gets in a round at this moment."""
    mail.outbox.clear()
    with clock.frozen(at):
        bring_round()
    return [str(one.subject) for one in mail.outbox if one.to == [GERRIT]]


def followed(cast: Cast, title: str = "Voedselbos Lettele") -> Initiative:
    initiative = submitted(cast, title)
    mails(cast.tick())
    follow.follow_initiative(person=cast.gerrit.person_id, initiative=initiative, at=cast.tick())
    return initiative


def news(cast: Cast, initiative: Initiative, text: str) -> None:
    initiatives.tell_news(by=cast.marijke, initiative=initiative, text=text, key=text, at=cast.tick())


def test_the_mail_of_the_day_leaves_at_seven_also_when_the_clock_changes() -> None:
    at = datetime(2026, 11, 2, 5, 59, tzinfo=UTC)  # 6.59 in the morning
    assert next_digest(at) == datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
    assert next_digest(at + timedelta(minutes=1)) == datetime(2026, 11, 3, 6, 0, tzinfo=UTC)
    assert next_digest(datetime(2026, 3, 28, 12, 0, tzinfo=UTC)) == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)


def test_a_day_of_news_is_one_mail_that_says_how_to_stop(cast: Cast) -> None:
    initiative = followed(cast)
    news(cast, initiative, "De eerste boom staat.")
    assert mails(cast.tick()) == []
    news(cast, initiative, "De tweede boom staat.")
    assert mails(cast.tick()) == []
    assert len(heard(cast.gerrit)) == 2  # the inbox has them at once
    morning = next_digest(cast.at)
    assert mails(morning) == ["2 berichten over wat je volgt"]
    sent = next(one for one in mail.outbox if one.to == [GERRIT])
    assert "De eerste boom staat." in sent.body
    assert "De tweede boom staat." in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/mijn/volgen/" in sent.body
    assert mails(morning) == mails(morning + timedelta(days=1)) == []
    mine = Delivery.objects.filter(notice__person=cast.gerrit.person_id)
    assert {one.state for one in mine} == {SENT}
    cast.at = morning + timedelta(hours=1)
    news(cast, initiative, "De derde boom staat.")
    mails(cast.tick())
    assert len(mails(next_digest(cast.at))) == 1  # one message is mailed as it is
    assert "De derde boom staat." in mail.outbox[-1].body


def test_who_dies_while_sending_leaves_one_mail_and_a_server_that_is_away_gets_all_later(cast: Cast) -> None:
    initiative = followed(cast)
    for text in ("Eén.", "Twee.", "Drie."):
        news(cast, initiative, text)
    mails(cast.tick())
    morning = next_digest(cast.at)
    mine = Delivery.objects.filter(notice__person=cast.gerrit.person_id).order_by("pk")
    first = mine[0]
    assert claim(first.pk, morning)  # another process has it
    assert mails(morning) == []
    assert stuck_deliveries(morning) == 0
    assert mails(morning + STALE + timedelta(seconds=1)) == ["3 berichten over wat je volgt"]
    assert mail.outbox[-1].extra_headers["Message-ID"] == first.message_id
    assert [one.state for one in mine.all()] == [SENT] * 3

    mine.update(state=SENDING, claimed_at=morning, tries=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.EMAIL_BACKEND", "tests.notices.test_post_arrives_once.OutOfOrder")
        send_waiting(lambda: morning + STALE + timedelta(seconds=1))
    assert {one.state for one in mine.all()} == {QUEUED}
    assert len({one.due_at for one in mine.all()}) == 1
    assert mails(morning + timedelta(hours=2)) == ["3 berichten over wat je volgt"]
    assert not mine.filter(state=FAILED)


def test_a_person_chooses_for_all_and_for_one_initiative(cast: Cast) -> None:
    initiative = followed(cast)
    gerrit = walk_in(cast.gerrit)
    about = f"/mijn/volgen/{initiative.public_id}/"
    assert "Eén mail per dag" in page(gerrit, "/mijn/volgen/")
    assert send(gerrit, "/mijn/berichten/per-dag/", per="") == 302
    news(cast, initiative, "Meteen.")
    assert len(mails(cast.tick())) == 1
    assert "Meteen als er iets gebeurt." in page(gerrit, "/mijn/volgen/")

    assert [send(gerrit, about, mail=Follow.NEVER) for _ in "ab"] == [302, 302]
    news(cast, initiative, "Stil.")
    assert mails(cast.tick()) == mails(next_digest(cast.at)) == []
    assert len(heard(cast.gerrit)) == 2

    cast.at = next_digest(cast.at) + timedelta(minutes=5)
    assert send(gerrit, about, mail=Follow.DAILY) == 302
    assert '<option value="daily" selected>' in page(gerrit, "/mijn/volgen/")
    news(cast, initiative, "Straks.")
    assert mails(cast.tick()) == []
    services.choose_follow_mail(person=cast.gerrit.person_id, wanted=False)
    assert mails(next_digest(cast.at)) == []  # switched off before it left
    assert "Zet deze mail weer aan" in page(gerrit, "/mijn/volgen/")
    assert send(gerrit, about, mail=Follow.AT_ONCE) == 302
    news(cast, initiative, "Toch stil.")
    assert mails(cast.tick()) == []

    assert send(gerrit, about, mail="soms") == 422
    with pytest.raises(Invalid):
        parties.choose_mail_about(person=cast.gerrit.person_id, target=initiative.public_id, mail="soms")
    follow.unfollow_initiative(person=cast.gerrit.person_id, initiative=initiative)
    with pytest.raises(NotNow):
        parties.choose_mail_about(person=cast.gerrit.person_id, target=initiative.public_id, mail="")
    assert "Je volgt nog geen initiatief." in page(gerrit, "/mijn/volgen/")


def test_mail_about_an_own_case_leaves_at_once(cast: Cast) -> None:
    submitted(cast)
    with clock.frozen(cast.tick()):
        bring_round()
    assert any(one.to == ["marijke@demo.middenstip.example"] for one in mail.outbox)
