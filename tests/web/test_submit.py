"""Telling an idea, from three questions to a public page."""

from __future__ import annotations

import re
import runpy
from datetime import timedelta
from pathlib import Path

import allauth
import pytest
from allauth.core.internal.httpkit import get_client_ip
from django.contrib.messages import get_messages
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.template.loader import get_template
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext

from middenstip.config.settings import security
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import PendingClaim, Person
from middenstip.domain.parties.tasks import forget_pending
from middenstip.kernel import clock
from middenstip.web.pages.account.adapter import QUIET
from tests.cast import Cast, person, seat_of, submitted
from tests.queries import at_most
from tests.web.at_the_door import walk_in

URL = "/initiatieven/nieuw/"
CODE = "/inloggen/code/typen/"
IDEA = {
    "key": "een-keer",
    "title": "Pluktuin",
    "what": "Een pluktuin bij de school.",
    "where": "wijk",
    "area": "WK015014",
    "why": "Samen kweken.",
    "themes": ["natuur-en-milieu"],
    "half": "bewoners",
    "name": "Fenna",
    "email": "fenna@example.org",
    "act": "send",
}


@pytest.fixture(autouse=True)
def _fresh_places() -> None:
    cache.clear()


def mailed_code(which: int = -1) -> str:
    found = re.search(r"code is: (\S+)", mail.outbox[which].body)
    assert found
    return found[1]


def tell(client: Client, **told: str) -> None:
    """A visitor tells the idea and types the code."""
    client.post(URL, IDEA | told)
    client.post(CODE, {"code": mailed_code()})


def test_a_visitor_tells_an_idea_and_the_code_makes_it_public(cast: Cast, client: Client) -> None:
    answer = client.post(URL, IDEA)
    assert answer.headers["Location"] == CODE
    assert not Initiative.objects.filter(title="Pluktuin").exists()
    assert mail.outbox[-1].to == ["fenna@example.org"]
    assert "versturen we meteen je idee" in client.get(CODE).content.decode()

    answer = client.post(CODE, {"code": mailed_code()})

    initiative = Initiative.objects.get(title="Pluktuin")
    assert answer.headers["Location"] == f"/initiatief/{initiative.public_id}/verteld/"
    assert (initiative.stage, initiative.has_place) == ("idea", True)
    assert initiative.case.state == "new"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Je idee staat op het veld" in page
    assert len(mail.outbox) == 1


def test_an_idea_waits_while_the_mail_server_is_away(cast: Cast, client: Client) -> None:
    """The code waits for the worker, and another one can be asked for."""
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=9
    ):
        answer = client.post(URL, IDEA)
        assert answer.headers["Location"] == CODE
        page = client.get(CODE).content.decode()
        assert "Mail een nieuwe code" in page
    assert mail.outbox == []

    client.post(CODE, {"action": "resend"})
    answer = client.post(CODE, {"code": mailed_code()})

    initiative = Initiative.objects.get(title="Pluktuin")
    assert answer.headers["Location"] == f"/initiatief/{initiative.public_id}/verteld/"
    assert initiative.stage == "idea"


def test_the_mail_with_a_code_is_answered_by_no_machine(cast: Cast, client: Client) -> None:
    """No holiday message comes back (RFC 3834), and its number names the site, not the machine."""
    client.post("/inloggen/", {"email": person(cast.marijke).email})
    headers = mail.outbox[-1].message()
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Message-ID"].endswith("@127.0.0.1>")


def test_a_wrong_code_sends_nothing(cast: Cast, client: Client) -> None:
    client.post(URL, IDEA)
    assert client.post(CODE, {"code": "XXXXXX"}).status_code == 200
    assert not Initiative.objects.filter(title="Pluktuin").exists()


def test_kept_for_later_stays_a_draft_that_its_owner_finds_back(cast: Cast, client: Client) -> None:
    client.post(URL, IDEA | {"act": "keep"})
    client.post(CODE, {"code": mailed_code()})
    assert Initiative.objects.get(title="Pluktuin").stage == "draft"
    assert "Maak je idee af en verstuur het." in client.get("/mijn/").content.decode()


def test_an_idea_waits_a_day_for_the_code_in_the_browser_where_it_was_told(
    cast: Cast, client: Client
) -> None:
    """Who types the address elsewhere is told that we don't know it: nobody has it yet."""
    client.post(URL, IDEA)
    later = Client()
    later.post("/inloggen/", {"email": "fenna@example.org"})
    assert mail.outbox[-1].subject == "We kennen dit adres nog niet"

    assert forget_pending(clock.now() + timedelta(hours=23)) == 0
    assert forget_pending(clock.now() + timedelta(hours=25)) == 1
    assert PendingClaim.objects.count() == 0


def test_a_double_click_is_one_idea(cast: Cast, client: Client) -> None:
    for _ in range(2):
        assert client.post(URL, IDEA).status_code == 302
    assert PendingClaim.objects.count() == 1
    client.post(CODE, {"code": mailed_code()})
    assert Initiative.objects.filter(title="Pluktuin").count() == 1
    assert Person.objects.filter(email="fenna@example.org").count() == 1


def test_a_mistyped_address_does_not_lose_the_idea(cast: Cast, client: Client) -> None:
    client.post(URL, IDEA | {"email": "fena@example.org"})
    assert client.post(URL, IDEA).headers["Location"] == CODE
    assert mail.outbox[-1].to == ["fenna@example.org"]
    client.post(CODE, {"code": mailed_code()})
    assert Initiative.objects.get(title="Pluktuin").initiator.email == "fenna@example.org"
    assert PendingClaim.objects.count() == 0


def test_somebody_in_a_seat_tells_it_under_that_hat_at_once(cast: Cast, client: Client) -> None:
    client.force_login(person(cast.bas))
    assert "Kwekerij De Esch" in client.get(URL).content.decode()
    for _ in range(2):
        answer = client.post(URL, IDEA)
    initiative = Initiative.objects.get(title="Pluktuin")
    assert answer.headers["Location"] == f"/initiatief/{initiative.public_id}/verteld/"
    assert (initiative.stage, initiative.origin_half) == ("idea", "ondernemers")
    assert initiative.seat_id == cast.bas.seat_id


def test_no_place_yet_belongs_to_the_gemeente(cast: Cast, client: Client) -> None:
    tell(client, where="geen", area="")
    initiative = Initiative.objects.get(title="Pluktuin")
    assert (initiative.has_place, initiative.area.code) == (False, "GM0150")


@override_settings(HOME_AREA="")
def test_without_a_gemeente_of_the_platform_a_place_is_asked_for(cast: Cast, client: Client) -> None:
    nowhere = IDEA | {"where": "geen", "area": ""}
    asked = client.post(URL, nowhere)
    assert asked.status_code == 422
    assert "Kies je gemeente, wijk of buurt." in asked.content.decode()
    assert not Person.objects.filter(email="fenna@example.org").exists()

    client.force_login(person(cast.bas))
    assert client.post(URL, nowhere).status_code == 302
    assert Initiative.objects.get(title="Pluktuin").area.code == "GM0150"


def test_a_spot_on_the_map_is_kept(cast: Cast, client: Client) -> None:
    tell(client, where="plek", lon="6.27", lat="52.27")
    initiative = Initiative.objects.get(title="Pluktuin")
    assert (initiative.lon, initiative.lat) == (6.27, 52.27)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Geef je idee een korte naam"),
        ({"what": ""}, "Wat wil je doen?"),
        ({"what": "a" * 2001}, "2000"),
        ({"where": "plek", "area": ""}, "Kies de wijk, het dorp of de buurt."),
        ({"area": "GM9999"}, "GM9999"),
        ({"themes": ["wonen", "werk", "recht", "verkeer"]}, "Kies er hooguit drie."),
        ({"themes": ["bestaat-niet"]}, "bestaat-niet"),
        ({"half": "iedereen"}, "iedereen"),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"lon": "500", "lat": "1"}, "Er klopt nog iets niet"),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    cast: Cast, client: Client, wrong: dict[str, object], sentence: str
) -> None:
    answer = client.post(URL, IDEA | wrong)  # type: ignore[arg-type]
    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in text
    assert "Samen kweken." in text
    assert Initiative.objects.filter(title="Pluktuin").count() == 0


def test_a_nul_is_refused(cast: Cast, client: Client) -> None:
    assert client.post(URL, IDEA | {"what": "a\x00"}).status_code == 400


def test_the_questions_can_be_printed(cast: Cast, client: Client) -> None:
    assert "Wat houd je in eigen hand?" in client.get(URL + "papier/").content.decode()


def test_joining_needs_a_name_and_an_address(cast: Cast, client: Client) -> None:
    assert client.post("/inloggen/nieuw/", {"name": "", "email": "x"}).status_code == 422
    answer = client.post("/inloggen/nieuw/", {"name": "Joris", "email": "Joris@Example.org"})
    assert answer.headers["Location"] == CODE
    client.post(CODE, {"code": mailed_code()})
    assert client.get("/mijn/").status_code == 200
    assert Person.objects.get(email="joris@example.org").name == "Joris"


def test_who_joins_on_the_way_somewhere_arrives_there(cast: Cast, client: Client) -> None:
    asked = client.get("/inloggen/", {"next": "/tafels/?helft=overheid"}).content.decode()
    join = "/inloggen/nieuw/?next=/tafels/%3Fhelft%3Doverheid"
    assert f'href="{join}"' in asked
    assert 'name="next" value="/tafels/?helft=overheid"' in client.get(join).content.decode()

    told = {"name": "Joris", "email": "joris@example.org", "next": "/tafels/?helft=overheid"}
    answer = client.post("/inloggen/nieuw/", told)
    code = client.get(answer.headers["Location"]).context["redirect_field_value"]
    done = client.post(CODE, {"code": mailed_code(), "next": code})
    assert done.headers["Location"] == "/tafels/?helft=overheid"


def test_who_joins_is_never_sent_to_another_site(cast: Cast, client: Client) -> None:
    told = {"name": "Joris", "email": "joris@example.org", "next": "//evil.example/"}
    assert client.post("/inloggen/nieuw/", told).headers["Location"] == CODE


def test_the_own_addresses_are_kept_in_our_own_words(cast: Cast, client: Client) -> None:
    client.post("/inloggen/nieuw/", {"name": "Joris", "email": "joris@example.org"})
    assert "Deze code klopt niet." in client.post(CODE, {"code": "X"}).content.decode()
    client.post(CODE, {"code": mailed_code()})
    old, new, said = "joris@example.org", "joris@example.com", []

    def change(**form: str) -> None:
        answer = client.post("/inloggen/e-mail/", form, follow=True)
        said.extend(str(message) for message in get_messages(answer.wsgi_request))

    change(action_add="1", email=new)
    assert mail.outbox[-2].subject.startswith("Bevestig je adres bij Middenstip: ")
    client.post("/inloggen/e-mail/bevestigen/", {"code": mailed_code(-2)})
    change(action_primary="1", email=new)
    client.post("/inloggen/code/opnieuw/", {"act": "mail"})
    client.post("/inloggen/code/opnieuw/", {"code": mailed_code()})
    change(action_remove="1", email=new)
    change(action_remove="1", email=old)
    assert said == [
        f"We mailden een code naar {new}.",
        f"{new} is bevestigd.",
        "Voortaan mailen we je op dit adres.",
        "Naar dit adres mailen we je. Kies eerst een ander.",
        f"{old} is weg.",
    ]


def test_every_message_of_allauth_that_we_can_show_is_ours() -> None:
    """Not those about things we do not have, nor those the adapter keeps quiet about."""
    theirs = Path(allauth.__file__).parent / "templates"
    absent = ("password_", "phone_", "totp_", "recovery_")
    names = {str(path.relative_to(theirs)) for path in theirs.glob("[am]*/messages/*.txt")}
    shown = {name for name in names if not Path(name).name.startswith(absent)} - set(QUIET)
    assert {name for name in shown if get_template(name).origin.name.startswith(str(theirs))} == set()


@override_settings(ACCOUNT_RATE_LIMITS={"manage_email": "1/m/user"})
def test_who_goes_too_fast_is_told_in_words(cast: Cast, client: Client) -> None:
    with clock.frozen(cast.at):  # in one minute
        for _ in range(4):
            code = Client().post("/inloggen/", {"email": "fenna@example.org"})
    assert "Er gingen net al codes naar dit adres." in code.content.decode()

    client.force_login(person(cast.bas))
    for _ in range(2):
        address = client.post("/inloggen/e-mail/", {"action_add": "1", "email": "bas"})
    assert address.status_code == 429
    assert "Even rustig aan" in address.content.decode()


@pytest.mark.parametrize(("behind", "counted"), [("true", "203.0.113.7"), ("false", "127.0.0.1")])
def test_behind_a_proxy_each_visitor_has_an_own_rate_limit(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch, behind: str, counted: str
) -> None:
    monkeypatch.setenv("BEHIND_PROXY", behind)
    made = runpy.run_path(security.__file__)
    with override_settings(**{key: made[key] for key in made if key.startswith("ALLAUTH_")}):
        asked = rf.get("/", headers={"x-forwarded-for": "198.51.100.1, 203.0.113.7"})
        assert get_client_ip(asked) == counted


def test_the_form_costs_little(cast: Cast, client: Client) -> None:
    submitted(cast)  # the first idea of an area also chooses its letters
    client.get(URL)  # the places come from the cache from now on
    with at_most(3):
        client.get(URL)
    with at_most(18):  # five of them send the code here; with a mail server the worker does that
        client.post(URL, IDEA)
    code = mailed_code()
    # Person, seat, idea and case are made here, in one write. Eight are of moderation: the pause, the text
    # and its reins, the lock, the setting of the area, told before, how many today, the count. One reads
    # the person again, whom another request may have made at the same moment. One counts the number.
    with at_most(35):
        client.post(CODE, {"code": code})


def test_an_idea_is_kept_and_sent_in_one_piece(cast: Cast) -> None:
    """Else the second of two quick clicks finds it kept but not sent yet, and is told that it failed."""
    client = walk_in(cast.tarik)
    with CaptureQueriesContext(connection) as asked:
        first = client.post(URL, IDEA)
    assert sum(one["sql"].startswith("SAVEPOINT") for one in asked) == 1  # in a test each write is one
    assert client.post(URL, IDEA).headers["Location"] == first.headers["Location"]
    assert [one.stage for one in Initiative.objects.filter(title="Pluktuin")] == ["idea"]


def test_who_is_logged_in_without_a_seat_tells_for_a_half_and_sits_in_it(cast: Cast) -> None:
    """It makes a seat, an idea with a number and a case at once; nine queries more are of moderation."""
    submitted(cast)
    parties.leave_seat(person=person(cast.tarik), seat=seat_of(cast.tarik), at=cast.tick())
    tarik = walk_in(cast.tarik)
    last = tarik.post(URL, IDEA | {"act": "next", "step": "2"})
    assert "Je vertelt dit als" in last.text
    told = IDEA | {
        "half": "ondernemers",
        "home": "WK015014",
        "themes": ["werk", "wonen"],
    }
    with at_most(24):
        tarik.post(URL, told)
    initiative = Initiative.objects.select_related("seat", "case").get(title="Pluktuin")
    assert (initiative.stage, initiative.origin_half) == ("idea", "ondernemers")
    assert (initiative.seat.title, initiative.case.state) == ("ondernemer van Lettele", "new")
    assert set(initiative.themes.values_list("submitted_at", flat=True)) == {initiative.submitted_at}
