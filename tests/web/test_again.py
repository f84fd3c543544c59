"""A form that was open before somebody logged in or out in another tab: shown again, never lost."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client, override_settings

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Follow, Person, Seat
from middenstip.kernel import clock
from middenstip.web.shared.again import COOKIE
from tests.cast import Cast, draft, person, proposed, submitted
from tests.web.at_the_door import page, walk_in
from tests.web.test_submit import CODE, IDEA, URL, mailed_code

TEXT = "Wat ik hier met zorg schreef."
LOGIN = "/inloggen/"
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def browser() -> Client:
    """One that is minded as strictly as a real one."""
    return Client(enforce_csrf_checks=True)


def token(client: Client, url: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(url).text)
    assert found
    return found[1]


def log_in(client: Client, email: str | None) -> HttpResponse:
    """In another tab, with a code from the mail."""
    client.post(LOGIN, {"email": email, "csrfmiddlewaretoken": token(client, LOGIN)})
    return client.post(CODE, {"code": mailed_code(), "csrfmiddlewaretoken": token(client, CODE)})


def send_again(client: Client, answer: HttpResponse) -> HttpResponse:
    """Press the button on the page that shows the words again."""
    opening = re.search(r'<form method="post"[^>]* class="ms-knoppen">', answer.text)
    assert opening
    form = answer.text[opening.start() :]
    there = re.search(r'action="([^"]+)"', form)
    assert there
    return client.post(there[1], dict(FIELD.findall(form)))


def test_an_idea_typed_before_logging_in_elsewhere_is_shown_again_and_sent(cast: Cast) -> None:
    client = browser()
    old = token(client, URL)
    log_in(client, person(cast.bas).email)
    answer = client.post(URL, IDEA | {"what": TEXT, "csrfmiddlewaretoken": old})
    assert (answer.status_code, answer.text.count(TEXT), "Bas Roelvink" in answer.text) == (403, 2, True)
    assert "sessie" not in answer.text
    assert not Initiative.objects.exists()
    sent = send_again(client, answer)
    idea = Initiative.objects.get()
    assert sent.headers["Location"] == f"/initiatief/{idea.public_id}/verteld/"
    assert (idea.what, idea.initiator_id, idea.title) == (TEXT, cast.bas.person_id, IDEA["title"])


def test_an_idea_typed_before_another_person_logged_in(cast: Cast) -> None:
    """The hat of the first is not put on by the second."""
    client = browser()
    log_in(client, person(cast.marijke).email)
    old = token(client, URL)
    client.post("/inloggen/uit/", {"csrfmiddlewaretoken": old})
    log_in(client, person(cast.bas).email)
    typed = IDEA | {"what": TEXT, "pet": cast.marijke.seat_public_id, "csrfmiddlewaretoken": old}
    answer = client.post(URL, typed)
    assert (answer.status_code, TEXT in answer.text) == (403, True)
    assert send_again(client, answer).status_code == 302
    assert Initiative.objects.get().initiator_id == cast.bas.person_id


def test_an_idea_typed_before_logging_out_asks_who_tells_it(cast: Cast) -> None:
    client = browser()
    log_in(client, person(cast.marijke).email)
    old = token(client, URL)
    client.post("/inloggen/uit/", {"csrfmiddlewaretoken": old})
    typed = {key: IDEA[key] for key in ("key", "title", "where", "area", "act")} | {"what": TEXT}
    answer = client.post(URL, typed | {"pet": cast.marijke.seat_public_id, "csrfmiddlewaretoken": old})
    assert (answer.status_code, answer.context["form"]["what"].value()) == (422, TEXT)
    assert {"name", "email"} <= set(answer.context["form"].errors)


@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_form_of_some_logins_ago_is_still_ours(cast: Cast, before: int) -> None:
    client = browser()
    old = token(client, URL)
    for _ in range(before):
        log_in(client, person(cast.bas).email)
        client.post("/inloggen/uit/", {"csrfmiddlewaretoken": token(client, "/inloggen/uit/")})
    assert TEXT in client.post(URL, IDEA | {"what": TEXT, "csrfmiddlewaretoken": old}).text


def test_every_other_form_keeps_its_words_too(cast: Cast) -> None:
    goal = proposed(cast)
    here, there = f"/initiatief/{goal.initiative.public_id}/", f"/opgave/{goal.public_id}/"
    client = browser()
    log_in(client, person(cast.marijke).email)
    old = token(client, there)
    client.post("/inloggen/uit/", {"csrfmiddlewaretoken": old})
    log_in(client, person(cast.marijke).email)
    for url, typed in (
        (f"{here}nieuws/", {"text": TEXT}),
        (f"{here}stoppen/", {"lesson": TEXT}),
        (f"{here}regie/", {"fixed": TEXT, "number": "1"}),
        (f"{there}versie/", {"text": TEXT, "number": "1"}),
        (f"{there}antwoord/", {"answer": "nee", "condition": TEXT, "number": "1"}),
        ("/mijn/naam/", {"name": TEXT}),
    ):
        answer = client.post(url, typed | {"csrfmiddlewaretoken": old})
        assert (answer.status_code, answer.text.count(TEXT), f'action="{url}"' in answer.text) == (
            403,
            2,
            True,
        )
    assert send_again(client, answer).status_code == 302
    assert person(cast.marijke).name == TEXT


@pytest.mark.parametrize("planted", ["", "x", "." * 9, "a" * 32, "é" * 32])
def test_another_site_puts_no_words_on_our_page(cast: Cast, planted: str) -> None:
    client = browser()
    client.cookies[COOKIE] = planted
    theirs = token(browser(), URL)
    for sent in ({}, {"csrfmiddlewaretoken": theirs}, {"csrfmiddlewaretoken": "?" * 64}):
        answer = client.post(URL, IDEA | {"what": TEXT} | sent)
        assert (answer.status_code, TEXT in answer.text) == (403, False)
        assert "Dit formulier herkennen we niet meer." in answer.text


def test_a_code_sent_twice_is_a_true_sentence(cast: Cast) -> None:
    client, email = browser(), person(cast.bas).email
    client.post(LOGIN, {"email": email, "csrfmiddlewaretoken": token(client, LOGIN)})
    typed = {"code": mailed_code(), "csrfmiddlewaretoken": token(client, CODE)}
    assert client.post(CODE, typed).status_code == 302
    answer = client.post(CODE, typed, follow=True)
    assert (answer.redirect_chain, answer.status_code) == ([("/mijn/", 302)], 200)
    assert "Je bent al ingelogd als Bas Roelvink." in answer.text


@pytest.mark.parametrize("url", [LOGIN, "/inloggen/nieuw/"])
def test_a_login_form_in_a_second_tab_is_a_true_sentence(cast: Cast, url: str) -> None:
    client = browser()
    old = token(client, url)
    log_in(client, person(cast.bas).email)
    sent = {"email": "ander@voorbeeld.example", "name": "Ander", "csrfmiddlewaretoken": old}
    answer = client.post(url, sent, follow=True)
    assert (answer.status_code, "Je bent al ingelogd als Bas Roelvink." in answer.text) == (200, True)
    assert not Person.objects.filter(email="ander@voorbeeld.example").exists()


LIMITS = {"network_minute": 25, "network_day": 5000, "address_minute": 3, "address_day": 10}


@override_settings(CODES=LIMITS)
def test_an_evening_in_the_village_hall(cast: Cast) -> None:
    """All from one network: each gets a code, and the first too many hears why. Nothing of theirs is kept."""
    before = Person.objects.count()
    with clock.frozen(cast.at):  # in one minute
        for number in range(25):
            sent = {"name": "Gast", "email": f"gast{number}@voorbeeld.example"}
            assert Client().post("/inloggen/nieuw/", sent).status_code == 302
        why = "Op dit netwerk vroegen te veel mensen tegelijk een code. Wacht een minuut."
        late = {"name": "Late gast", "email": "laat@voorbeeld.example"}
        for url, sent, status in (
            ("/inloggen/nieuw/", late, 422),
            (URL, IDEA | late, 422),
            (LOGIN, late, 200),
        ):
            answer = Client().post(url, sent)
            assert (answer.status_code, why in answer.text, "naar dit adres" in answer.text) == (
                status,
                True,
                False,
            )
    assert (Person.objects.count(), Initiative.objects.count(), len(mail.outbox)) == (before, 0, 25)


@override_settings(CODES=LIMITS)
def test_too_many_codes_to_one_address_are_told_as_that(cast: Cast) -> None:
    sent = {"name": "Piet", "email": "piet@voorbeeld.example"}
    with clock.frozen(cast.at):  # in one minute
        statuses = [Client().post("/inloggen/nieuw/", sent).status_code for _ in range(4)]
        assert statuses == [302, 302, 302, 422]
        for url in ("/inloggen/nieuw/", LOGIN):
            assert "Er gingen net al codes naar dit adres." in Client().post(url, sent).text
    assert (len(mail.outbox), Person.objects.filter(email=sent["email"]).count()) == (3, 0)


def test_enter_in_a_field_keeps_and_publishes_nothing(cast: Cast) -> None:
    """A browser presses the first button of the form."""
    bas = walk_in(cast.bas)
    buttons = r'type="submit" name="act" value="(\w+)"'
    assert re.findall(buttons, page(bas, URL)) == ["next"]
    last = bas.post(URL, IDEA | {"act": "next", "step": "2"}).text
    assert re.findall(buttons, last) == ["keep", "send", "2"]
    for act in ({"act": "keep"}, {}):
        sent = {key: value for key, value in IDEA.items() if key not in ("act", "key")} | act
        assert bas.post(URL, sent).status_code == 302
    assert list(Initiative.objects.values_list("stage", flat=True)) == ["draft", "draft"]
    assert mail.outbox == []


def test_a_draft_is_thrown_away(cast: Cast) -> None:
    idea = draft(cast)
    url, marijke = f"/initiatief/{idea.public_id}/stoppen/", walk_in(cast.marijke)
    assert f'href="{url}"' in page(marijke, f"/initiatief/{idea.public_id}/")
    assert "Gooi dit concept weg" in page(marijke, url)
    assert walk_in(cast.bas).post(url, {}).status_code == 404
    answer = marijke.post(url, {}, follow=True)
    assert (answer.redirect_chain, "Je concept is weg." in answer.text) == ([("/mijn/", 302)], True)
    assert not Initiative.objects.exists()
    assert marijke.post(url, {}).status_code == 404


def test_what_is_sent_already_is_stopped_and_not_thrown_away(cast: Cast) -> None:
    idea = submitted(cast)
    url = f"/initiatief/{idea.public_id}/stoppen/"
    assert walk_in(cast.marijke).post(url, {}).status_code == 422
    assert walk_in(cast.marijke).post(url, {"lesson": "Te nat."}).status_code == 302
    idea.refresh_from_db()
    assert idea.stage == "stopped"


def join(client: Client, answer: HttpResponse, email: str) -> HttpResponse:
    """From the page that asks to log in: say who you are, and type the code."""
    to = answer.headers["Location"].partition("?next=")[2].replace("%2F", "/")
    client.post("/inloggen/nieuw/", {"name": "Fenna", "email": email, "next": to})
    return client.post(CODE, {"code": mailed_code(), "next": to})


def test_following_before_joining_is_done_after_it(cast: Cast) -> None:
    idea = submitted(cast)
    here = f"/initiatief/{idea.public_id}/"
    client = Client()
    asked = client.post(f"{here}volgen/", {"back": here})
    assert asked.headers["Location"].startswith("/inloggen/?next=")
    assert not Follow.objects.exists()
    answer = join(client, asked, "fenna@example.org")
    assert answer.headers["Location"] == here
    fenna = Person.objects.get(email="fenna@example.org")
    assert list(Follow.objects.values_list("person", "kind", "target")) == [
        (fenna.pk, "initiative", idea.public_id)
    ]
    assert "Je volgt dit initiatief." in page(client, here)
    idea.refresh_from_db()
    assert idea.follower_count == 1


def test_following_an_area_before_logging_in_is_done_after_it(cast: Cast) -> None:
    client, bas = Client(), person(cast.bas)
    asked = client.post("/gebied/WK015014/volg/", {"back": "/gebied/WK015014/"})
    assert asked.status_code == 302
    client.post(LOGIN, {"email": bas.email})
    answer = client.post(CODE, {"code": mailed_code()})
    assert answer.headers["Location"] == "/gebied/WK015014/"
    assert Follow.objects.filter(person=bas, kind="area", target="WK015014").count() == 1
    client.post("/gebied/WK015014/ontvolg/")
    client.post("/inloggen/uit/")
    client.post(LOGIN, {"email": bas.email})
    client.post(CODE, {"code": mailed_code()})
    assert not Follow.objects.filter(person=bas).exists()  # it was asked once


def test_what_nobody_may_see_is_not_followed(cast: Cast) -> None:
    idea = draft(cast)
    assert Client().post(f"/initiatief/{idea.public_id}/volgen/").status_code == 404
    assert Client().post("/gebied/BESTAATNIET/volg/").status_code == 404


def test_helping_before_joining_leads_to_the_form_to_help(cast: Cast) -> None:
    here = f"/initiatief/{submitted(cast).public_id}/"
    client = Client()
    assert f"{here}helpen/".replace("/", "%2F") in page(client, here)
    asked = client.get(f"{here}helpen/")
    answer = join(client, asked, "fenna@example.org")
    assert answer.headers["Location"] == f"{here}helpen/"
    chosen = client.get(answer.headers["Location"])
    assert chosen.headers["Location"].startswith("/mijn/zetel/?next=")
    area = Area.objects.get(code="WK015014")
    taken = client.post("/mijn/zetel/", {"half": "bewoners", "area": area.code, "next": f"{here}helpen/"})
    assert client.get(taken.headers["Location"]).headers["Location"] == f"{here}#helpen"
    assert 'id="helpen"' in page(client, here)
    assert client.post(f"{here}helpen/", {"brings": "Een schep.", "has_read": "on"}).status_code == 302
    assert Seat.objects.filter(memberships__person__email="fenna@example.org").count() == 1
