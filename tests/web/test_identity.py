"""An address that was not proven is no person: nothing belongs to it, counts for it or shows at it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client, override_settings
from django_tasks_db.models import DBTaskResult

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import LoginCode, Membership, PendingAddress, PendingClaim, Person, Seat
from middenstip.domain.parties.selectors import person_at
from middenstip.domain.parties.tasks import forget_pending
from middenstip.kernel import clock
from middenstip.kernel.models import Tally
from middenstip.kernel.tally import Limit, prune
from tests.cast import Cast, person
from tests.web.at_the_door import walk_in

NEW, JOIN, LOGIN, CODE = "/initiatieven/nieuw/", "/inloggen/nieuw/", "/inloggen/", "/inloggen/code/typen/"
IDEA = {
    "key": "een-keer",
    "title": "Pluktuin",
    "what": "Een pluktuin bij de school.",
    "where": "wijk",
    "area": "WK015014",
    "half": "overheid",
    "name": "Vreemde",
    "act": "send",
}
PAPER = {
    "key": "papier",
    "name": "Piet",
    "half": "bewoners",
    "title": "Bankje",
    "what": "Een bankje bij de kerk.",
    "area": "WK015014",
}


def codes() -> list[str]:
    return [found for one in mail.outbox for found in re.findall(r"code is: (\S+)", one.body)]


def rows_of(email: str) -> tuple[int, int, int]:
    """What the person at this address has: ideas, seats, and persons with it."""
    ideas = Initiative.objects.filter(initiator__email=email).count()
    seats = Membership.objects.filter(person__email=email).count()
    return ideas, seats, Person.objects.filter(email=email).count()


def address(cast: Cast) -> str:
    return person(cast.marijke).email or ""


def test_a_stranger_with_your_address_gives_you_nothing(cast: Cast, client: Client) -> None:
    """An idea and the half *overheid* at the address of another, without the code."""
    before, seats = rows_of(address(cast)), Seat.objects.count()
    assert client.post(NEW, IDEA | {"email": address(cast)}).status_code == 302
    assert (rows_of(address(cast)), Seat.objects.count()) == (before, seats)
    assert "Pluktuin" not in walk_in(cast.marijke).get("/mijn/").content.decode()
    assert "Pluktuin" not in walk_in(cast.marijke).get("/mijn/gegevens/").content.decode()


def test_twelve_times_keeps_no_more_than_the_limit_and_a_refusal_keeps_nothing(cast: Cast) -> None:
    before = rows_of(address(cast))
    with clock.frozen(cast.at):  # in one minute
        for number in range(12):
            told = IDEA | {"email": address(cast), "key": f"keer-{number}"}
            answer = Client().post(NEW, told)
    assert answer.status_code == 422
    assert "Er gingen net al codes naar dit adres." in answer.content.decode()
    assert (PendingClaim.objects.count(), len(codes()), rows_of(address(cast))) == (3, 3, before)


def test_an_address_gets_ten_codes_a_day_and_a_network_far_more(cast: Cast) -> None:
    with clock.frozen(cast.at):
        start = clock.now()
    for minute in range(12):
        with clock.frozen(start + timedelta(minutes=minute)):
            answer = Client().post(LOGIN, {"email": address(cast)})
    assert len(codes()) == 10
    assert "Er gingen vandaag al veel codes naar dit adres." in answer.content.decode()
    with clock.frozen(start + timedelta(days=1)):
        assert Client().post(LOGIN, {"email": address(cast)}).status_code == 302


@override_settings(CODES={"network_minute": 30, "network_day": 40, "address_minute": 3, "address_day": 10})
def test_a_village_evening_is_one_network(cast: Cast) -> None:
    def ask(number: int) -> str:
        return Client().post(LOGIN, {"email": f"buur{number}@voorbeeld.example"}).content.decode()

    with clock.frozen(cast.at):
        said = [ask(number) for number in range(31)]
    assert "Op dit netwerk vroegen te veel mensen tegelijk een code." in said[-1]
    assert said[:30] == [""] * 30
    with clock.frozen(cast.tick(minutes=2)):
        said = [ask(number) for number in range(31, 43)]
    assert "Op dit netwerk zijn vandaag heel veel codes gevraagd." in said[-1]


def test_whoever_types_the_code_chooses_the_name(cast: Cast, client: Client) -> None:
    """A stranger typed the address first, with another name."""
    Client().post(JOIN, {"name": "Grapjas", "email": "fenna@example.org"})
    client.post(JOIN, {"name": "Fenna", "email": "fenna@example.org"})
    assert client.post(CODE, {"code": codes()[-1]}).headers["Location"] == "/mijn/"
    assert [one.name for one in Person.objects.filter(email="fenna@example.org")] == ["Fenna"]


def test_a_code_of_another_browser_opens_nothing(cast: Cast, client: Client) -> None:
    Client().post(JOIN, {"name": "Grapjas", "email": "fenna@example.org"})
    client.post(JOIN, {"name": "Fenna", "email": "fenna@example.org"})
    client.post(CODE, {"code": codes()[0]})
    assert not Person.objects.filter(email="fenna@example.org").exists()


def test_the_right_code_confirms_the_address(cast: Cast, client: Client) -> None:
    client.post(NEW, IDEA | {"email": "fenna@example.org"})
    client.post(CODE, {"code": codes()[-1]})
    account = client.get("/inloggen/e-mail/").content.decode()
    assert "nog niet bevestigd" not in account
    assert "bevestigd" in account


def test_where_an_idea_lies_is_not_where_somebody_lives(cast: Cast, client: Client) -> None:
    idea = IDEA | {"email": "fenna@example.org", "half": "bewoners"}
    client.post(NEW, idea)
    client.post(CODE, {"code": codes()[-1]})
    seat = Seat.objects.get(memberships__person__email="fenna@example.org")
    assert (seat.title, seat.area.code) == ("bewoner", "GM0150")


def test_where_somebody_lives_is_a_question_of_its_own(cast: Cast, client: Client) -> None:
    idea = IDEA | {"email": "fenna@example.org", "half": "bewoners", "area": "", "where": "geen"}
    client.post(NEW, idea | {"home": "WK015014"})
    client.post(CODE, {"code": codes()[-1]})
    seat = Seat.objects.get(memberships__person__email="fenna@example.org")
    assert (seat.title, seat.area.code) == ("bewoner van Lettele", "WK015014")


def test_the_desk_names_piet_with_the_address_of_marijke_and_she_is_asked(cast: Cast) -> None:
    before = rows_of(address(cast))
    walk_in(cast.samira).post("/balie/nieuw/", PAPER | {"email": address(cast)})
    assert (rows_of(address(cast)), Initiative.objects.filter(title="Bankje").count()) == (before, 0)
    asked = mail.outbox[-1]
    assert (asked.to, asked.subject) == ([address(cast)], "Is dit idee van jou?")
    path = re.findall(r"(/mijn/ingetypt/\S+)", asked.body)[0]

    marijke = walk_in(cast.marijke)
    assert path in marijke.get("/mijn/").content.decode()
    assert "Een bankje bij de kerk." in marijke.get(path).content.decode()
    assert walk_in(cast.bas).get(path).status_code == 404
    assert walk_in(cast.bas).post(path, {"answer": "yes"}).status_code == 409
    marijke.post(path, {"answer": "no"})
    assert (PendingClaim.objects.count(), Initiative.objects.filter(title="Bankje").count()) == (0, 0)


def test_what_the_desk_typed_in_goes_to_the_field_after_a_yes(cast: Cast, client: Client) -> None:
    """Also of somebody new: the code makes the person, the yes the idea."""
    walk_in(cast.samira).post("/balie/nieuw/", PAPER | {"email": "piet@voorbeeld.example"})
    path = re.findall(r"(/mijn/ingetypt/\S+)", mail.outbox[-1].body)[0]
    client.post(LOGIN, {"email": "piet@voorbeeld.example"})
    client.post(CODE, {"code": codes()[-1]})
    assert not Initiative.objects.filter(title="Bankje").exists()
    client.post(path, {"answer": "yes"})
    idea = Initiative.objects.get(title="Bankje")
    assert (idea.initiator.name, idea.stage, idea.case.state) == ("Piet", "idea", "new")


def test_a_second_address_is_the_same_person(cast: Cast, client: Client) -> None:
    """Joining and telling an idea with it: no error, and no shadow."""
    second = "marijke@werk.example"
    EmailAddress.objects.create(user=person(cast.marijke), email=second, verified=True)
    people = Person.objects.count()
    for url, told in ((JOIN, {"name": "M", "email": second}), (NEW, IDEA | {"email": second})):
        browser = Client()
        assert browser.post(url, told).status_code == 302
        assert browser.post(CODE, {"code": codes()[-1]}).status_code == 302
    assert Person.objects.count() == people
    assert Initiative.objects.get(title="Pluktuin").initiator_id == cast.marijke.person_id
    assert person_at(second) == person_at(address(cast)) == person(cast.marijke)


def test_somebody_with_a_function_is_that_person_after_the_code(cast: Cast, client: Client) -> None:
    at = cast.tick()
    named = parties.expect_person(email="joke@voorbeeld.example", name="Joke", at=at)
    assert (named.email, parties.expect_person(email="joke@voorbeeld.example", name="J", at=at)) == (
        None,
        named,
    )
    client.post(LOGIN, {"email": "joke@voorbeeld.example"})
    client.post(CODE, {"code": codes()[-1]})
    named.refresh_from_db()
    assert (named.email, PendingAddress.objects.count()) == ("joke@voorbeeld.example", 0)
    assert named.proven_at is not None


def test_the_database_refuses_an_address_that_was_not_proven(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="fenna@example.org", name="Fenna")


def test_another_code_leaves_the_first_one_working(cast: Cast, client: Client) -> None:
    client.post(LOGIN, {"email": address(cast)})
    client.post(CODE, {"action": "resend"})
    first, second = codes()
    assert first != second
    assert client.post(CODE, {"code": first}).status_code == 302
    assert client.get("/mijn/").status_code == 200
    assert LoginCode.objects.count() == 0


def test_after_five_tries_the_right_code_opens_nothing(cast: Cast, client: Client) -> None:
    client.post(LOGIN, {"email": address(cast)})
    cookie = client.cookies["sessie"].value
    for _ in range(5):
        client.post(CODE, {"code": "XXXXXX"})
    late = Client()
    late.cookies["sessie"] = cookie
    late.post(CODE, {"code": codes()[-1]})
    assert late.get("/mijn/").status_code == 302


def test_a_kelvin_sign_is_a_k(cast: Cast, client: Client) -> None:
    client.post(JOIN, {"name": "Kees", "email": "\u212aees@voorbeeld.example"})
    client.post(CODE, {"code": codes()[-1]})
    assert person_at("kees@voorbeeld.example") == person_at("\u212aees@voorbeeld.example") is not None


def test_what_waits_at_an_address_goes_with_the_person(cast: Cast) -> None:
    Client().post(NEW, IDEA | {"email": address(cast)})
    walk_in(cast.marijke).post("/mijn/wissen/", {"sure": "on"})
    assert PendingClaim.objects.count() == EmailAddress.objects.filter(email=address(cast)).count() == 0


def test_codes_and_counts_are_forgotten(cast: Cast, client: Client) -> None:
    client.post(LOGIN, {"email": address(cast)})
    assert (LoginCode.objects.count(), Tally.objects.count()) == (1, 5)  # one for the act itself
    later = clock.now() + timedelta(days=2)
    forget_pending(later)
    assert (prune(later), LoginCode.objects.count()) == (5, 0)


def at_once(act: Callable[[], object], times: int) -> None:
    """Do the same in as many threads, each with a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


@pytest.mark.django_db(transaction=True)
def test_what_comes_at_the_same_moment_is_counted_one_by_one() -> None:
    limit, at = Limit("test", 10, timedelta(days=1)), clock.now()
    counted: list[bool] = []
    act = lambda: counted.append(limit.counts("fenna@example.org", at))  # noqa: E731 - a line of the test
    if connection.vendor == "postgresql":
        at_once(act, 16)
    else:
        for _ in range(16):
            act()
    assert sorted(counted) == [False] * 6 + [True] * 10


@pytest.mark.parametrize("sent", ['{"id":"x"}', "[]", "3", "null", '{"response":{"userHandle":3}}', "{"])
def test_a_passkey_that_cannot_be_read_is_refused_in_words(client: Client, db: None, sent: str) -> None:
    answer = client.post("/inloggen/sleutels/passkeys/inloggen/", {"credential": sent})
    assert (answer.status_code, "Deze passkey kennen we niet" in answer.content.decode()) == (422, True)


def test_nothing_is_stored_for_a_visitor_who_only_looks(cast: Cast, client: Client) -> None:
    """Asking a challenge for a passkey, and choosing a language."""
    ajax = {"x-requested-with": "XMLHttpRequest"}
    asked = client.get("/inloggen/sleutels/passkeys/inloggen/", headers=ajax)
    assert "request_options" in asked.json()
    assert client.post("/taal/kies/", {"language": "en"}).status_code == 302
    assert (Session.objects.count(), DBTaskResult.objects.count()) == (0, 0)
