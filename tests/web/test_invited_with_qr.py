"""*Uitgenodigd met een QR*: people who are not here yet come to the table by a link, a QR code or a mail."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Chair, Goal, Invitation, Link
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.journeys import agree_goal
from middenstip.kernel import clock
from middenstip.kernel.verdict import NotNow
from tests.cast import Cast, proposed, seat_of, stops, table
from tests.notices.ears import heard, post
from tests.web.at_the_door import Visitor, page, send, walk_in


def invite_page(goal: Goal) -> str:
    return f"/opgave/{goal.public_id}/uitnodigen/"


def path(link: Link) -> str:
    return f"/uitnodiging/{link.token}/"


def newcomer(email: str = "piet@voorbeeld.example") -> Client:
    """A person who has just logged in for the first time, without a seat."""
    client = Visitor()
    client.force_login(parties.register_person(email=email, name="Piet", at=clock.now()))
    return client


def test_who_scans_the_code_logs_in_chooses_a_half_and_sits_down(cast: Cast) -> None:
    goal = table(cast)
    bas = walk_in(cast.bas)
    assert send(bas, f"{invite_page(goal)}link/", most=2) == 302
    shown = page(bas, invite_page(goal))
    link = Link.objects.get()
    assert "<svg" in shown
    assert "QR-code van deze uitnodiging" in shown
    assert path(link) in shown

    visitor = Visitor()
    seen = page(visitor, path(link))
    assert "Je bent uitgenodigd aan tafel" in seen
    assert goal.title in seen
    assert f"next={path(link)}" in seen.replace("%2F", "/")  # after logging in it goes on here
    assert send(visitor, path(link), answer="ja") == 302

    piet = newcomer()
    answer = piet.post(path(link), {"answer": "ja"})
    assert answer["Location"].startswith("/mijn/zetel/")
    assert path(link) in answer["Location"].replace("%2F", "/")
    chosen = piet.post(answer["Location"], {"half": "bewoners", "area": "WK015014", "next": path(link)})
    assert chosen["Location"] == path(link)
    assert send(piet, path(link), answer="ja") == 302
    person = Person.objects.get(email="piet@voorbeeld.example")
    assert Chair.objects.filter(seat__memberships__person=person, left_at=None).count() == 1
    assert Link.objects.get().used == 1


def test_a_mail_is_only_for_its_own_address(cast: Cast) -> None:
    goal = table(cast)
    marijke = walk_in(cast.marijke)
    assert (
        send(marijke, f"{invite_page(goal)}mail/", addresses="Piet@voorbeeld.example", word="Kom je?") == 302
    )
    link = Link.objects.get()
    assert (link.address, link.most) == ("piet@voorbeeld.example", 1)
    post(cast)
    (letter,) = [one for one in mail.outbox if one.to == [link.address]]
    assert path(link) in letter.body
    assert "Kom je?" in letter.body
    post(cast)
    assert [one for one in mail.outbox if one.to == [link.address]] == []

    tarik = walk_in(cast.tarik)
    assert "Deze uitnodiging ging naar een ander mailadres." in page(tarik, path(link))
    assert send(tarik, path(link), answer="ja") == 409
    assert send(tarik, path(link), answer="nee") == 409
    piet = newcomer()
    assert "Kom je?" in page(piet, path(link))
    assert send(piet, path(link), answer="nee", word="Geen tijd.") == 302
    kept = Link.objects.get()
    assert (kept.state, kept.word, kept.address) == ("not_for_me", "Geen tijd.", "")
    assert send(piet, path(link), answer="ja") == 302  # first to the seat; then it is refused
    assert "afgewezen" in page(piet, path(link))


def test_wrong_addresses_are_named_and_nothing_is_lost(cast: Cast) -> None:
    goal = table(cast)
    answer = walk_in(cast.bas).post(
        f"{invite_page(goal)}mail/", {"addresses": "piet@voorbeeld.example\nklaas"}
    )
    assert answer.status_code == 422
    assert "“klaas” is geen e-mailadres." in answer.text
    assert "piet@voorbeeld.example" in answer.text
    assert not Link.objects.exists()


def test_a_link_is_withdrawn_or_expires_and_its_address_is_removed(cast: Cast) -> None:
    goal = table(cast)
    (old,) = goals.mail_links(by=cast.bas, goal=goal, addresses=["piet@voorbeeld.example"], at=clock.now())
    link = goals.make_link(by=cast.bas, goal=goal, most=2, at=clock.now())
    assert send(walk_in(cast.tarik), f"{invite_page(goal)}{link.public_id}/intrekken/") == 403
    assert send(walk_in(cast.bas), f"{invite_page(goal)}{link.public_id}/intrekken/") == 302
    assert "ingetrokken" in page(walk_in(cast.tarik), path(link))
    with clock.frozen(clock.now() + timedelta(days=15)):
        assert "verlopen" in page(Visitor(), path(old))
        with pytest.raises(NotNow, match="verlopen"):
            agree_goal.accept_link(by=cast.gerrit, link=old, at=clock.now())
        assert goals.lapse_invitations(at=clock.now()) == 1
    old.refresh_from_db()
    assert (old.state, old.address) == ("lapsed", "")


def test_a_link_for_more_people_is_not_declined(cast: Cast) -> None:
    link = goals.make_link(by=cast.bas, goal=table(cast), most=2, at=clock.now())
    assert send(newcomer(), path(link), answer="nee") == 409
    assert Link.objects.get().state == "open"


def test_a_stopped_table_takes_nobody_in(cast: Cast) -> None:
    goal = proposed(cast)
    link = goals.make_link(by=cast.bas, goal=goal, most=2, at=clock.now())
    stops(cast, goal)
    assert "Aanschuiven kan aan deze tafel nu niet." in page(newcomer(), path(link))


def test_several_seats_are_invited_at_once_and_one_says_not_now(cast: Cast) -> None:
    goal = table(cast)
    seats = [cast.samira.seat_public_id, cast.yara.seat_public_id]
    assert send(walk_in(cast.bas), invite_page(goal), seat=seats) == 302
    post(cast)
    asked = f"Je bent gevraagd aan tafel: {goal.title}"
    assert [asked in heard(one) for one in (cast.samira, cast.yara)] == [True, True]
    samira = walk_in(cast.samira)
    assert send(samira, f"/opgave/{goal.public_id}/niet/", answer="misschien") == 422
    assert send(samira, f"/opgave/{goal.public_id}/niet/", answer="not_now", word="Te druk.") == 302
    assert [one.state for one in Invitation.objects.filter(seat=cast.samira.seat_id)] == ["not_now"]
    post(cast)
    assert any("komt niet" in one for one in heard(cast.bas))
    goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.samira), at=cast.tick())  # asked once more
    first = Invitation.objects.get(seat=cast.yara.seat_id)
    assert send(walk_in(cast.bas), f"{invite_page(goal)}{first.public_id}/intrekken/") == 302
    with pytest.raises(NotNow):
        agree_goal.join(by=cast.yara, goal=goal, at=cast.tick())


def test_a_mail_that_fails_is_tried_again(cast: Cast, settings: object) -> None:
    goals.mail_links(by=cast.bas, goal=table(cast), addresses=["piet@voorbeeld.example"], at=cast.tick())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    post(cast)
    assert Link.objects.get().mailed_at is None
