"""On a bad day everything that can be read is read, and each act hears truly whether it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NoReturn

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from middenstip.domain.initiatives.models import Update
from middenstip.kernel import clock
from middenstip.kernel.unavailable import QueueFull, Unavailable
from middenstip.notices.services import mark_all_read
from tests.cast import Cast, submitted
from tests.web.at_the_door import Visitor, walk_in

NEWS = "We plantten vandaag met twintig buren de eerste bomen."


def news_page(cast: Cast) -> str:
    return f"/initiatief/{submitted(cast).public_id}/"


@contextmanager
def statements(start: str, error: Exception) -> Iterator[None]:
    """Every statement that starts so gives this error."""

    def refuse(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith(start):
            raise error
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def only_read(settings: Any) -> None:
    settings.MAINTENANCE = True


def test_while_we_work_on_it_all_is_read_and_each_act_says_why_and_until_when(
    cast: Cast, only_read: None, settings: Any
) -> None:
    settings.MAINTENANCE = False
    here = news_page(cast)
    settings.MAINTENANCE = True
    settings.MAINTENANCE_UNTIL = cast.at + timedelta(minutes=30)
    client = walk_in(cast.marijke)
    with clock.frozen(cast.at):
        for url in ("/", here, "/initiatieven/", "/mijn/", "/tafels/", "/api/v1/initiatieven"):
            answer = client.get(url)
            assert answer.status_code == 200
            assert ("Tot " in answer.text and "maar niets bewaren" in answer.text) is ("api" not in url)
        answer = client.post(f"{here}nieuws/", {"text": NEWS, "key": "k"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1800")
    assert "kun je alles lezen, maar niets bewaren." in answer.text
    assert NEWS in answer.text
    assert f'<input type="hidden" name="text" value="{NEWS}">' in answer.text  # to send it later
    assert not Update.objects.exists()


def test_an_own_sentence_is_shown_instead(cast: Cast, only_read: None, settings: Any) -> None:
    settings.MAINTENANCE_SENTENCE = "We verhuizen vanavond naar een nieuwe server."
    assert settings.MAINTENANCE_SENTENCE in Visitor().get("/").text
    answer = Visitor().post("/taal/kies/", {"language": "en"})
    assert (answer.status_code, settings.MAINTENANCE_SENTENCE in answer.text) == (503, True)


def test_no_command_writes_either(cast: Cast, only_read: None) -> None:
    with pytest.raises(Unavailable, match="niets bewaren"):
        mark_all_read(person=cast.marijke.person_id, at=cast.at)


def test_another_site_puts_no_words_on_our_page(cast: Cast, only_read: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/inloggen/", {"email": f"x {NEWS}"})
    assert (answer.status_code, NEWS in answer.text) == (403, False)


@pytest.mark.parametrize(
    ("error", "seconds", "words"),
    [
        (QueueFull(), "5", "Het is nu te druk om iets te bewaren."),
        (OperationalError("connection refused"), "60", "Door een storing bij ons"),
    ],
)
def test_what_cannot_be_kept_now_is_told_and_shown_again(
    cast: Cast, error: Exception, seconds: str, words: str
) -> None:
    here = news_page(cast)
    client = walk_in(cast.marijke)
    with statements('INSERT INTO "initiatives_update"', error):
        answer = client.post(f"{here}nieuws/", {"text": NEWS, "key": "k"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, seconds)
    assert (words in answer.text, NEWS in answer.text) == (True, True)
    assert (client.post(f"{here}nieuws/", {"text": NEWS, "key": "k"}).status_code) == 302
    assert Update.objects.get().text == NEWS


@pytest.mark.django_db(transaction=True)
def test_an_act_that_was_kept_never_hears_that_it_was_not(
    cast: Cast, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """The post could not be woken. The worker finds the fact in the journal by itself."""
    here = news_page(cast)
    client = walk_in(cast.marijke)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with statements('INSERT INTO "django_tasks', OperationalError("database is locked")):
        answer = client.post(f"{here}nieuws/", {"text": NEWS, "key": "k"})
    assert (answer.status_code, Update.objects.count()) == (302, 1)
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == [
        "sending notices was not queued; the worker does it in its next round"
    ]


def test_when_only_the_page_after_it_breaks_the_act_is_said_to_be_kept(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = news_page(cast)
    client = walk_in(cast.marijke)
    client.raise_request_exception = False

    def breaks(*_: Any, **__: Any) -> NoReturn:
        raise RuntimeError("a bug")

    monkeypatch.setattr("middenstip.web.pages.initiatives.acts.done", breaks)
    monkeypatch.setattr("middenstip.web.pages.initiatives.written.done", breaks)
    answer = client.post(f"{here}nieuws/", {"text": NEWS, "key": "k"})
    assert (answer.status_code, Update.objects.count()) == (500, 1)
    assert ("is wel bewaard" in answer.text, "niet bewaard" in answer.text) == (True, False)


def test_reading_goes_on_when_a_session_cannot_be_kept(cast: Cast) -> None:
    """A message that waits in the session is shown, and the session that loses it is not written."""
    client = walk_in(cast.marijke)
    session = client.session
    session["worn"] = "x"
    session.save()
    with statements('UPDATE "django_session"', OperationalError("cannot execute UPDATE")):
        assert client.get("/mijn/").status_code == 200


def test_the_api_says_503_when_the_database_is_away(cast: Cast) -> None:
    client = Visitor()
    client.raise_request_exception = False
    with statements("SELECT", OperationalError("the server closed the connection")):
        answer = client.get("/api/v1/initiatieven")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert answer.json()["title"] == "We kunnen nu niet antwoorden"


def test_a_page_that_cannot_be_made_says_so_without_the_frame(cast: Cast) -> None:
    client = walk_in(cast.marijke)
    client.raise_request_exception = False
    with statements("SELECT", OperationalError("the server closed the connection")):
        answer = client.get(reverse("mine:index"))
        act = client.post("/mijn/", {"text": NEWS})
    assert (answer.status_code, "Door een storing" in answer.text) == (503, True)
    assert (act.status_code, NEWS in act.text, "Door een storing" in act.text) == (503, True, True)
