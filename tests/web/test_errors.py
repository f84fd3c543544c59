"""When what came in cannot be read, the page that says so can still be made."""

from pathlib import Path

import pytest
from django.test import Client, RequestFactory, override_settings

from middenstip.config.sessions import SessionStore
from middenstip.kernel import clock
from middenstip.notices.services import show_life
from middenstip.web.shared.errors import broken
from tests.cast import Cast, proposed
from tests.web.at_the_door import walk_in

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"a=%ff", f"{FORM}; charset=utf-7"),
        (b"&".join(b"a%d=1" % number for number in range(300)), FORM),
        (b"x", "multipart/form-data"),
        (b"text=%00", FORM),
    ],
    ids=["charset", "too many fields", "no boundary", "NUL"],
)
def test_a_form_that_cannot_be_read_is_refused_in_words(
    client: Client, cast: Cast, body: bytes, kind: str
) -> None:
    client.raise_request_exception = False
    answer = client.generic("POST", "/initiatieven/nieuw/", body, kind)
    assert (answer.status_code, "Dit kunnen we niet lezen" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("/tafels", "/tafels/"),
        ("/initiatieven?q=bos", "/initiatieven/?q=bos"),
        ("/gebied/GM0150", "/gebied/GM0150/"),
    ],
)
def test_a_page_is_found_without_its_last_slash(cast: Cast, typed: str, there: str) -> None:
    answer = Client().get(typed)
    assert (answer.status_code, answer.headers["Location"]) == (302, there)


@pytest.mark.parametrize("typed", ["/bestaat-niet", "/api/v1/bestaat-niet", "/x//evil.example", "/gezond/"])
def test_what_is_no_page_is_not_found(cast: Cast, typed: str) -> None:
    assert Client().get(typed).status_code == 404


def test_a_refusal_says_once_why_and_leads_back_to_the_thing_it_is_about(cast: Cast) -> None:
    goal = proposed(cast)
    here = f"/initiatief/{goal.initiative.public_id}/"
    answer = walk_in(cast.marijke).get(f"{here}tafel/")
    assert (answer.status_code, answer.text.count("Dit kan nu niet.")) == (409, 0)
    assert '<p class="ms-lead">De stand van het initiatief is: doel.</p>' in answer.text
    assert f'href="{here}"><span class="nl-button__label">Ga terug' in answer.text


def test_an_address_that_only_receives_says_so(cast: Cast) -> None:
    """Who presses Enter in the address bar after a form came back, comes here."""
    goal, client = proposed(cast), walk_in(cast.bas)
    for method, to, words in (
        ("GET", f"/opgave/{goal.public_id}/antwoord/", "Op dit adres komt aan wat je verstuurt."),
        ("POST", f"/opgave/{goal.public_id}/", "Deze bladzijde is om te lezen."),
    ):
        answer = client.generic(method, to)
        assert (answer.status_code, words in answer.text) == (405, True)
        assert method not in answer.headers["Allow"]


READ = "/ /gebied/GM0150/ /gebied/GM0150/logboek/ /onderdelen/ /over/ /hoe-het-werkt/ /toegankelijkheid/"


@pytest.mark.parametrize("to", [*READ.split(), "/privacy/", "/contact/", "/taal/", "/gezond"])
def test_a_page_to_read_does_not_swallow_what_is_sent_to_it(client: Client, cast: Cast, to: str) -> None:
    """Else it shows itself, as if all went well."""
    show_life(at=clock.now())
    assert (client.get(to).status_code, client.head(to).status_code) == (200, 200)
    answer = client.post(to, {"text": "Dit schreef ik met veel moeite."})
    assert (answer.status_code, "Deze bladzijde is om te lezen." in answer.text) == (405, True)


def test_a_cookie_that_is_no_session_is_a_visitor(client: Client) -> None:
    """PostgreSQL refuses to look for a NUL, which a cookie can hold when it is written as \\000."""
    client.raise_request_exception = False
    assert SessionStore("abcdefgh\x00").session_key is None
    answer = client.get("/mijn/", headers={"cookie": r'sessie="abcdefgh\000"'})
    assert (answer.status_code, answer["location"]) == (302, "/inloggen/?next=/mijn/")


def test_when_all_breaks_there_is_still_a_page(tmp_path: Path) -> None:
    """In the style of the house, and also when the list of static files is what broke."""
    request = RequestFactory().get("/")
    answer = broken(request)
    assert (answer.status_code, "Er ging iets mis bij ons" in answer.text) == (500, True)
    assert 'href="/static/middenstip/site.css"' in answer.text
    manifest = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    with override_settings(STORAGES={"staticfiles": {"BACKEND": manifest}}, STATIC_ROOT=tmp_path):
        answer = broken(request)
    assert ("stylesheet" in answer.text, "Naar het begin" in answer.text) == (False, True)
