"""A concrete question for help, from the form to "Ik doe dit"."""

from __future__ import annotations

from datetime import timedelta

from middenstip.domain.initiatives.models import Ask, Partner
from middenstip.kernel import clock
from tests.cast import Cast, submitted
from tests.web.at_the_door import page, send, shown, walk_in

VILLAGE = "/gebied/WK015014/"
LOAN = "Leen zaterdag je aanhanger uit"


def ask(cast: Cast, **more: str) -> str:
    """Marijke asks through the form; the URL of her initiative."""
    url = f"/initiatief/{submitted(cast).public_id}/"
    day = (clock.today() + timedelta(days=7)).isoformat()
    form = {"text": LOAN, "size": "3", "until_on": day} | more
    assert send(walk_in(cast.marijke), url + "vragen/", **form) == 302
    return url


def test_a_question_stands_on_the_tribune_and_on_the_page_of_the_initiative(cast: Cast) -> None:
    url = ask(cast)
    (need,) = [one for one in shown(walk_in(None).get(VILLAGE), "scene")["needs"] if "number" in one]
    assert need == {
        "text": LOAN,
        "number": "1",
        "unit": "dag",
        "url": f"{url}#gevraagd",
        "line": "Voedselbos Lettele, Lettele",
    }
    for reader in (None, cast.bas, cast.marijke):
        assert LOAN in page(walk_in(reader), url)
    assert "Vraag hulp" in page(walk_in(cast.marijke), url)


def test_bas_does_it_and_marijke_closes_the_question(cast: Cast) -> None:
    url = ask(cast)
    asked = Ask.objects.get()
    bas, marijke = walk_in(cast.bas), walk_in(cast.marijke)
    assert "Ik doe dit" in page(bas, url)
    answer = bas.post(f"{url}vragen/{asked.public_id}/doen/", follow=True)
    assert "Fijn dat je dit doet. Marijke Wolterink hoort het meteen." in answer.content.decode()
    assert Partner.objects.get().brings == LOAN
    assert send(marijke, f"{url}vragen/{asked.public_id}/klaar/", answer="misschien") == 422
    assert send(marijke, f"{url}vragen/{asked.public_id}/klaar/", answer="vervuld") == 302
    assert "Hier is hulp nodig" not in page(bas, url)


def test_what_was_typed_stays_when_something_is_missing(cast: Cast) -> None:
    url = f"/initiatief/{submitted(cast).public_id}/vragen/"
    answer = walk_in(cast.marijke).post(url, {"text": LOAN, "until_on": "2020-01-01"})
    assert answer.status_code == 422
    assert LOAN in answer.content.decode()


def test_a_withdrawn_question_is_gone(cast: Cast) -> None:
    url = ask(cast)
    where = f"{url}vragen/{Ask.objects.get().public_id}/klaar/"
    answer = walk_in(cast.marijke).post(where, {"answer": "ingetrokken"}, follow=True)
    assert "Je vraag is ingetrokken." in answer.content.decode()
    assert Ask.objects.get().state == "withdrawn"
