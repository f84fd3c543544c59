"""When what came in cannot be read, the page that says so can still be made."""

import pytest
from django.test import Client

from tests.cast import Cast

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"a=%ff", f"{FORM}; charset=utf-7"),
        (b"text=" + b"a" * 1_100_000, FORM),
        (b"&".join(b"a%d=1" % number for number in range(300)), FORM),
        (b"x", "multipart/form-data"),
        (b"text=%00", FORM),
    ],
    ids=["charset", "too large", "too many fields", "no boundary", "NUL"],
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
